import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  closeComplaint,
  addNote,
  erasePersonalData,
} from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import {
  listReviews,
  receiveReview,
  reopenReview,
  settleReview,
} from '#features/intake/reviews/contract.ts'
import {
  grantApproval,
  changeLimits,
  readLimits,
  listComplaintApprovals,
  refuseApproval,
} from '#features/remedies/approvals/contract.ts'
import { code, openDesk, value, type Person } from '#test/desk.ts'
import { changeLetterhead } from '../letterhead/contract.ts'
import { ourLetterhead } from '../typesetting/factory.ts'
import * as wall from './contract.ts'

const desk = await openDesk()
const [kobayashi, sasaki, takagi, fujii] = [
  desk.as('kobayashi'),
  desk.as('sasaki'),
  desk.as('takagi'),
  desk.as('fujii'),
]
value(await fujii.call(changeLetterhead, { body: ourLetterhead }))

const text =
  'ご投稿をありがとうございます。\nこのたびはご不快な思いをおかけし、申し訳ございません。'
let written = 0

async function review(more = {}) {
  written += 1
  const words = `包丁の柄が割れて戻ってきました。注文番号は K2026-77 です（${written}件め）。`
  const told = { url: 'https://maps.app.goo.gl/abc', author: '港の見える丘の住人', stars: 2 }
  const body = { id: desk.newId(), words, ...told, ...more }
  return value(await kobayashi.call(receiveReview, { body })).complaintId
}

const check = async (complaintId: string, words: string) =>
  value(
    await kobayashi.call(wall.checkPublicReply, { params: { complaintId }, body: { text: words } }),
  )
const askFor = (complaintId: string, words = text, by = kobayashi, more = {}) =>
  by.call(wall.askPublicReply, {
    params: { complaintId },
    body: { id: desk.newId(), text: words, reason: '口コミへの返信', ...more },
  })
const publish = (
  complaintId: string,
  words = text,
  by: Pick<Person, 'call'> = kobayashi,
  more = {},
) =>
  by.call(wall.publishWords, {
    params: { complaintId },
    body: { id: desk.newId(), text: words, ...more },
  })
const openReply = async (complaintId: string) =>
  value(await kobayashi.call(wall.readPublicReply, { params: { complaintId } }))
async function latestAsked(complaintId: string) {
  const { approvals } = value(
    await kobayashi.call(listComplaintApprovals, { params: { complaintId } }),
  )
  return approvals.find(({ state }) => state === 'asked')?.id ?? ''
}
async function grant(complaintId: string, by = sasaki) {
  const params = { approvalId: await latestAsked(complaintId) }
  return by.call(grantApproval, { params, body: { id: desk.newId() } })
}
async function approved(complaintId: string, words = text) {
  value(await askFor(complaintId, words))
  value(await grant(complaintId))
}
const typesOf = async (complaintId: string) =>
  value(await kobayashi.call(readTimeline, { params: { complaintId }, query: {} })).entries.map(
    ({ type }) => type,
  )
const shownOf = async (complaintId: string) =>
  value(await kobayashi.call(wall.listPublicReviews)).reviews.find(
    (each) => each.complaintId === complaintId,
  )
const reviewLine = async (complaintId: string) =>
  value(await kobayashi.call(listReviews)).reviews.find((each) => each.complaintId === complaintId)

