import type { CueCode } from '#features/language/contract.ts'
import type { CaseRecord, HeardCue } from '#features/complaints/record/contract.ts'
import { contactPlan } from './contact-plan.ts'
import { onCue, onDemand } from './grounds.ts'
import { acceptedIn, declinedIn } from './answers.ts'
import { matterOf, told } from './pieces.ts'
import { dueWords, list, quote, says, type Sentence } from './sentences.ts'
import type { Content, Source } from './source.ts'

/** Manners that may be warned of. What is asked for is another matter, however much it is. */
const manners: Partial<Record<CueCode, string>> = {
  threat_harm: '危害を加えるとのご発言',
  confinement: '従業員の引き留め',
  refuses_to_leave: 'お引き取りをお願いした後の居残り',
  demands_prostration: '土下座のご要求',
  insult: '従業員を傷つけるお言葉',
  sexual: '従業員に対する性的なお言葉',
  prolonging: 'お電話を終えることへのご不同意',
  demands_personal_info: '従業員の私的な情報のご要求',
}

export function mannersIn({ cues }: Pick<CaseRecord, 'cues'>): HeardCue[] {
  return cues.filter(({ code, speaker }) => speaker === 'customer' && manners[code] !== undefined)
}

/** 警告書・来店お断り: what was said when, that it ends, what follows, and that the matter itself is still answered. */
export function warning({ record }: Source): Content {
  if (record.contactPlan) return contactPlan(record, record.contactPlan)
  const heard = firstOfEach(mannersIn(record))
  const { text, grounds } = matterOf(record)
  return {
    subject: '当社従業員に対する言動について',
    lacks: [],
    paragraphs: told(
      [says(`${text}に関するお客様とのやりとりについて、お伝えいたします。`, ...grounds)],
      list('記録では、次の言動がございました。', heard.map(lineOf)),
      [
        says('これらは、従業員が安全に働くことを妨げるものです。', ...heard.map(onCue)),
        says('今後は、おやめくださいますようお願いいたします。'),
        says('続くときは、お電話と窓口での対応を終了し、ご来店をお断りいたします。'),
        says('危険があるときは、警察に通報いたします。'),
      ],
      [...answered(record), says('お申し出そのものについては、書面でお受けいたします。')],
    ),
  }
}

/** The same manner is told once, with when it began; five at most. */
function firstOfEach(cues: readonly HeardCue[]): HeardCue[] {
  const codes = [...new Set(cues.map(({ code }) => code))]
  return codes.flatMap((code) => cues.find((cue) => cue.code === code) ?? []).slice(0, 5)
}

function lineOf(cue: HeardCue): Sentence {
  const when = `${dueWords({ dueAt: cue.at })}ごろ`
  return says(`${quote(cue.words)}（${manners[cue.code] ?? ''}、${when}）`, onCue(cue))
}

function answered({ demands }: CaseRecord): Sentence[] {
  const given = [...acceptedIn(demands), ...declinedIn(demands)]
  return given.length === 0
    ? []
    : [
        says(
          `${given.map(({ words }) => quote(words)).join('')}へのお答えは、すでにお伝えしたとおりです。`,
          ...given.map(onDemand),
        ),
      ]
}
