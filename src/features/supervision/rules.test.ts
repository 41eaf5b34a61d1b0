import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { emptyRecord, fold } from '#features/complaints/record/door.ts'
import type { CueCode } from '#features/language/contract.ts'
import type { BoardCall } from './contract.ts'
import { asideOf, heardIn, lengthOf, readWhisper, signsOn, whyNotLive, withSign } from './rules.ts'

const callId = '0193f0a0-0000-7000-8000-000000000001'
const other = '0193f0a0-0000-7000-8000-000000000002'
const at = '2026-11-24T01:00:00Z'

function recordOf(...events: ComplaintEvent[]) {
  const place = { at, by: 'system:test', byName: '' }
  return fold(events.map((event, index) => ({ ...event, ...place, sequence: index + 1 })))
}
const started = (id = callId): ComplaintEvent => ({
  type: 'intake.call-started',
  payload: { callId: id, direction: 'in', phone: null },
})
const heard = (...codes: CueCode[]): ComplaintEvent => ({
  type: 'complaints.noted',
  payload: {
    speaker: 'customer',
    text: 'あ',
    cues: codes.map((code) => ({ code, start: 0, end: 1, words: 'あ' })),
    callId,
  },
})

describe('この通話で聞こえたこと', () => {
  it('前の通話の合図は数えず、聞こえた順に回数をつける', () => {
    const record = recordOf(
      started(other),
      heard('insult'),
      started(),
      heard('no_response'),
      heard('hints_money', 'no_response'),
    )
    expect(heardIn(record).cues).toEqual([
      { code: 'no_response', count: 2 },
      { code: 'hints_money', count: 1 },
    ])
  })

  it('見逃せない合図はひとつで光り、金品のほのめかしは3回目で光る', () => {
    const money = heard('hints_money')
    expect(heardIn(recordOf(started(), money, money)).glow).toBeNull()
    expect(heardIn(recordOf(started(), money, money, money)).glow).toBe('money')
    expect(heardIn(recordOf(started(), money, money, money, heard('threat_harm'))).glow).toBe(
      'critical',
    )
    expect(heardIn(recordOf(started(other), heard('threat_harm'), started())).glow).toBeNull()
  })

  it('通話がなければ、何も聞こえていない', () => {
    expect(heardIn(emptyRecord)).toEqual({ cues: [], glow: null })
  })
})

describe('ささやき', () => {
  const refused = (text: string) => {
    const read = readWhisper(text)
    return read.ok ? 'ok' : read.refusal.code
  }
  it('一行にまとめ、80字まで', () => {
    expect(readWhisper('  そのままで。\n聞いています ')).toEqual({
      ok: true,
      value: 'そのままで。 聞いています',
    })
    expect(refused('あ'.repeat(80))).toBe('ok')
    expect(refused('あ'.repeat(81))).toBe('supervision.whisper-too-long')
    expect(refused(' \n　')).toBe('supervision.whisper-empty')
  })

  it('サロゲートペアの文字も一字と数える', () => {
    expect(lengthOf('𠮷野家')).toBe(3)
    expect(refused('𠮷'.repeat(80))).toBe('ok')
  })

  it('ほかの通話のささやきは混ざらず、返事はそれぞれのささやきにつく', () => {
    const entries = [
      entry('supervision.whispered', whispered(callId, 1)),
      entry('supervision.whispered', whispered(other, 2)),
      entry('supervision.whispered', whispered(callId, 3)),
      entry('supervision.whisper-answered', {
        whisperId: idOf(3),
        callId,
        answer: 'take-over',
        byName: '松井',
      }),
    ]
    const { whispers, takenOver } = asideOf(entries, callId)
    expect(whispers.map(({ id, answer }) => [id, answer?.kind])).toEqual([
      [idOf(1), undefined],
      [idOf(3), 'take-over'],
    ])
    expect(takenOver).toBeNull()
  })

  it('二度替わったら、最後に替わった人が分かる。消去された記録は飛ばす', () => {
    const names = { fromId: idOf(7), fromName: '松井', toId: idOf(8), reason: '安全のため' }
    const entries = [
      entry('supervision.taken-over', { callId, ...names, toName: '佐々木' }),
      entry('supervision.taken-over', { callId, ...names, toName: '高木' }),
      { ...entry('supervision.taken-over', {}), payload: null },
    ]
    expect(asideOf(entries, callId).takenOver).toMatchObject({ toName: '高木', at })
  })
})

describe('見守れる通話', () => {
  const live = { complaintId: idOf(1), handlerId: idOf(2), endedAt: null }
  const code = (call: typeof live | { endedAt: string } | undefined, complaintId = idOf(1)) => {
    const why = whyNotLive(call && { ...live, ...call }, complaintId)
    return why.ok ? 'ok' : why.refusal.code
  }
  it('その苦情の、続いている通話だけ', () => {
    expect(code(live)).toBe('ok')
    expect(code({ endedAt: at })).toBe('supervision.call-over')
    expect(code(live, idOf(9))).toBe('supervision.call-missing')
    expect(code(undefined)).toBe('supervision.call-missing')
  })
})

function idOf(number: number): string {
  return `0193f0a0-0000-7000-8000-00000000010${number}`
}

function whispered(id: string, number: number) {
  return { whisperId: idOf(number), callId: id, text: '聞いています', byName: '佐々木' }
}

function entry(type: string, payload: Record<string, unknown>): TimelineEntry {
  return {
    id: idOf(0),
    complaintId: idOf(0),
    sequence: 1,
    type,
    at,
    by: 'system:test',
    byName: '',
    payload,
  }
}

describe('たくさんの通話から選ぶ', () => {
  const line = (glow: BoardCall['glow'], ...codes: CueCode[]): BoardCall => ({
    call: {
      id: codes.join(),
      complaintId: other,
      direction: 'in',
      phone: null,
      handlerId: other,
      handlerName: '',
      startedAt: at,
      heldAt: null,
      endedAt: null,
    },
    complaintNumber: '',
    customerName: null,
    cues: codes.map((code) => ({ code, count: 1 })),
    glow,
    watcherNames: [],
  })
  const threat = line('critical', 'threat_harm')
  const money = line('money', 'hints_money', 'no_response')
  const waiting = line(null, 'no_response')
  const calls = [waiting, money, threat, line(null)]

  it('合図でも、光り方でも選べ、順は変わらない', () => {
    expect(withSign(calls, 'all')).toEqual(calls)
    expect(withSign(calls, 'no_response')).toEqual([waiting, money])
    expect(withSign(calls, 'critical')).toEqual([threat])
    expect(withSign(calls, 'insult')).toEqual([])
  })

  it('選べるのは、いま聞こえているもの。選んだものは、聞こえなくなっても残る', () => {
    expect(signsOn(calls, 'all')).toEqual([
      'all',
      'critical',
      'money',
      'no_response',
      'hints_money',
      'threat_harm',
    ])
    expect(signsOn([waiting], 'insult')).toEqual(['all', 'no_response', 'insult'])
  })
})
