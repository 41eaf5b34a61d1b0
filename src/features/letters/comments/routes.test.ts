import { describe, expect, it } from 'vitest'
import { withinWall } from '#platform/db/database.ts'
import { code, openDesk, value, type Person } from '#test/desk.ts'
import { openPostOffice } from '#test/post-office.ts'
import { checkLetter } from '../composing/contract.ts'
import { writeLetter } from '../contract.ts'
import { aMailbox, correspond } from '../factory.ts'
import { listPoints, readWriting, saveDraft } from '../writing/contract.ts'
import {
  acceptSuggestion,
  askLook,
  endLook,
  listComments,
  listLooks,
  makeComment,
  settleComment,
} from './contract.ts'
import { anchorAt, placeOf } from './rules.ts'

const desk = await openDesk()
const office = await openPostOffice()
const [kobayashi, sasaki, mori] = [desk.as('kobayashi'), desk.as('sasaki'), desk.as('mori')]
value(await aMailbox(desk, office))
const { received, opening, repliesOf } = correspond(desk, office)

const text = '森本様\n\n急須の件、確かめております。少しお待ちください。'
const anchorOn = (words: string, of = text) => {
  const start = of.indexOf(words)
  return anchorAt(of, { start, end: start + words.length })
}

/** Kobayashi writes, and a second person reads along. */
async function draft() {
  const { complaintId } = await received()
  const place = { complaintId, draftId: desk.newId(), hand: desk.newId() }
  const version = { now: 0 }
  const { to, subject } = await opening(complaintId)
  async function save(words: string) {
    const fields = { subject, to: to.join(), cc: '', reasons: {}, attachments: [] }
    const body = { ...place, basedOn: version.now, content: { text: words, ...fields } }
    const saved = value(await kobayashi.call(saveDraft, { params: { complaintId }, body }))
    version.now = saved.draft.version
  }
  await save(text)
  const say = (words: string, replacement: string | null, on: string, who: Person = sasaki) => {
    const body = { id: desk.newId(), anchor: anchorOn(on), words, replacement }
    return who.call(makeComment, { params: place, body })
  }
  const settle = (
    commentId: string,
    state: 'done' | 'declined' | 'withdrawn' | 'open',
    by = kobayashi,
  ) =>
    by.call(settleComment, {
      params: { complaintId, commentId },
      body: { id: desk.newId(), state, answer: state === 'declined' ? '日にちが先です' : '' },
    })
  const accept = (commentId: string, by = kobayashi) => {
    const body = { id: desk.newId(), ...place, version: version.now }
    return by.call(acceptSuggestion, { params: { complaintId, commentId }, body })
  }
  const comments = async () =>
    value(await sasaki.call(listComments, { params: { complaintId } })).comments
  const textNow = async () =>
    value(await sasaki.call(readWriting, { params: { complaintId } })).draft?.content.text ?? ''
  const { head } = await opening(complaintId)
  const send = (reasons: { rule: string; reason: string }[] = []) => {
    const body = { id: desk.newId(), basedOn: head, to, subject, text, reasons }
    return kobayashi.call(writeLetter, { params: { complaintId }, body })
  }
  return { ...place, save, say, settle, accept, comments, textNow, send, to, subject }
}

