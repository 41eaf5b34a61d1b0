import type { RecordedDemand } from '#features/complaints/record/contract.ts'
import type { Lack } from '../drafting/contract.ts'
import { onDemand } from './grounds.ts'
import { changesToCome, measuresTold } from './measures.ts'
import {
  apology,
  cause,
  goodbye,
  isOurs,
  known,
  response,
  subjectOf,
  about,
  told,
} from './pieces.ts'
import { blank, inline, list, quote, says, type Sentence } from './sentences.ts'
import { causesIn, othersIn, oursIn, type Content, type Source } from './source.ts'

/** 回答: all that was asked for is granted. */
export function answerFull(source: Source): Content {
  const { record } = source
  const done = response(source)
  const isFault = oursIn(record).length > 0 || causesIn(record).some(isOurs)
  const measures = measuresTold(source)
  return {
    subject: subjectOf(record, 'ご回答'),
    lacks: done.length === 0 ? ['response'] : [],
    paragraphs: told(
      [about(record), ...(isFault ? [apology(record)] : [])],
      known([...oursIn(record).slice(1), ...othersIn(record)]),
      causesIn(record).length > 0 ? cause(record) : [],
      acceptedOf(record.demands),
      done.length > 0 ? done : [says(`これから、${blank('いつまでに何をするか')}。`)],
      measures.length > 0 || record.noMeasure || !isFault ? measures : [changesToCome()],
      [goodbye(record)],
    ),
  }
}

/** 一部認める: what we do stands before what we do not. */
export function answerPartial(source: Source): Content {
  const { record } = source
  const full = answerFull(source)
  return {
    ...full,
    lacks: [...full.lacks, ...lacksOf(record.demands)],
    paragraphs: told(...full.paragraphs.slice(0, -1), ...declinedOf(record.demands), [
      goodbye(record),
    ]),
  }
}

/** お断り: with its ground, and with what we can do instead. */
export function answerDeclined(source: Source): Content {
  const { record } = source
  return {
    subject: subjectOf(record, 'ご回答'),
    lacks: lacksOf(record.demands),
    paragraphs: told(
      [about(record)],
      known([...oursIn(record), ...othersIn(record), ...causesIn(record)]),
      ...declinedOf(record.demands),
      response(source),
      [
        says(
          'ご希望にお応えできないところもございますが、気がかりなことは、どうぞお聞かせください。',
        ),
      ],
    ),
  }
}

export function acceptedIn(demands: readonly RecordedDemand[]): RecordedDemand[] {
  return demands.filter(({ answer }) => answer === 'accepted')
}

export function declinedIn(demands: readonly RecordedDemand[]): RecordedDemand[] {
  return demands.filter(({ answer }) => answer === 'declined')
}

function acceptedOf(demands: readonly RecordedDemand[]): Sentence[] {
  return acceptedIn(demands).map((demand) =>
    says(`${quote(demand.words)}とのご要望を、お受けいたします。`, onDemand(demand)),
  )
}

/** Each a paragraph of its own: the refusal, why, and the way that is open. */
function declinedOf(demands: readonly RecordedDemand[]): Sentence[][] {
  return declinedIn(demands).map((demand) => {
    const on = onDemand(demand)
    const { ground, alternative } = demand
    return [
      says(`${quote(demand.words)}とのご要望は、お受けいたしかねます。`, on),
      ...list('理由は、次のとおりです。', [
        says(ground ? inline(ground) : blank('お断りする理由'), on),
      ]),
      ...list('代わりに、次のことをいたします。', [
        says(alternative ? inline(alternative) : blank('代わりにできること'), on),
      ]),
    ]
  })
}

function lacksOf(demands: readonly RecordedDemand[]): Lack[] {
  const isComplete = declinedIn(demands).every(({ ground, alternative }) => ground && alternative)
  return isComplete ? [] : ['reason']
}
