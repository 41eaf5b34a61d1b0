import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { lineOf, talkOf } from './rules.ts'

const callId = '0193f0a0-0000-7000-8000-000000000001'
const other = '0193f0a0-0000-7000-8000-000000000002'
const at = '2026-11-24T01:00:00Z'

function timeline(...events: [string, Record<string, unknown> | null][]): TimelineEntry[] {
  return events.map(([type, payload], index) => ({
    id: `0193f0a0-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
    complaintId: callId,
    sequence: index + 1,
    type,
    at: Temporal.Instant.from(at).add({ minutes: index }).toString(),
    by: 'system:test',
    byName: '',
    payload,
  }))
}
const started = (id: string) => ({ callId: id, direction: 'in', phone: null })
const note = (id: string, speaker: string, text: string) => ({
  callId: id,
  speaker,
  text,
  cues: [],
})
const phrase = (text: string) => ({ play: 'a', move: 'b', phrase: 0, text })

describe('見守る人に見える通話', () => {
  it('この通話のメモと使った言い方が、起きた順に並ぶ', () => {
    const entries = timeline(
      ['intake.call-started', started(other)],
      ['complaints.noted', note(other, 'customer', '前の通話')],
      ['guide.phrase-used', phrase('前に使った言い方')],
      ['intake.call-started', started(callId)],
      ['complaints.noted', note(callId, 'customer', '瓶が割れていました')],
      ['guide.phrase-used', phrase('お怪我はございませんでしたか')],
      ['complaints.noted', null],
      ['complaints.noted', note(callId, 'internal', '怪我なし')],
    )
    expect(talkOf(entries, callId).map(({ kind, text }) => [kind, text])).toEqual([
      ['customer', '瓶が割れていました'],
      ['phrase', 'お怪我はございませんでしたか'],
      ['internal', '怪我なし'],
    ])
  })

  it('保留のはじまりは、戻ると消え、また保留にすると新しくなる', () => {
    const events: [string, Record<string, unknown>][] = [
      ['intake.call-started', started(callId)],
      ['intake.call-held', { callId, reason: '確認' }],
      ['intake.call-resumed', { callId, heldSeconds: 60 }],
      ['intake.call-held', { callId, reason: '確認' }],
      ['intake.call-ended', { callId, seconds: 60, how: 'agreed' }],
    ]
    const heldAt = (count: number) => lineOf(timeline(...events.slice(0, count)), callId).heldAt
    expect([1, 2, 3, 4, 5].map(heldAt)).toEqual([
      null,
      '2026-11-24T01:01:00Z',
      null,
      '2026-11-24T01:03:00Z',
      null,
    ])
    expect(lineOf(timeline(...events), callId).endedAt).toBe('2026-11-24T01:04:00Z')
    expect(lineOf(timeline(...events), other).endedAt).toBeNull()
  })
})
