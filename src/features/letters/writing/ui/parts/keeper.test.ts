import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ReplyContent, SharedDraft } from '../../contract.ts'
import { isSameContent } from '../../rules.ts'
import { Keeper, type Kept } from './keeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const empty: Kept = {
  text: '森本様\n\n',
  subject: 'Re:',
  to: 'a@example.jp',
  cc: '',
  reasons: {},
  attachments: [],
  base: null,
  isSaved: false,
}
const by = {
  begunByName: '松井',
  savedAt: '2026-11-24T01:00:00Z',
  savedById: 'm',
  savedByName: '松井',
}
const at = (id: string, version: number, content: ReplyContent, hand: string): SharedDraft => {
  return { id, version, content, hand, ...by }
}
type Sent = { draftId: string; hand: string; basedOn: number; content: ReplyContent }

const hands = {
  a: '01900000-0000-7000-8000-00000000000a',
  b: '01900000-0000-7000-8000-00000000000b',
}

/** A server that answers as the product's own, and can be cut off. */
function aServer() {
  const server = {
    draft: null as SharedDraft | null,
    isAway: false,
    sent: [] as Sent[],
    send: async ({ body }: { body: Sent }) => {
      server.sent.push(body)
      if (server.isAway) return refusal('unreachable', 'kit.unreachable')
      const { draft } = server
      if (draft && isSameContent(draft.content, body.content)) return value(draft)
      if (draft && (draft.id !== body.draftId || draft.version !== body.basedOn))
        return refusal('conflict', 'letters.draft-moved', { draft })
      server.draft = at(body.draftId, (draft?.version ?? 0) + 1, body.content, body.hand)
      return value(server.draft)
    },
  }
  return server
}
const value = (draft: SharedDraft) => ({ ok: true as const, value: { draft } })
const refusal = (kind: string, code: string, data: unknown = null) => {
  return { ok: false as const, refusal: { kind, code, data } }
}

function composer(server: ReturnType<typeof aServer>, hand: keyof typeof hands, first = empty) {
  const device: { kept: Kept | null } = { kept: first === empty ? null : first }
  const keeper = new Keeper({
    complaintId: 'c',
    hand: hands[hand],
    first,
    empty,
    isTouched: first !== empty,
    show: (kept) => void (device.kept = kept),
    send: server.send,
  })
  const hear = () => keeper.hear({ draft: server.draft, closed: null, hands: [] })
  return { keeper, device, hear, type: (text: string) => keeper.change({ text }) }
}
const pass = (ms = 2100) => vi.advanceTimersByTimeAsync(ms)

it('続けて書いても、数秒に一度だけ届け、最後の文面まで届く', async () => {
  const server = aServer()
  const { keeper, type } = composer(server, 'a')
  for (const text of ['あ', 'あい', 'あいう']) {
    type(text)
    await pass(500)
  }
  await pass()
  expect(server.sent.map(({ content }) => content.text)).toEqual(['あいう'])
  expect(keeper.keeping.state).toBe('kept')
  type('あいうえ')
  await pass()
  expect([server.draft?.version, keeper.local.isSaved]).toEqual([2, true])
  await pass(60_000)
  expect(server.sent).toHaveLength(2)
})

it('つながらないあいだは端末に残り、つながると届く', async () => {
  const server = aServer()
  server.isAway = true
  const { keeper, device, type } = composer(server, 'a')
  type('圏外で書いた返事')
  await pass()
  expect([keeper.keeping.state, device.kept?.text]).toEqual(['away', '圏外で書いた返事'])
  server.isAway = false
  await pass(5100)
  expect([server.draft?.content.text, keeper.keeping.state]).toEqual(['圏外で書いた返事', 'kept'])
})

it('ほかの人が進めた文面を見せ、書きかけとぶつかったら両方を残して選んでもらう', async () => {
  const server = aServer()
  const [a, b] = [composer(server, 'a'), composer(server, 'b')]
  a.type('始めました')
  await pass()
  b.hear()
  expect(b.keeper.local.text).toBe('始めました')
  b.type('始めました。松井です')
  await pass()
  a.type('始めました。小林です')
  await pass()
  expect(a.keeper.keeping).toMatchObject({ state: 'overtaken', theirs: { version: 2 } })
  expect([a.keeper.local.text, server.draft?.content.text]).toEqual([
    '始めました。小林です',
    '始めました。松井です',
  ])
  a.type('始めました。小林です。')
  await pass(60_000)
  expect(server.draft?.version).toBe(2)
  a.keeper.keepMine()
  await pass()
  expect(server.draft).toMatchObject({ version: 3, content: { text: '始めました。小林です。' } })
})

it('閉じるときは、届いていない文面をすぐに届ける。送る前に止めると、それからは何も届けない', async () => {
  const server = aServer()
  const a = composer(server, 'a')
  a.type('途中')
  a.keeper.leave()
  await pass(0)
  expect(server.draft?.content.text).toBe('途中')
  const b = composer(server, 'b')
  b.hear()
  b.type('送る文面')
  await b.keeper.still()
  expect(server.draft?.content.text).toBe('送る文面')
  b.type('送ったあと')
  await pass(60_000)
  expect(server.draft?.content.text).toBe('送る文面')
})

it('送ろうとして断られても、そのあと書いたものは、また届く', async () => {
  const server = aServer()
  const { keeper, type } = composer(server, 'a')
  type('書きかけ')
  await pass(500)
  await keeper.still()
  keeper.wake()
  type('書きかけを直しました')
  await pass()
  expect(server.draft?.content.text).toBe('書きかけを直しました')
})
