import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { CueCode } from '#features/language/contract.ts'
import type { Ground, Suggestion } from './contract.ts'

type Known = Pick<
  CaseRecord,
  'safety' | 'cues' | 'contacts' | 'demands' | 'commitments' | 'details' | 'triage' | 'clocks'
>

/** Somebody may be in danger now. */
const danger = [
  'customer_crisis',
  'threat_harm',
  'confinement',
  'refuses_to_leave',
] as const satisfies readonly CueCode[]
/** More than one customer's matter, or one for lawyers. */
const grave = [
  'safety_accident',
  'privacy_breach',
  'legal_action',
  'threat_exposure',
  'mentions_authority',
] as const satisfies readonly CueCode[]
const pressing = [
  'anger_high',
  'broken_promise',
  'no_response',
  'repeat_contact',
] as const satisfies readonly CueCode[]

/**
 * What the record speaks for, with every reason in words. Safety first: whoever was hurt makes a complaint critical
 * whatever else it says. A named person decides.
 */
export function suggestionOf(record: Known): Suggestion {
  return {
    isSafety: safetyOf(record),
    severity: severityOf(record),
    complexity: complexityOf(record),
    impact: impactOf(record),
    immediateAction: immediateOf(record),
  }
}

function safetyOf(record: Known): Suggestion['isSafety'] {
  const because = [...harmIn(record), ...cuesIn(record, ['safety_accident', 'customer_crisis'])]
  const isRuledOut = record.safety?.harm === 'none'
  return because.length > 0 && !isRuledOut
    ? { value: true, because }
    : { value: false, because: nothing }
}

function severityOf(record: Known): Suggestion['severity'] {
  const hurt = harmIn(record).filter(({ harm }) => harm === 'injured')
  const critical = [...hurt, ...cuesIn(record, danger)]
  if (critical.length > 0) return { value: 'critical', because: critical }
  const high = [...harmIn(record), ...cuesIn(record, grave), ...clocksIn(record)]
  if (high.length > 0) return { value: 'high', because: high }
  const medium = [
    ...cuesIn(record, pressing),
    ...oftenCalled(record),
    ...brokenPromise(record),
    ...manyDemands(record),
  ]
  if (medium.length > 0) return { value: 'medium', because: medium }
  return { value: 'low', because: nothing }
}

function complexityOf(record: Known): Suggestion['complexity'] {
  const difficult = [
    ...cuesIn(record, ['legal_action', 'privacy_breach', 'mentions_authority']),
    ...clocksIn(record),
  ]
  if (difficult.length > 0) return { value: 'difficult', because: difficult }
  const involved = [...harmIn(record), ...manyDemands(record), ...oftenCalled(record)]
  if (involved.length > 0) return { value: 'involved', because: involved }
  return { value: 'simple', because: nothing }
}

function impactOf(record: Known): Suggestion['impact'] {
  const widespread = cuesIn(record, ['privacy_breach', 'threat_exposure'])
  if (widespread.length > 0) return { value: 'widespread', because: widespread }
  const harm = [...harmIn(record), ...cuesIn(record, ['safety_accident'])]
  const { lot } = record.details
  if (harm.length === 0) return { value: 'one', because: nothing }
  return { value: 'several', because: lot ? [{ kind: 'lot', lot }, ...harm] : harm }
}

function immediateOf(record: Known): Suggestion['immediateAction'] {
  const because = [
    ...harmIn(record),
    ...cuesIn(record, [...danger, 'safety_accident', 'privacy_breach']),
  ]
  return because.length > 0 ? { value: true, because } : { value: false, because: nothing }
}

const nothing: Ground[] = [{ kind: 'nothing' }]

function harmIn({ safety }: Known): Extract<Ground, { kind: 'harm' }>[] {
  if (safety?.harm !== 'injured' && safety?.harm !== 'near-miss') return []
  return [{ kind: 'harm', harm: safety.harm, words: safety.words }]
}

/** Each kind of cue once, with the words in which it was heard last. */
function cuesIn({ cues, safety }: Known, codes: readonly CueCode[]): Ground[] {
  return codes.flatMap((code) => {
    // Asked, and nobody was hurt: what was only feared is answered.
    if (code === 'safety_accident' && safety?.harm === 'none') return []
    const heard = cues.findLast((each) => each.code === code)
    return heard ? [{ kind: 'cue' as const, cue: code, words: heard.words }] : []
  })
}

function oftenCalled({ contacts }: Known): Ground[] {
  return contacts >= 2 ? [{ kind: 'contacts', count: contacts }] : []
}

function manyDemands({ demands }: Known): Ground[] {
  return demands.length >= 2 ? [{ kind: 'demands', count: demands.length }] : []
}

function brokenPromise({ commitments }: Known): Ground[] {
  return commitments.some(({ state }) => state === 'broken') ? [{ kind: 'broken-promise' }] : []
}

function clocksIn({ clocks }: Known): Ground[] {
  return clocks
    .filter(({ state }) => state === 'running')
    .map(({ name }) => ({ kind: 'clock', name }))
}
