import { receiveComplaint } from '#features/intake/contract.ts'
import { value, type Desk, type Person } from '#test/desk.ts'
import { writeProtection, type Deed } from './contract.ts'
import { nameForProtection } from './settings/contract.ts'

/** A desk on which 佐々木 is named for the protective record, and what a test does there. */
export function protectingAt(desk: Desk) {
  const [mori, sasaki, matsui] = [desk.as('mori'), desk.as('sasaki'), desk.as('matsui')]
  return {
    name: () => mori.call(nameForProtection, { params: { memberId: sasaki.memberId } }).then(value),
    async received(
      words = '箱がつぶれていました。',
      name = '大森 節子',
      more: { phone?: string } = {},
    ): Promise<string> {
      const id = desk.newId()
      const body = {
        id,
        channel: 'phone' as const,
        words,
        customer: { name, ...more },
        details: {},
      }
      value(await matsui.call(receiveComplaint, { body }))
      return id
    },
    write: (who: Pick<Person, 'call'>, complaintId: string, deed: Deed, id = desk.newId()) =>
      who.call(writeProtection, { params: { complaintId }, body: { id, deed } }),
  }
}

/** `at` as it was in Japan. */
export const inJapan = (at: string) => Temporal.Instant.from(`${at}+09:00`).toString()

export const aDanger: Deed = {
  kind: 'note',
  note: {
    kind: 'danger',
    happenedAt: inJapan('2026-11-24T09:41:07'),
    place: '本社一階の受付',
    words: '帰り道に気をつけろよ。子どもは緑町小だろ。',
    facts: '受付の机を右手で三回たたき、上の言葉を言って出て行った。',
    witness: '川端、警備の山田さん',
    links: [],
  },
}

export const aPost: Extract<Deed, { kind: 'find-post' }> = {
  kind: 'find-post',
  post: {
    platform: 'X',
    url: 'https://x.example/omori/status/1',
    seenAt: inJapan('2026-11-24T09:55:12'),
    account: '@omori_s',
    words: 'みなと商店の松井って女、顔を晒してやる。',
  },
}
/** The beginning of a PNG, which is all that tells its type, and more. */
export const aScreen = (seed = 1) =>
  Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, seed, 2, 3, 4])
