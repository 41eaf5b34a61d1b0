import { describe, expect, it } from 'vitest'
import { toldOf } from './rules.ts'

const members = [
  { id: 'sv', roles: ['supervisor'], isAway: false },
  { id: 'away', roles: ['supervisor'], isAway: true },
  { id: 'admin', roles: ['admin'], isAway: false },
  { id: 'operator', roles: ['operator'], isAway: false },
] as const

describe('だれの端末に知らせるか', () => {
  it.each([
    ['静かな助けは、いるSVと管理者に', 'silent-help', 'operator', null, ['sv', 'admin']],
    ['SVが自分で呼んだなら、ほかの人に', 'silent-help', 'sv', null, ['admin']],
    ['頼まれた人にだけ', 'supervisor', 'operator', 'sv', ['sv']],
    ['休みの人でも、その人に頼まれたなら', 'supervisor', 'operator', 'away', ['away']],
    ['指名された応対者にも', 'named-person', 'sv', 'operator', ['operator']],
    ['まだだれにも渡っていない依頼は、だれにも', 'supervisor', 'operator', null, []],
    ['自分あての依頼は、自分には', 'supervisor', 'sv', 'sv', []],
    ['仕組みからの見守りは、頼まれた人に', 'supervisor', null, 'sv', ['sv']],
  ] as const)('%s', (_, kind, askedById, toId, told) => {
    expect(toldOf({ kind, askedById, toId }, members)).toEqual(told)
  })
})
