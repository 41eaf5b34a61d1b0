import {
  isDecided,
  rankOf,
  type Measure,
  type MeasureState,
} from '#features/complaints/measures/contract.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { pointsIn } from '#features/language/door.ts'
import { sentencesIn, share, type Stretch } from '../likeness/rules.ts'
import type { GateFinding } from './contract.ts'

type Standing = Pick<CaseRecord, 'measures' | 'noMeasure' | 'facts' | 'commitments'>

/**
 * What a text tells of prevention, held against the record: that something is decided or done which is not, is refused as a fault is
 * that nobody has confirmed; that something was done of which the record knows nothing, needs a reason, as a promise in no ledger.
 */
export function measuresNotSo(text: string, record: Standing): GateFinding[] {
  return sentencesIn(text).flatMap((sentence) => {
    const measure = toldOf(sentence.text, record.measures)
    return measure ? beyond(sentence, measure) : unrecorded(text, sentence, record)
  })
}

/** The text tells of prevention what is decided on the record, in its words or nearly. */
export function tellsMeasure(text: string, measures: readonly Measure[]): boolean {
  const decided = measures.filter(isDecided)
  return sentencesIn(text).some(({ text: said }) => toldOf(said, decided) !== undefined)
}

/** So much of its words stands in the sentence. */
const enough = 0.75

/** The measure that a sentence speaks of. One that stands goes before one that was taken back. */
function toldOf(sentence: string, measures: readonly Measure[]): Measure | undefined {
  const order = measures.toSorted((a, b) => rankOf(b.state) - rankOf(a.state))
  return order.find(({ words }) => share(words, sentence) >= enough)
}

function beyond({ text, start, end }: Stretch, measure: Measure): GateFinding[] {
  const told = claimIn(text)
  if (told === null || rankOf(told) <= rankOf(measure.state)) return []
  const place = { start, end, severity: 'error' as const, need: 'change' as const }
  const words = `「${measure.words}」`
  if (measure.state === 'withdrawn') {
    const message = `対策${words}は、取り下げられています。この文を消すか、いまの対策に書き直してください。`
    return [{ ...place, rule: 'measure-withdrawn', message }]
  }
  if (measure.state === 'considered') {
    const message = `対策${words}は、まだ検討中です。「検討しております」と書くか、決まってから「今後の対策」を「決定」にしてください。`
    return [{ ...place, rule: 'measure-undecided', message }]
  }
  const message = `対策${words}は、まだ終わっていません。「…ことを決めました」のように、いまの状態で書いてください。終わっているなら、先に「今後の対策」を直します。`
  return [{ ...place, rule: 'measure-not-done', message }]
}

const weighed = /検討|考えて(?:い|お)|相談して|決まりましたら|決まり次第/u
const resolved = /(?:決めまし|決まりまし|決定(?:し|いたし)|こと[にと](?:し|いたし|なり))/u
const ongoing = /(?:て|で)(?:おり|い)ます(?:。|$)|続けて/u
const past = /ました(?:。|$)|済みです/u

/** How far a sentence says that it has come; null when it says nothing of it. */
function claimIn(sentence: string): MeasureState | null {
  if (/か[。？?]?$/u.test(sentence)) return null
  if (weighed.test(sentence)) return 'considered'
  if (resolved.test(sentence)) return 'decided'
  if (ongoing.test(sentence)) return 'underway'
  return past.test(sentence) ? 'done' : 'decided'
}

// Words in which a company speaks of its own ways; whatever else it did was done for this customer.
const ownWays =
  /再発|同じこと(?:が|を)|二度と|今後|以後|手順|体制|仕組み|決まり|規則|マニュアル|研修|教育|点検|検品|検査|見直|改め|改善|強化|徹底/u

function unrecorded(text: string, { start, end, ...sentence }: Stretch, record: Standing) {
  const told = claimIn(sentence.text)
  const isTold = told === 'underway' || told === 'done'
  if (!isTold || !ownWays.test(sentence.text) || isKnown(sentence.text, record)) return []
  const carries = pointsIn({ kind: 'mail', text }).filter((part) =>
    part.carries.includes('prevention'),
  )
  if (!carries.some((part) => part.start < end && start < part.end)) return []
  const message = record.noMeasure
    ? '記録では、対策は不要と決めています。この文を消すか、「今後の対策」を直してください。このまま伝えるなら、理由を書いてください。'
    : '改めたことが、記録の「今後の対策」にありません。先に書き留めてください。このまま伝えるなら、理由を書いてください。'
  const asked = { severity: 'warning' as const, need: 'reason' as const }
  return [{ rule: 'measure-unrecorded', start, end, message, ...asked }]
}

/** A confirmed fact says it, or a promise that was kept. */
function isKnown(sentence: string, { facts, commitments }: Standing): boolean {
  const known = [
    ...facts.filter(({ status }) => status === 'confirmed').map(({ statement }) => statement),
    ...commitments.filter(({ state }) => state === 'kept').map(({ words }) => words),
  ]
  return known.some((words) => share(words, sentence) >= enough)
}

/** Asked once: what turned a drafted sentence red says of its measure all that there is to say. */
export function besides(
  found: readonly GateFinding[],
  fallen: readonly GateFinding[],
): GateFinding[] {
  const isSaid = ({ rule, start, end }: GateFinding) =>
    rule.startsWith('measure-') && fallen.some((each) => each.start < end && start < each.end)
  return [...found.filter((each) => !isSaid(each)), ...fallen]
}
