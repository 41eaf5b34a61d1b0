import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '#features/complaints/record/door.ts'
import type { CaseRecord, ComplaintEvent } from '#features/complaints/record/contract.ts'
import { aCall, anId, written } from '#features/complaints/record/factory.ts'
import { elapsedIn, nextTick } from './clock.ts'
import { readPlaybook } from './load.ts'

// Entries are 30 seconds apart: the complaint at 01:00:00, the call at 01:00:30.
const began = Date.parse('2026-11-24T01:00:30Z')
const after = (seconds: number) => new Date(began + seconds * 1000).toISOString()
const noted = (speaker: 'customer' | 'operator', isTranscribed = false): ComplaintEvent => ({
  type: 'complaints.noted',
  payload: {
    speaker,
    text: 'はい。',
    cues: [],
    ...(isTranscribed ? { utterance: { id: anId(7), at: after(0) } } : {}),
  },
})
const quiet: ComplaintEvent = { type: 'guide.noticed', payload: { what: 'quiet' } }
const held: ComplaintEvent = {
  type: 'intake.call-held',
  payload: { callId: anId(1), reason: '確認' },
}
const ended: ComplaintEvent = {
  type: 'intake.call-ended',
  payload: { callId: anId(1), seconds: 60, how: 'agreed' },
}
const record = (...events: ComplaintEvent[]) => fold(written([...aCall(''), ...events]))
const inChat = (...events: ComplaintEvent[]): CaseRecord => ({
  ...fold(written(events, after(0))),
  channel: 'chat',
})

describe('話した長さ', () => {
  test('掛かってきてからの分を、切り捨てて数える', () => {
    expect(elapsedIn(record(), after(59)).minutes).toBe(0)
    expect(elapsedIn(record(), after(12 * 60)).minutes).toBe(12)
  })

  test('終わった電話には、長さがない', () => {
    expect(elapsedIn(record(ended), after(600))).toEqual({
      minutes: null,
      silence: null,
      held: null,
    })
  })

  test('チャットは、半時間あいた後の最初の言葉から数える', () => {
    const chat = inChat(noted('customer'), noted('operator'))
    expect(elapsedIn(chat, after(20 * 60)).minutes).toBe(20)
    expect(elapsedIn(chat, after(45 * 60)).minutes).toBeNull()
  })
})

describe('沈黙', () => {
  test('打ち込んだだけの電話では、黙っておられるかどうかは分からない', () => {
    expect(elapsedIn(record(noted('customer')), after(60)).silence).toBeNull()
  })

  test('文字起こしがあれば、最後の声から数える', () => {
    expect(elapsedIn(record(noted('customer', true)), after(40)).silence).toBe(10)
  })

  test('聞き取りの途中では、まだ数えない', () => {
    const speaking = record(noted('customer', true), noted('customer'))
    expect(elapsedIn(speaking, after(100)).silence).toBeNull()
  })

  test('応対者が押した時から数え、どちらかが話せば終わる', () => {
    expect(elapsedIn(record(noted('customer'), quiet), after(67)).silence).toBe(7)
    expect(elapsedIn(record(quiet, noted('customer')), after(67)).silence).toBeNull()
  })

  test('保留の間は、沈黙とは言わず、お待たせした秒を数える', () => {
    const waiting = record(noted('customer', true), held)
    expect(elapsedIn(waiting, after(150))).toMatchObject({ silence: null, held: 90 })
  })

  test('チャットでは、書かれた言葉がそのまま時刻になる', () => {
    expect(elapsedIn(inChat(noted('customer')), after(60)).silence).toBe(60)
  })
})

describe('時間だけで変わる、次のとき', () => {
  const read = readPlaybook(
    [
      {
        file: 'a.yaml',
        text: `play: 試し
title: 試し
about: 試します。
tier: aside
opens: { any: [{ minutes: 12 }, { not: { silence: 5 } }] }
because: [試しです。]
moves:
  - id: 待つ
    stage: listen
    goal: 待つ
    say: []
    when: { silence: 10 }
    reasons: [試し]
`,
      },
    ],
    'ja',
  )
  if (!read.ok) throw new Error(read.refusal.data.problems.join('\n'))
  const playbook = read.value

  test('型に書かれた数のうち、いちばん近いものまでの秒', () => {
    expect(nextTick(record(), playbook, after(100))).toBe(12 * 60 - 100)
    expect(nextTick(record(noted('customer', true)), playbook, after(32))).toBe(3)
    expect(nextTick(record(noted('customer', true)), playbook, after(36))).toBe(4)
  })

  test('型が問わず、約束もなければ、時間では何も変わらない', () => {
    expect(nextTick(record(), playbook, after(13 * 60))).toBeNull()
    expect(nextTick(record(ended), playbook, after(100))).toBeNull()
  })

  test('どの時刻に尋ねても、次のときまでは沈黙も長さも境を越えない', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 900 }), (seconds) => {
        const heard = record(noted('customer', true))
        const tick = nextTick(heard, playbook, after(seconds))
        const last = elapsedIn(heard, after(seconds + (tick ?? 600) - 1))
        const now = elapsedIn(heard, after(seconds))
        for (const step of [5, 10])
          expect((now.silence ?? 0) >= step).toBe((last.silence ?? 0) >= step)
        expect((now.minutes ?? 0) >= 12).toBe((last.minutes ?? 0) >= 12)
      }),
    )
  })
})