describe('二人めが承認した、その文面だけを載せられる', () => {
  it('承認を頼み、下りたら一度だけ。文面は一文字も変わらずに残り、経過と口コミの扱いに出る', async () => {
    const complaintId = await review()
    expect(code(await publish(complaintId))).toBe('remedies.public-not-approved')
    value(await askFor(complaintId))
    expect((await check(complaintId, text)).standing).toBe('waiting')
    expect(await shownOf(complaintId)).toMatchObject({ standing: 'waiting', shownUnder: 'waiting' })
    expect(code(await publish(complaintId))).toBe('remedies.public-not-approved')
    value(await grant(complaintId))
    expect(await shownOf(complaintId)).toMatchObject({
      shownUnder: 'approved',
      draftedByName: '小林 大輔',
    })
    const { reply } = value(await publish(complaintId))
    expect(reply).toMatchObject({
      version: 1,
      text,
      site: 'Google マップ',
      url: 'https://maps.app.goo.gl/abc',
      sha256: createHash('sha256').update(text).digest('hex'),
      postedAt: '2026-11-24T01:00:00Z',
      recordedByName: '小林 大輔',
    })
    expect((await openReply(complaintId)).draft).toBeNull()
    expect(await reviewLine(complaintId)).toMatchObject({ status: 'answered', replyId: reply.id })
    expect((await typesOf(complaintId)).slice(2)).toEqual([
      'letters.public-drafted',
      'remedies.approval-asked',
      'remedies.approval-granted',
      'letters.public-published',
      'remedies.approval-used',
    ])
    expect(code(await publish(complaintId))).toBe('remedies.public-not-approved')
  })

  it('承認のあとで変えた文面は、頼み直しになる', async () => {
    const complaintId = await review()
    await approved(complaintId)
    expect(code(await publish(complaintId, `${text}お待ちしております。`))).toBe(
      'remedies.public-not-approved',
    )
    value(
      await kobayashi.call(wall.draftPublicReply, {
        params: { complaintId },
        body: { id: desk.newId(), text: `${text}お待ちしております。` },
      }),
    )
    expect(await shownOf(complaintId)).toMatchObject({ standing: 'drafted', shownUnder: 'drafted' })
    expect(code(await publish(complaintId))).toBe('ok')
  })

  it('SVも管理者も、自分の文面は承認できない。見送りの理由は、書いた人に届く', async () => {
    const complaintId = await review()
    value(await askFor(complaintId, text, sasaki))
    expect(code(await grant(complaintId, sasaki))).toBe('remedies.approval-own')
    expect(code(await publish(complaintId, text, sasaki))).toBe('remedies.public-not-approved')
    const words = 'お詫びの前に、何があったのかをうかがいたく存じます。'
    const params = { approvalId: await latestAsked(complaintId) }
    value(await takagi.call(refuseApproval, { params, body: { id: desk.newId(), words } }))
    expect(await check(complaintId, text)).toMatchObject({ standing: 'declined', words })
    expect(await shownOf(complaintId)).toMatchObject({
      standing: 'declined',
      shownUnder: 'drafted',
    })
    expect(code(await publish(complaintId, text, fujii))).toBe('remedies.public-not-approved')
  })

  it('会社が要らないと定めれば、承認なしで載せられる。門は通る', async () => {
    const complaintId = await review()
    const usual = value(await fujii.call(readLimits))
    value(await fujii.call(changeLimits, { body: { ...usual, publicBy: 'nobody' } }))
    expect(code(await askFor(complaintId))).toBe('remedies.approval-needless')
    expect(code(await publish(complaintId, '注文番号 K2026-77 の件です。'))).toBe('letters.gate')
    expect(code(await publish(complaintId))).toBe('ok')
    expect(code(await publish(complaintId))).toBe('letters.public-same')
    value(await fujii.call(changeLimits, { body: usual }))
  })
})

