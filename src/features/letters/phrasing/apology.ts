import type { Lack } from '../drafting/contract.ts'
import {
  apology,
  brokenPromises,
  cause,
  goodbye,
  earlierFromNowOn,
  impact,
  isOurs,
  known,
  lookingInto,
  response,
  subjectOf,
  about,
  told,
} from './pieces.ts'
import { changesToCome, lacksMeasure, measuresTold } from './measures.ts'
import { blank, says, type Sentence } from './sentences.ts'
import { causesIn, harmsIn, othersIn, oursIn, type Content, type Source } from './source.ts'

/** お詫び: names what it is for, then 影響・原因・対応・今後の対策, as far as the record goes. */
export function apologyMail(source: Source): Content {
  const { record } = source
  const done = response(source)
  return {
    subject: subjectOf(record, 'お詫びとご報告'),
    lacks: lacksOf(source),
    paragraphs: told(
      [about(record), ...apologies(source)],
      impact(record),
      [...known([...oursIn(record).slice(1), ...othersIn(record)]), ...lookingInto(record)],
      cause(record),
      done.length > 0 ? done : [says(`これから、${blank('いつまでに何をするか')}。`)],
      [...prevention(source), ...earlierFromNowOn(source)],
      [goodbye(record)],
    ),
  }
}

/** Where nothing is confirmed to be ours, a promise that was not kept is what there is to apologise for. */
function apologies(source: Source): Sentence[] {
  const { record } = source
  const isFault = oursIn(record).length > 0 || causesIn(record).some(isOurs)
  const broken = brokenPromises(source, isFault)
  return broken.length > 0 && !isFault ? broken : [apology(record), ...broken]
}

/** On paper the apology comes first, and the letter does not ask for an answer by return. */
export function apologyLetter(source: Source): Content {
  const { subject, lacks, paragraphs } = apologyMail(source)
  return {
    subject: subject.replace('お詫びとご報告', 'お詫び'),
    lacks,
    paragraphs: told(apologies(source), ...paragraphs.slice(1, -1), [
      says('書中にて、お詫びとご報告を申し上げます。'),
    ]),
  }
}

/** 今後の対策, as the record has it; without a measure it follows from a cause, or it is not known yet. */
function prevention(source: Source): Sentence[] {
  const { record } = source
  const told = measuresTold(source)
  if (told.length > 0 || record.noMeasure) return told
  return causesIn(record).length > 0
    ? [changesToCome()]
    : [
        says(
          '今後は、同じことが起きないよう、分かった原因に合わせて手順を改め、その内容をお伝えいたします。',
        ),
      ]
}

function lacksOf(source: Source): Lack[] {
  const { record } = source
  return [
    ...(oursIn(record).length === 0 ? (['matter'] as const) : []),
    ...(harmsIn(record).length + record.concerns.length === 0 ? (['impact'] as const) : []),
    ...(causesIn(record).length === 0 ? (['cause'] as const) : []),
    ...(response(source).length === 0 ? (['response'] as const) : []),
    ...lacksMeasure(record),
  ]
}
