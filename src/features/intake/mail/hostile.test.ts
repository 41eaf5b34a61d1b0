import { describe, expect, it } from 'vitest'
import { inside, permitted } from '#features/access/door.ts'
import { openDesk } from '#test/desk.ts'
import { hostileMail } from '#test/hostile-mail.ts'
import { canBringMail } from '../policy.ts'
import { bring } from './actions.ts'

const desk = await openDesk()
const may = permitted(desk.as('kobayashi').scope, canBringMail)
const count = 250

describe(`悪意のあるメール ${count} 通（bench/hostile-mail.ts は 10,000 通）`, () => {
  it('どれも届いたまま保存され、どうなったかが残り、読み取る側は倒れない', async () => {
    if (!may.ok) throw new Error('not allowed')
    const sizes = new Map<string, number>()
    for (let seed = 1; seed <= count; seed += 1) {
      const bytes = hostileMail(seed)
      const brought = await bring(desk.ports, may.value, { bytes, mailbox: 'desk@example.jp' })
      expect(brought, `seed ${seed}`).toMatchObject({ ok: true })
      if (brought.ok) sizes.set(brought.value.mailId, bytes.length)
    }
    const rows = await inside(desk.ports.db, may.value, (tx) =>
      tx.selectFrom('intake_mails').select(['id', 'size', 'state', 'reason']).execute(),
    )
    expect(new Map(rows.map(({ id, size }) => [id, size]))).toEqual(sizes)
    expect(rows.filter(({ state }) => state === 'stored')).toEqual([])
    // What cannot be understood is kept and says why; here the reader manages them all.
    expect(rows.filter(({ state }) => state === 'not-understood')).toEqual([])
  }, 180_000)
})
