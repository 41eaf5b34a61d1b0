import { describe, expect, it } from 'vitest'
import { listComplaints, readComplaint } from '#features/complaints/contract.ts'
import { closeComplaint, erasePersonalData } from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { openDesk, value } from '#test/desk.ts'
import { listReviews, receiveReview, reopenReview, settleReview } from './contract.ts'

const desk = await openDesk()
const [kobayashi, matsui] = [desk.as('kobayashi'), desk.as('matsui')]

const told = {
  words: '包丁の研ぎ直しを頼んだら、柄が割れて戻ってきました。',
  url: 'https://maps.app.goo.gl/abc',
  author: '港の見える丘の住人',
  stars: 2,
  postedAt: '2026-08-24T01:00:00Z',
  postedPrecision: 'about' as const,
}
const receive = async (more = {}) =>
  value(await kobayashi.call(receiveReview, { body: { id: desk.newId(), ...told, ...more } }))

describe('口コミを受け付ける', () => {
  it('どこに、いつ、星いくつで書かれ、いつ確かめたかが残り、どのお客様とも結びつかない', async () => {
    const { complaintId, number } = await receive()
    await desk.runJobs()
    const params = { complaintId }
    const complaint = value(await matsui.call(readComplaint, { params }))
    expect(complaint).toMatchObject({
      number,
      channel: 'review',
      receivedAt: '2026-08-24T01:00:00Z',
      customer: { customerId: null },
    })
    const { entries } = value(await matsui.call(readTimeline, { params }))
    expect(entries.map(({ type }) => type)).toEqual(['complaints.received', 'intake.review-seen'])
    expect(entries[1]?.payload).toEqual({
      site: 'Google マップ',
      url: told.url,
      author: told.author,
      stars: 2,
      postedAt: told.postedAt,
      postedPrecision: 'about',
      seenAt: '2026-11-24T01:00:00Z',
    })
    const { reviews } = value(await kobayashi.call(listReviews))
    expect(reviews[0]).toMatchObject({
      complaintId,
      status: 'open',
      site: 'Google マップ',
      stars: 2,
    })
  })

  it('同じ番号でも、同じ口コミでも、二度は受け付けない。言葉が違えば別のもの', async () => {
    const id = desk.newId()
    const first = await receive({ id, words: '皿が欠けていました。' })
    expect(await receive({ id, words: '皿が欠けていました。' })).toEqual({ ...first, isNew: false })
    expect(await receive({ words: '皿が欠けていました。' })).toEqual({ ...first, isNew: false })
    expect((await receive({ words: '椀も欠けていました。' })).isNew).toBe(true)
  })

  it.each([
    ['言葉がない', { words: ' ' }, 'intake.words-missing'],
    ['まだ来ていない日', { postedAt: '2027-01-01T00:00:00Z' }, 'intake.received-in-future'],
    ['リンクでないURL', { url: 'javascript:alert(1)' }, 'http.not-understood'],
    ['星が六つ', { stars: 6 }, 'http.not-understood'],
  ])('%sものは断る', async (_, more, code) => {
    const body = { id: desk.newId(), ...told, ...more }
    const answer = await kobayashi.call(receiveReview, { body })
    expect(answer.ok ? '' : answer.refusal.code).toBe(code)
  })
})

describe('どうしたかを記す', () => {
  it('そっとしておくには理由が要り、記したことは経過に残り、取り消せる', async () => {
    const { complaintId } = await receive({ words: '店の前がうるさい。' })
    const params = { complaintId }
    const left = { id: desk.newId(), how: 'left-alone' as const }
    const without = await kobayashi.call(settleReview, { params, body: left })
    expect(without.detail).toContain('理由')
    const reason = '事実と違い、返信すると広がるため'
    const done = await kobayashi.call(settleReview, { params, body: { ...left, reason } })
    expect(value(done)).toMatchObject({ status: 'left-alone', reason, settledByName: '小林 大輔' })
    const { counts, reviews } = value(
      await kobayashi.call(listReviews, { query: { status: 'left-alone' } }),
    )
    expect([counts['left-alone'], reviews.length]).toEqual([1, 1])
    const back = await kobayashi.call(reopenReview, { params, body: { id: desk.newId() } })
    expect(value(back)).toMatchObject({ status: 'open', reason: null, settledAt: null })
    const { entries } = value(await matsui.call(readTimeline, { params }))
    expect(entries.map(({ type }) => type).slice(2)).toEqual([
      'intake.review-settled',
      'intake.review-reopened',
    ])
  })

  it.each([
    ['星六つ', { stars: 6 }],
    ['星を言葉で', { stars: '三つ' }],
    ['動く言葉', { url: 'javascript:alert(1)' }],
    ['名のない所', { url: 'https:///r' }],
    ['ほかの仕組みの所', { url: 'ftp://example.jp/r' }],
  ])('APIでも、%s は受け取らない', async (_, more) => {
    const response = await desk.app.request(receiveReview.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-test-person': 'kobayashi' },
      body: JSON.stringify({ id: desk.newId(), ...told, ...more }),
    })
    expect(response.status).toBe(422)
  })

  it('口コミでない苦情には記せない', async () => {
    const { complaints } = value(await matsui.call(listComplaints, { query: { view: 'all' } }))
    const other = complaints.find(({ channel }) => channel !== 'review')
    const params = { complaintId: other?.id ?? desk.newId() }
    const body = { id: desk.newId(), how: 'checking' as const }
    expect((await kobayashi.call(settleReview, { params, body })).status).toBe(404)
  })
})

it('個人情報を消すと、書いた人と場所も消える', async () => {
  const { complaintId } = await receive({ words: '名前を出されて困っています。' })
  const params = { complaintId }
  const closing = { outcome: 'withdrawn' as const, reason: '投稿が取り下げられたため' }
  value(await matsui.call(closeComplaint, { params, body: { id: desk.newId(), ...closing } }))
  const erasing = { id: desk.newId(), reason: 'ご本人の求め' }
  value(await desk.as('fujii').call(erasePersonalData, { params, body: erasing }))
  await desk.runJobs()
  const { reviews } = value(await kobayashi.call(listReviews))
  const erased = reviews.find((review) => review.complaintId === complaintId)
  expect(erased).toMatchObject({ url: '', author: '', stars: 2 })
})
