import { tokyoDay } from '#kernel/tokyo.ts'
import type { PromisePhrase } from '../contract.ts'
import type { Rule } from './rule.ts'

export const unbackedPromise: Rule = {
  code: 'unbacked-promise',
  find: ({ promises, context }) =>
    promises()
      .filter(
        (promise) =>
          promise.due !== null &&
          !isNow.test(promise.words) &&
          !isInLedger(promise, context.promisedDues, context.now),
      )
      .map(({ start, end }) => ({
        start,
        end,
        severity: 'warning',
        message:
          '約束台帳にない期限です。だれも気づかないまま過ぎます。先に台帳へ載せるか、台帳の期限に合わせてください。',
      })),
}

// What happens within the call needs no ledger: 「本日は私が最後まで伺います」, 「あと1分で確かめられます」.
const isNow = /(?:最後まで|お話を|ご事情を)[^。、]{0,4}(?:伺|承)|められます$/u

function isInLedger({ due }: PromisePhrase, dues: readonly string[] = [], now?: string): boolean {
  if (due === null || dues.length === 0) return false
  // Without a moment of writing 「明日」 has no date to compare.
  if (now === undefined) return true
  return dues.some((promised) => isSame(due, promised))
}

/** The same moment; the same day, when one of the two only knows the day. */
function isSame(due: string, promised: string): boolean {
  if (due.includes('T') && promised.includes('T')) {
    return Temporal.Instant.compare(due, promised) === 0
  }
  return dayOf(due) === dayOf(promised)
}

function dayOf(due: string): string {
  return due.includes('T') ? tokyoDay(Temporal.Instant.from(due)).toString() : due
}
