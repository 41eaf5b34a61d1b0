import type { RecordedCommitment } from '#features/complaints/record/contract.ts'
import { onPromise, onReceipt } from './grounds.ts'
import { earlierFromNowOn, goodbye, lookingInto, matterOf, subjectOf, told } from './pieces.ts'
import { nextContact } from './progress.ts'
import { blank, dueWords, fresh, inline, list, quote, says, type Sentence } from './sentences.ts'
import { promisesIn, type Content, type Source } from './source.ts'

/** 受付通知: it has arrived, under this number, and this is when they hear of us. */
export function receipt(source: Source): Content {
  const { record } = source
  const { text, grounds } = matterOf(record)
  return {
    subject: subjectOf(record, '受け付けました'),
    lacks: promisesIn(source, 'open').length === 0 ? ['due'] : [],
    paragraphs: told(
      [
        says(
          fresh(record, [
            `${text}で、ご連絡をいただきありがとうございます。`,
            `${text}でのご連絡を、ありがとうございます。`,
          ]),
          ...grounds,
        ),
        says(
          `${dueWords({ dueAt: record.receivedAt })}に、受付番号${record.number}でお受けいたしました。`,
          onReceipt(record),
        ),
      ],
      lookingInto(record),
      nextContact(source),
      [goodbye(record)],
    ),
  }
}

/** 約束の再調整: the date that was told, the new one, why, and what is done until then. */
export function promiseMoved(source: Source): Content {
  const { record } = source
  const moved = movedIn(source)
  return {
    subject: subjectOf(record, '日時のご相談'),
    lacks: moved.move ? [] : ['reason', 'due'],
    paragraphs: told(moved.move ? toldNewDate(source, moved) : asksNewDate(source, moved), [
      says('ご都合が合わないときは、ご希望の日時をお知らせください。'),
    ]),
  }
}

type Moved = {
  readonly promise: RecordedCommitment | undefined
  readonly move: Source['promises'][number]['renegotiations'][number] | undefined
}

/** What is broken comes first, then what was moved last, then what is due next. */
function movedIn(source: Source): Moved {
  const [broken] = promisesIn(source, 'broken')
  if (broken) return { promise: broken, move: undefined }
  const open = promisesIn(source, 'open')
  const moves = open.flatMap((promise) => {
    const move = source.promises
      .find(({ id }) => id === promise.commitmentId)
      ?.renegotiations.at(-1)
    return move ? [{ promise, move }] : []
  })
  return (
    moves.toSorted((a, b) => b.move.at.localeCompare(a.move.at))[0] ?? {
      promise: open[0],
      move: undefined,
    }
  )
}

function toldNewDate({ now }: Source, { promise, move }: Moved): Sentence[] {
  if (!promise || !move) return []
  const on = onPromise(promise, now)
  const before = dueWords({ dueAt: move.previousDueAt, precision: promise.precision })
  return [
    says(
      `${before}までとお約束しておりました${quote(promise.words)}について、ご相談がございます。`,
      on,
    ),
    says(`${dueWords(promise)}までに改めさせていただきたく、お願いいたします。`, on),
    ...list('日を改める理由は、次のとおりです。', [says(inline(move.reason), on)]),
    ...list('それまでは、次のようにいたします。', [says(inline(move.alternative), on)]),
  ]
}

/** A date that nobody has set is not invented. */
function asksNewDate(source: Source, { promise }: Moved): Sentence[] {
  if (!promise) return []
  const on = onPromise(promise, source.now)
  const [broken] = promisesIn(source, 'broken')
  const words = `${dueWords(promise)}までとお約束した${quote(promise.words)}`
  return [
    says(
      broken
        ? `${quote(promise.words)}とお約束した${dueWords(promise)}を過ぎて、長くお待ちいただきましたことを、お詫びいたします。`
        : `${words}について、日時を改めたく、ご相談いたします。`,
      on,
    ),
    says(`理由は、${blank('間に合わない理由')}ためです。`),
    says(`あらためて、${blank('新しい日時')}までにいたします。`),
    ...earlierFromNowOn(source),
  ]
}
