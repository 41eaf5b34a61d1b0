import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addNote } from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { endCall, startCall } from '#features/intake/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { notice, readGuidance, withdrawNotice } from './contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
let [complaintId, callId] = ['', '']
beforeEach(async () => {
  complaintId = desk.newId()
  callId = desk.newId()
  value(await matsui.call(startCall, { body: { id: callId, complaintId } }))
})
afterEach(async () => {
  const body = { id: desk.newId(), how: 'agreed' as const }
  value(await matsui.call(endCall, { params: { callId }, body }))
})
const guidance = async () => value(await matsui.call(readGuidance, { params: { complaintId } }))
const hear = async (text: string) =>
  value(
    await matsui.call(addNote, {
      params: { complaintId },
      body: { id: desk.newId(), speaker: 'customer', text },
    }),
  )
const note = (what: 'quiet' | 'language' | 'organisation', speaks?: 'nepali') =>
  matsui.call(notice, {
    params: { complaintId, what },
    body: { id: desk.newId(), ...(speaks ? { speaks } : {}) },
  })

describe('お相手のこと', () => {
  it('お客様がはっきり言えば型が出て、取り消せば引っ込み、もう一度言われても戻らない', async () => {
    await hear('耳が遠いものですから。')
    expect(await guidance()).toMatchObject({
      current: { play: '聞こえにくい方' },
      noticed: [{ what: 'hearing', isTold: true, words: '耳が遠' }],
    })
    const params = { complaintId, what: 'hearing' as const }
    value(await matsui.call(withdrawNotice, { params, body: { id: desk.newId() } }))
    await hear('耳が悪いんです。')
    expect(await guidance()).toMatchObject({ current: { play: '傾聴' }, noticed: [] })
  })

  it('一つの鍵で書き留めれば型が出て、経過に一行残る', async () => {
    await hear('これ、ちがう。')
    value(await note('language', 'nepali'))
    expect(await guidance()).toMatchObject({
      current: { play: '日本語に慣れない方', because: 'ネパール語のほうが話しやすい方です。' },
      noticed: [{ what: 'language', speaks: 'nepali', isTold: false }],
    })
    const { entries } = value(await matsui.call(readTimeline, { params: { complaintId } }))
    expect(entries.find(({ type }) => type === 'guide.noticed')?.payload).toEqual({
      what: 'language',
      speaks: 'nepali',
    })
  })

  it('部門の人は、応対のことを書き留められない', async () => {
    const answer = await desk.as('okamoto').call(notice, {
      params: { complaintId, what: 'child' },
      body: { id: desk.newId() },
    })
    expect(code(answer)).not.toBe('ok')
  })
})

describe('時間だけが進むとき', () => {
  it('何も書かれなくても、沈黙は5秒・10秒・25秒と知らせに変わり、いまの一手は替わらない', async () => {
    await hear('妻が楽しみにしていたんです。')
    value(await note('quiet'))
    const { head } = await guidance()
    const seen: (string | undefined)[] = []
    for (const seconds of [1, 9, 15]) {
      desk.clock.advance(Temporal.Duration.from({ seconds }))
      const { current, announced, again, head: now } = await guidance()
      expect({ move: current?.id, head: now }).toEqual({ move: '遮らずに聴く', head })
      expect(again).toBeGreaterThan(0)
      seen.push(announced?.id)
    }
    expect(seen).toEqual(['黙って待つ', 'ひと言添えて、また待つ', 'つながりを確かめる'])
  })

  it('次に尋ねる秒を守って尋ねれば、15分の知らせに間に合う', async () => {
    await hear('去年の春のことなんです。')
    const { again, announced } = await guidance()
    expect(announced).toBeNull()
    desk.clock.advance(Temporal.Duration.from({ seconds: again ?? 0 }))
    expect((await guidance()).announced?.id).toBe('要約してお返しする')
  })
})
