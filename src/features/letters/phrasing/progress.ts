import {
  brokenPromises,
  cause,
  earlierFromNowOn,
  goodbye,
  known,
  lookingInto,
  matterOf,
  promiseLine,
  subjectOf,
  told,
} from './pieces.ts'
import { blank, dueWords, fresh, list, quote, says, type Sentence } from './sentences.ts'
import { onPromise } from './grounds.ts'
import { harmsIn, othersIn, oursIn, promisesIn, type Content, type Source } from './source.ts'

/** 経過: what is known by now, what is being looked into, and when they hear of us next. */
export function progress(source: Source): Content {
  const { record } = source
  const facts = [...oursIn(record), ...othersIn(record), ...harmsIn(record)]
  const next = promisesIn(source, 'open')
  return {
    subject: subjectOf(record, '経過のご報告'),
    lacks: next.length === 0 ? ['due'] : [],
    paragraphs: told(
      [opening(source), ...brokenPromises(source)],
      facts.length > 0 ? known(facts) : [],
      [...lookingInto(record), ...cause(record)],
      [...nextContact(source), ...earlierFromNowOn(source)],
      [goodbye(record)],
    ),
  }
}

function opening({ record }: Source): Sentence {
  const { text, grounds } = matterOf(record)
  const wording = fresh(record, [
    `${text}について、その後の経過をお知らせいたします。`,
    `${text}について、きょうまでに分かりましたことをお伝えいたします。`,
    `お待ちいただいております${text}につきまして、いまの状況をご報告いたします。`,
  ])
  return says(wording, ...grounds)
}

/** The next date is one of the ledger, or a place to write one. */
export function nextContact(source: Source): Sentence[] {
  const { now } = source
  const [next, ...more] = promisesIn(source, 'open')
  if (!next) return [says(`次は、${blank('次にご連絡する日時')}までにご連絡いたします。`)]
  if (more.length > 0)
    return list(
      'これからの予定は、次のとおりです。',
      [next, ...more].map((each) => promiseLine(each, now)),
    )
  return [
    says(
      `お約束しております${quote(next.words)}は、${dueWords(next)}までにいたします。`,
      onPromise(next, now),
    ),
  ]
}
