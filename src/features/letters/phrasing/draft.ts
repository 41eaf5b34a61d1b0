import type { Drafted, DraftKind } from '../drafting/contract.ts'
import { accidentReport } from './accident-report.ts'
import { answerDeclined, answerFull, answerPartial } from './answers.ts'
import { apologyLetter, apologyMail } from './apology.ts'
import { kinds } from './kinds.ts'
import { preventionReport } from './prevention.ts'
import { progress } from './progress.ts'
import { promiseMoved, receipt } from './promises.ts'
import { reviewReply } from './review-reply.ts'
import { isBlank } from './sentences.ts'
import type { Content, Source } from './source.ts'
import { textOf } from './text.ts'
import { warning } from './warning.ts'

const contents: Readonly<Record<DraftKind, (source: Source) => Content>> = {
  'apology-mail': apologyMail,
  'apology-letter': apologyLetter,
  progress,
  'answer-full': answerFull,
  'answer-partial': answerPartial,
  'answer-declined': answerDeclined,
  receipt,
  'promise-moved': promiseMoved,
  prevention: preventionReport,
  warning,
  'accident-report': accidentReport,
  'review-reply': reviewReply,
}

/** A letter of this kind from the record as it is: the same record gives the same words. */
export function draftOf(kind: DraftKind, source: Source): Drafted {
  const { subject, paragraphs, lacks, timeline = [] } = contents[kind](source)
  const { way, paperKind } = kinds[kind]
  const sentences = paragraphs.flatMap((sentences, paragraph) =>
    sentences.map(({ text, grounds, isLead = false }) => ({
      text,
      paragraph,
      grounds: [...grounds],
      isLead,
      isBlank: isBlank(text),
    })),
  )
  const text = textOf(sentences)
  return {
    kind,
    way,
    paperKind,
    subject,
    text,
    sentences,
    lacks: [...lacks],
    timeline: [...timeline],
  }
}