describe('お客様が分かる言葉は、誰の承認があっても載らない', () => {
  async function rulesIn(complaintId: string, words: string) {
    const { findings } = await check(complaintId, words)
    return findings.filter(({ need }) => need === 'change').map(({ rule }) => rule)
  }

  it('番号は、お客様が公に書かれていても。承認を頼む前に止まる', async () => {
    const complaintId = await review()
    const words = `${text}\n注文番号 Ｋ２０２６－７７ を確かめました。`
    expect(await rulesIn(complaintId, words)).toEqual(['number-in-public'])
    expect(code(await askFor(complaintId, words))).toBe('letters.gate')
    expect((await typesOf(complaintId)).includes('remedies.approval-asked')).toBe(false)
  })

  it('記録だけが知るお名前と連絡先。承認のあとで分かったことも、載せるときに止まる', async () => {
    const customer = { name: '森本 千尋', kana: 'モリモト チヒロ', phone: '090-1234-5678' }
    const received = { id: desk.newId(), words: '割れた', channel: 'letter' as const, customer }
    const { complaintId } = value(await kobayashi.call(receiveComplaint, { body: received }))
    expect(
      await rulesIn(complaintId, 'もりもと様、０９０ー１２３４ー５６７８ にご連絡します。'),
    ).toEqual(['name-in-public', 'contact-in-public'])
    const words = `${text}\n青葉台のことは、承知しております。`
    const known = `${text}\n予約番号は QX-7788 です。`
    value(await askFor(complaintId, words))
    value(await grant(complaintId))
    expect(code(await publish(complaintId, words))).toBe('ok')
    expect(code(await askFor(complaintId, known))).toBe('letters.gate')
  })

  it('当社の電話は、書いてよい', async () => {
    const complaintId = await review()
    const words = `${text}\nお電話（当社の窓口 ${ourLetterhead.telephone}）でうかがえますと幸いです。`
    expect(await rulesIn(complaintId, words)).toEqual([])
    const { channels, name } = await openReply(complaintId)
    expect([channels.telephone, channels.formPath, name]).toEqual([
      '054-000-0000',
      '/form/demo',
      'みなと食卓株式会社',
    ])
  })

  it('お体のことは、記録だけが知るあいだは書けない', async () => {
    const complaintId = await review()
    const note = {
      id: desk.newId(),
      speaker: 'customer' as const,
      text: '指を切って病院へ行きました',
    }
    value(await kobayashi.call(addNote, { params: { complaintId }, body: note }))
    expect(await rulesIn(complaintId, '病院へ行かれたとのこと、案じております。')).toEqual([
      'health-in-public',
    ])
  })

  it('場所の長さを超えるときは、理由が要る', async () => {
    const complaintId = await review({ url: 'https://x.com/kettle/status/1' })
    const words = `${text}\n${'いただいたお声を、これからに生かします。'.repeat(8)}`
    const { findings } = await check(complaintId, words)
    expect(findings.find(({ rule }) => rule === 'too-long-in-public')).toMatchObject({
      need: 'reason',
    })
    expect(code(await askFor(complaintId, words))).toBe('letters.gate')
    const reasons = findings
      .filter(({ need }) => need === 'reason')
      .map(({ rule }) => ({ rule, reason: '有料の契約で長く書けるため' }))
    expect(code(await askFor(complaintId, words, kobayashi, { reasons }))).toBe('ok')
  })
})

describe('載せたあと', () => {
  it('書き替えたものは次の版になり、前の文面も残る。取り下げると、口コミはまた待つ', async () => {
    const complaintId = await review()
    await approved(complaintId)
    value(await publish(complaintId))
    const second = `${text}\n何があったのかを、直接うかがいたく存じます。`
    await approved(complaintId, second)
    const url = 'https://maps.app.goo.gl/abc#reply'
    value(await publish(complaintId, second, kobayashi, { url, postedAt: '2026-11-24T00:30:00Z' }))
    const { replies } = await openReply(complaintId)
    expect(replies.map((each) => [each.version, each.text, each.replacedAt !== null])).toEqual([
      [1, text, true],
      [2, second, false],
    ])
    const params = { complaintId }
    const withdrawn = await kobayashi.call(wall.withdrawWords, {
      params,
      body: { id: desk.newId(), reason: '事実と違うと分かったため' },
    })
    expect(value(withdrawn).replies[1]).toMatchObject({
      withdrawnReason: '事実と違うと分かったため',
      withdrawnByName: '小林 大輔',
    })
    expect(await reviewLine(complaintId)).toMatchObject({ status: 'open', replyId: null })
    const again = { id: desk.newId(), reason: 'もう一度' }
    expect(code(await kobayashi.call(wall.withdrawWords, { params, body: again }))).toBe(
      'letters.public-nothing',
    )
    expect((await typesOf(complaintId)).at(-1)).toBe('letters.public-withdrawn')
  })

  it('返信が載っているあいだは、扱いを取り消せない。個別に移ったことは記せる', async () => {
    const complaintId = await review()
    await approved(complaintId)
    value(await publish(complaintId))
    const params = { complaintId }
    const body = () => ({ id: desk.newId() })
    expect(code(await kobayashi.call(reopenReview, { params, body: body() }))).toBe(
      'intake.review-stands-in-public',
    )
    const left = { ...body(), how: 'left-alone' as const, reason: 'なかったことに' }
    expect(code(await kobayashi.call(settleReview, { params, body: left }))).toBe(
      'intake.review-stands-in-public',
    )
    const moved = { ...body(), how: 'moved-to-private' as const }
    value(await kobayashi.call(settleReview, { params, body: moved }))
    const back = await kobayashi.call(reopenReview, { params, body: body() })
    expect(value(back).status).toBe('answered')
  })

  it('まだ来ていない日時には載せられない', async () => {
    const complaintId = await review()
    await approved(complaintId)
    const more = { postedAt: '2026-11-24T01:01:00Z' }
    expect(code(await publish(complaintId, text, kobayashi, more))).toBe('letters.public-in-future')
    expect((await check(complaintId, text)).standing).toBe('approved')
  })

  it('同じ命令が二度届いても、載るのは一度', async () => {
    const complaintId = await review()
    await approved(complaintId)
    const id = desk.newId()
    const first = value(await publish(complaintId, text, kobayashi, { id }))
    expect(value(await publish(complaintId, text, kobayashi, { id }))).toEqual(first)
    expect((await openReply(complaintId)).replies.length).toBe(1)
  })

  it('個人情報を消すと、文面と場所は消え、ハッシュと日時は残る', async () => {
    const complaintId = await review()
    await approved(complaintId)
    const { reply } = value(await publish(complaintId))
    const params = { complaintId }
    const closing = { outcome: 'withdrawn' as const, reason: '投稿が取り下げられたため' }
    value(await kobayashi.call(closeComplaint, { params, body: { id: desk.newId(), ...closing } }))
    const erasing = { id: desk.newId(), reason: 'ご本人の求め' }
    value(await fujii.call(erasePersonalData, { params, body: erasing }))
    await desk.runJobs()
    const { replies, draft } = await openReply(complaintId)
    expect(draft).toBeNull()
    expect(replies).toMatchObject([{ text: '（消去済み）', url: '', sha256: reply.sha256 }])
  })
})