describe('書きかけについて、ほかの人が話す', () => {
  it('提案を受け入れると文面に入り、だれの提案かが残り、前の文面にも戻れる', async () => {
    const { complaintId, say, accept, comments, textNow } = await draft()
    value(await say('', '明日17時までにお電話します。', '少しお待ちください。'))
    const [made] = await comments()
    expect(made).toMatchObject({ kind: 'suggestion', state: 'open', madeByName: '佐々木 恵' })
    expect(code(await accept(made?.id ?? '', mori))).toBe('access.not-allowed')
    value(await accept(made?.id ?? ''))
    expect(code(await accept(made?.id ?? ''))).toBe('ok')
    expect(await textNow()).toBe(
      text.replace('少しお待ちください。', '明日17時までにお電話します。'),
    )
    expect((await comments())[0]).toMatchObject({ state: 'accepted', settledByName: '小林 大輔' })
    const { points } = value(await kobayashi.call(listPoints, { params: { complaintId } }))
    expect(points).toHaveLength(2)
  })

  it('文面が変わってもコメントは言葉に付いていき、言葉が消えれば提案は入らない', async () => {
    const { save, say, accept, comments, textNow } = await draft()
    value(await say('強すぎませんか', 'お待ちいただけますか。', '少しお待ちください。'))
    const [made] = await comments()
    await save(text.replace('急須の件、', 'このたびはご不便をおかけしております。急須の件、'))
    const [after] = await comments()
    const now = await textNow()
    const at = after && placeOf(now, after)
    expect(now.slice(at?.start, at?.end)).toBe('少しお待ちください。')
    expect(after?.place).toBeGreaterThan(made?.place ?? 0)
    await save('森本様\n\n急須の件、お電話します。')
    expect(code(await accept(made?.id ?? ''))).toBe('letters.stretch-gone')
    expect((await comments())[0]).toMatchObject({ state: 'open', quote: '少しお待ちください。' })
    expect(await textNow()).toBe('森本様\n\n急須の件、お電話します。')
  })

  it('見送りにはひとことが要り、取り下げは書いた人だけ、入った提案は開き直せない', async () => {
    const { complaintId, say, settle, accept, comments } = await draft()
    value(await say('言い切ってよいですか', null, '確かめております。'))
    const id = (await comments())[0]?.id ?? ''
    const params = { complaintId, commentId: id }
    const bare = { id: desk.newId(), state: 'declined' as const }
    expect(code(await kobayashi.call(settleComment, { params, body: bare }))).toBe(
      'letters.comment-why',
    )
    expect(code(await settle(id, 'withdrawn'))).toBe('letters.comment-others')
    value(await settle(id, 'declined'))
    expect((await comments())[0]).toMatchObject({ state: 'declined', answer: '日にちが先です' })
    value(await settle(id, 'open'))
    expect((await comments())[0]).toMatchObject({ state: 'open', answer: null })
    expect(code(await settle(id, 'done', mori))).toBe('access.not-allowed')
    value(await settle(id, 'withdrawn', sasaki))
    expect(code(await accept(id))).toBe('letters.comment-settled')
    expect(code(await say('', null, '確かめております。'))).toBe('letters.comment-empty')
  })

  it('コメントが残っていれば、どの扉からも、わけを書くまで送れない', async () => {
    const { complaintId, say, send, to, subject, comments, settle } = await draft()
    value(await say('金額は書かないで', null, '急須の件'))
    const body = { text, subject, to }
    const asked = async () => {
      const checked = await kobayashi.call(checkLetter, { params: { complaintId }, body })
      return value(checked).findings.filter(({ rule }) => rule === 'open-comments')
    }
    expect((await asked())[0]?.message).toContain('佐々木 恵 さんのコメントが1件')
    expect(code(await send())).toBe('letters.gate')
    const id = (await comments())[0]?.id ?? ''
    value(await settle(id, 'done'))
    expect(await asked()).toEqual([])
    value(await settle(id, 'open'))
    value(await send([{ rule: 'open-comments', reason: '電話で話しました' }]))
    expect(await repliesOf(complaintId)).toHaveLength(1)
  })

  it('見てもらうよう頼むと、その人の最初の画面に並び、見れば消える', async () => {
    const { complaintId, draftId } = await draft()
    const params = { complaintId, draftId }
    const order = (memberId: string) => ({
      id: desk.newId(),
      memberId,
      words: '言い方を見てください',
    })
    expect(code(await kobayashi.call(askLook, { params, body: order(kobayashi.memberId) }))).toBe(
      'letters.nobody-asked',
    )
    value(await kobayashi.call(askLook, { params, body: order(mori.memberId) }))
    const waiting = async () =>
      value(await mori.call(listLooks)).looks.filter((each) => each.complaintId === complaintId)
    const [look] = await waiting()
    expect(look).toMatchObject({ askedByName: '小林 大輔', words: '言い方を見てください' })
    const end = { params: { complaintId, lookId: look?.id ?? '' }, body: { id: desk.newId() } }
    expect(code(await sasaki.call(endLook, end))).toBe('letters.draft-missing')
    value(await mori.call(endLook, end))
    expect(await waiting()).toEqual([])
  })

  it('読むだけの人とほかの組織には、何も見えない', async () => {
    const { complaintId, say } = await draft()
    value(await say('見えますか', null, '急須の件', mori))
    const nakano = desk.as('nakano')
    expect(code(await nakano.call(listComments, { params: { complaintId } }))).toBe(
      'access.not-allowed',
    )
    expect(code(await say('私も', null, '急須の件', nakano))).toBe('access.not-allowed')
    const seen = await withinWall(desk.ports.db, desk.newId(), async (tx) => [
      await tx.selectFrom('letters_draft_comments').select('id').execute(),
      await tx.selectFrom('letters_draft_looks').select('id').execute(),
    ])
    expect(seen).toEqual([[], []])
  })
})
