import { rankOf, type Measure } from '#features/complaints/measures/contract.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { changesToCome, decidedIn, lacksMeasure, measuresTold } from './measures.ts'
import { apology, cause, impact, response, subjectOf, told } from './pieces.ts'
import { asMatter, blank, fresh, goesOn, inline, list, says, type Sentence } from './sentences.ts'
import { onMeasure, onPromise } from './grounds.ts'
import { matterOf } from './pieces.ts'
import { promisesIn, type Content, type Source } from './source.ts'

/** 再発防止の報告: why it happened, what was done, and what is different from now on. */
export function preventionReport(source: Source): Content {
  const { record } = source
  const done = [...kept(source), ...response(source)]
  const measures = measuresTold(source)
  const asks = measures.length === 0 ? [changesToCome(), checksToCome()] : measures
  return {
    subject: subjectOf(record, '再発防止のご報告'),
    lacks: [...(done.length > 0 ? [] : (['response'] as const)), ...lacksMeasure(record)],
    paragraphs: told(
      [beginning(record), apology(record)],
      impact(record),
      cause(record),
      done.length > 0 ? done : [says(`これまでに、${blank('お客様のために行ったこと')}。`)],
      asks,
      [ending(record)],
    ),
  }
}

/** What is reported, and nothing that is not so: that it was changed, that it is decided, or how far we have come. */
function beginning(record: CaseRecord): Sentence {
  const { text, grounds } = matterOf(record)
  const told = decidedIn(record)
  if (told.length === 0)
    return says(`${text}について、これまでに分かったことをご報告いたします。`, ...grounds)
  const isDone = told.every(isChanged)
  const on = told.map((each) => onMeasure(each, isDone ? 'done' : 'decided'))
  const wordings = isDone
    ? ([
        `${text}について、原因と、改めたことをご報告いたします。`,
        `${text}のその後について、改めたことをお知らせいたします。`,
      ] as const)
    : ([
        `${text}について、原因と、改めると決めたことをご報告いたします。`,
        `${text}のその後について、改めることが決まりましたのでお知らせいたします。`,
      ] as const)
  return says(fresh(record, wordings), ...grounds, ...on)
}

/** It was changed because they told us; before that nobody is thanked for what may not come. */
function ending(record: CaseRecord): Sentence {
  const told = decidedIn(record)
  return told.length > 0 && told.every(isChanged)
    ? says(
        'お知らせくださったおかげで、改めることができました。ありがとうございました。',
        ...told.map((each) => onMeasure(each, 'done')),
      )
    : says('お知らせくださったことを、これからの仕事に生かしてまいります。')
}

function isChanged({ state }: Measure): boolean {
  return rankOf(state) >= rankOf('done')
}

function checksToCome(): Sentence {
  return says(`改めたことが守られているかは、${blank('誰がいつどう確かめるか')}。`)
}

/** What was promised and has been done. */
function kept(source: Source): Sentence[] {
  const promises = promisesIn(source, 'kept')
  const [only, ...more] = promises
  if (only && more.length === 0 && goesOn(only.words)) {
    const text = `お約束しておりました、${asMatter(only.words)}は、終えております。`
    return [says(text, onPromise(only, source.now))]
  }
  return list(
    'お約束したことのうち、次のことを終えました。',
    promises.map((promise) => says(inline(promise.words), onPromise(promise, source.now))),
  )
}