describe('誰が', () => {
  it('ほかの会社の苦情には、どの道からも届かない', async () => {
    const other = await openDesk()
    const body = { id: other.newId(), words: '別の会社の口コミです。', stars: 1 }
    const theirs = value(await other.as('kobayashi').call(receiveReview, { body })).complaintId
    const params = { complaintId: theirs }
    const id = desk.newId()
    const answers = [
      await kobayashi.call(wall.readPublicReply, { params }),
      await kobayashi.call(wall.checkPublicReply, { params, body: { text } }),
      await kobayashi.call(wall.draftPublicReply, { params, body: { id, text } }),
      await askFor(theirs),
      await publish(theirs),
      await kobayashi.call(wall.withdrawWords, { params, body: { id, reason: '試し' } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
  })

  it('サインインしていない人には、どの道も開かない', async () => {
    const complaintId = await review()
    const params = { complaintId }
    const answers = [
      await desk.customer.call(wall.readPublicReply, { params }),
      await desk.customer.call(wall.listPublicReviews),
      await publish(complaintId, text, desk.customer),
    ]
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
  })
})

describe('一覧', () => {
  it('どこで待っているかで分かれ、数は合い、古いものが先に来る', async () => {
    const fresh = await openDesk()
    const by = fresh.as('kobayashi')
    const ids: string[] = []
    for (const [at, stars] of [1, 2, 5, null].entries()) {
      const seenAt = `2026-11-2${at}T01:00:00Z`
      const body = { id: fresh.newId(), words: `${at}つめの声`, stars, seenAt }
      ids.push(value(await by.call(receiveReview, { body })).complaintId)
    }
    const [first = '', second = '', third = ''] = ids
    const keep = { id: fresh.newId(), text }
    value(await by.call(wall.draftPublicReply, { params: { complaintId: second }, body: keep }))
    const moved = { id: fresh.newId(), how: 'checking' as const }
    value(await by.call(settleReview, { params: { complaintId: third }, body: moved }))
    const open = value(await by.call(wall.listPublicReviews, { query: { show: 'open' } }))
    expect(open.reviews.map(({ complaintId }) => complaintId)).toEqual([first, ids[3]])
    expect(open.counts).toEqual({
      open: 2,
      drafted: 1,
      waiting: 0,
      approved: 0,
      checking: 1,
      done: 0,
    })
    const low = value(await by.call(wall.listPublicReviews, { query: { starsUpTo: 2 } }))
    expect([low.reviews.map(({ stars }) => stars), low.total]).toEqual([[2, 1], 2])
    const one = value(await by.call(wall.listPublicReviews, { query: { limit: 1 } }))
    expect([one.reviews.length, one.total]).toEqual([1, 4])
    const empty = { id: fresh.newId(), text: '' }
    value(await by.call(wall.draftPublicReply, { params: { complaintId: second }, body: empty }))
    const after = value(await by.call(wall.listPublicReviews, { query: { show: 'drafted' } }))
    expect([after.reviews, after.counts.open]).toEqual([[], 3])
  })
})
