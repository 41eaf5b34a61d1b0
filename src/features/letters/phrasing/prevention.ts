import { apology, cause, impact, response, subjectOf, told } from './pieces.ts'
import { blank, fresh, inline, list, says, type Sentence } from './sentences.ts'
import { onPromise } from './grounds.ts'
import { matterOf } from './pieces.ts'
import { promisesIn, type Content, type Source } from './source.ts'

/** 再発防止の報告: why it happened, what was done, and what is different from now on. */
export function preventionReport(source: Source): Content {
  const { record } = source
  const { text, grounds } = matterOf(record)
  const done = [...kept(source), ...response(source)]
  return {
    subject: subjectOf(record, '再発防止のご報告'),
    lacks: done.length > 0 ? ['prevention'] : ['response', 'prevention'],
    paragraphs: told(
      [
        says(
          fresh(record, [
            `${text}について、原因と、これから改めることをご報告いたします。`,
            `${text}のその後について、改めることが決まりましたのでお知らせいたします。`,
          ]),
          ...grounds,
        ),
        apology(record),
      ],
      impact(record),
      cause(record),
      done.length > 0 ? done : [says(`これまでに、${blank('お客様のために行ったこと')}。`)],
      [
        says(`今後は、${blank('原因に合わせて何をどう改めるか')}ように改めます。`),
        says(`改めたことが守られているかは、${blank('誰がいつどう確かめるか')}。`),
      ],
      [says('お知らせくださったことを、これからの仕事に生かしてまいります。')],
    ),
  }
}

/** What was promised and has been done. */
function kept(source: Source): Sentence[] {
  return list(
    'お約束したことのうち、次のことを終えました。',
    promisesIn(source, 'kept').map((promise) =>
      says(inline(promise.words), onPromise(promise, source.now)),
    ),
  )
}
