import { describe, expect, it } from 'vitest'
import type { Utterance } from '../../contract.ts'
import { keysOf, untold } from './announced.ts'

const id = '019a0000-0000-7000-8000-000000000001'
const said = (text: string, codes: Utterance['cues'][number]['code'][], more = {}): Utterance => ({
  id,
  speaker: 'customer',
  text,
  at: '2026-11-24T01:00:00Z',
  state: 'provisional',
  callId: null,
  cues: codes.map((code) => ({ code, start: 0, end: text.length, words: text })),
  ...more,
})

describe('声で読み上げる合図', () => {
  it('言葉が伸びても、同じ合図は一度だけ', () => {
    const first = said('責任者を出せ', ['asks_supervisor'])
    expect(untold([first], new Set())).toEqual([first])
    const told = new Set(keysOf([first]))
    expect(untold([said('責任者を出せよ', ['asks_supervisor'])], told)).toEqual([])
  })

  it('同じ発言にあとから加わった合図は、それだけを読む', () => {
    const told = new Set(keysOf([said('責任者を出せ', ['asks_supervisor'])]))
    const grown = said('責任者を出せ、訴えるぞ', ['asks_supervisor', 'legal_action'])
    expect(untold([grown], told).flatMap(({ cues }) => cues.map(({ code }) => code))).toEqual([
      'legal_action',
    ])
  })

  it('合図のない言葉と、応対する側の言葉は読まない', () => {
    const ours = said('上司に替わります', ['asks_supervisor'], { speaker: 'operator' })
    expect(untold([said('はい', []), ours], new Set())).toEqual([])
  })
})
