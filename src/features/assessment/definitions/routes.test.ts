import { describe, expect, it } from 'vitest'
import { receiveComplaint } from '#features/intake/contract.ts'
import { code, openDesk, value, type Person } from '#test/desk.ts'
import { readClocks, startClock } from '../clocks/contract.ts'
import * as wall from './contract.ts'

const desk = await openDesk()
const sasaki = desk.as('sasaki')
const fujii = desk.as('fujii')
const kind = 'telecom-complaint'

const list = async () => value(await sasaki.call(wall.listDefinitions)).definitions
const one = async (code: string) =>
  value(await sasaki.call(wall.readDefinition, { params: { code } }))
const held = async (code: string) => (await one(code)).held

type Saving = { text: string; effectiveFrom?: string; isResting?: boolean; note?: string }
function save(code: string, saving: Saving, by: Person = fujii) {
  const { effectiveFrom = '2026-11-24', isResting = false, note = '社内の目安を変えた' } = saving
  const body = { id: desk.newId(), text: saving.text, effectiveFrom, isResting, note }
  return by.call(wall.saveDefinition, { params: { code }, body })
}

async function received() {
  const words = 'つながらない日が続いています。'
  const body = { id: desk.newId(), channel: 'mail' as const, words, customer: {} }
  return value(await sasaki.call(receiveComplaint, { body })).complaintId
}

async function start(complaintId: string) {
  const params = { complaintId, code: kind }
  const body = { id: desk.newId(), start: { on: '2026-11-24' }, reason: '電気通信の苦情のため' }
  return sasaki.call(startClock, { params, body })
}
const dueOf = async (complaintId: string) =>
  value(await sasaki.call(readClocks, { params: { complaintId } })).clocks[0]?.stages[0]?.dueOn

describe('期限の定義', () => {
  it('出荷時のものがそろい、次に確かめる日を言う', async () => {
    const definitions = await list()
    expect(definitions).toHaveLength(15)
    expect(definitions.every(({ isOwn, isResting }) => !isOwn && !isResting)).toBe(true)
    expect(await held(kind)).toMatchObject({ nextCheckOn: '2027-11-22', isCheckDue: false })
  })

  it('1年たつと確かめる日が来たと言い、確かめると人と日が残って次は1年後になる', async () => {
    desk.clock.advance(desk.clock.now().until(Temporal.Instant.from('2027-11-22T00:00:00+09:00')))
    expect((await held('cooling-off')).isCheckDue).toBe(true)
    const body = { id: desk.newId(), note: 'e-Govで条文と照らし合わせた' }
    value(await fujii.call(wall.checkDefinition, { params: { code: 'cooling-off' }, body }))
    expect(await held('cooling-off')).toMatchObject({
      isCheckDue: false,
      nextCheckOn: '2028-11-22',
      changed: { byName: '藤井 直子', note: 'e-Govで条文と照らし合わせた' },
    })
    desk.clock.advance(desk.clock.now().until(Temporal.Instant.from('2026-11-24T10:00:00+09:00')))
  })

  it('日数を変えると、新しい期限から変わる。動いている期限は変わらない', async () => {
    const [before, after] = [await received(), await received()]
    value(await start(before))
    const { text } = await one(kind)
    value(await save(kind, { text: text.replace('count: 3', 'count: 5') }))
    value(await start(after))
    expect(await dueOf(before)).toBe('2026-11-27')
    expect(await dueOf(after)).toBe('2026-12-01')
  })

  it('先の日から変えるものは、その日まで効かず、「これから」として見える', async () => {
    const { text } = await one('financial-adr')
    const effectiveFrom = '2027-04-01'
    const note = '2027年4月の見直し'
    value(
      await save('financial-adr', {
        text: text.replace('count: 2', 'count: 3'),
        effectiveFrom,
        note,
      }),
    )
    const now = await held('financial-adr')
    expect(now.definition.stages[0]?.length.count).toBe(2)
    expect(now.coming).toMatchObject([{ effectiveFrom, note, byName: '藤井 直子' }])
  })

  it('休ませた期限は候補に出ず、始められない', async () => {
    const { text } = await one('drug-reaction')
    value(await save('drug-reaction', { text, isResting: true, note: '医薬品は扱っていない' }))
    const complaintId = await received()
    const params = { complaintId, code: 'drug-reaction' }
    const body = { id: desk.newId(), start: { on: '2026-11-24' }, variant: 'death', reason: '試し' }
    expect(code(await sasaki.call(startClock, { params, body }))).toBe('assessment.clock-missing')
    expect(await held('drug-reaction')).toMatchObject({ isResting: true, isOwn: true })
  })

  it('読めないものは行を言って断り、前のものがそのまま残る', async () => {
    const { text } = await one('platform-removal')
    const refused = await save('platform-removal', {
      text: text.replace('unit: day', 'unit: week'),
    })
    expect(code(refused)).toBe('assessment.definition-unreadable')
    expect(refused.detail).toMatch(/platform-removal\.yaml:\d+: 「unit」に書けるのは hour、day、/)
    expect((await held('platform-removal')).isOwn).toBe(false)
  })

  it.each([
    [
      'ほかの名',
      (text: string) => text.replace('code: platform-removal', 'code: else'),
      {},
      'assessment.other-code',
    ],
    [
      '過ぎた日',
      (text: string) => text,
      { effectiveFrom: '2026-11-23' },
      'assessment.effective-before-today',
    ],
  ] as const)('%sでは保存できない', async (_, edit, more, refused) => {
    const { text } = await one('platform-removal')
    expect(code(await save('platform-removal', { text: edit(text), ...more }))).toBe(refused)
  })

  it('変えられるのは管理者だけ', async () => {
    const { text } = await one(kind)
    expect(code(await save(kind, { text }, sasaki))).toBe('access.not-allowed')
  })
})
