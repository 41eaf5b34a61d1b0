import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import { lint } from '#features/language/door.ts'
import { companyWordsOf } from '#features/language/company-words/door.ts'

// What no customer is told whatever the case. The rest is asked when there is one.
const never = new Set(['internal-words', 'admits-liability', 'promises-money'])

/** Words that stand under every mail, or on a page for everybody: they are looked at when they are set. */
export async function whyNotStanding(tx: Tx, scope: Scope, text: string): Promise<Result<null>> {
  const { findings } = lint({ kind: 'talk', text }, {}, await companyWordsOf(tx, scope))
  const found = findings.filter(({ rule, severity }) => severity === 'error' && never.has(rule))
  const words = [...new Set(found.map(({ start, end }) => text.slice(start, end)))].join('」「')
  return found.length === 0 ? ok(null) : refuse('blocked', 'intake.words-held', { words })
}
