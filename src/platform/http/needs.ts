import type { z } from 'zod'

/** What a field that was not understood should have been. */
export type Need = {
  readonly field: string
  readonly kind: 'given' | 'one-of' | 'uuid' | 'instant' | 'day' | 'at-most' | 'at-least' | 'other'
  /** The choices, or the number. */
  readonly of: string
}

type Issue = z.core.$ZodIssue

/** One need for each field, in the order they were found. */
export function needsOf(issues: readonly Issue[], given: unknown): Need[] {
  const needs = issues.map((issue) => {
    const field = issue.path.join('.') || '(body)'
    return isMissing(issue, given)
      ? { field, kind: 'given' as const, of: '' }
      : { field, ...needOf(issue) }
  })
  return needs.filter(({ field }, at) => needs.findIndex((each) => each.field === field) === at)
}

const formats: ReadonlyMap<string, Need['kind']> = new Map([
  ['uuid', 'uuid'],
  ['datetime', 'instant'],
  ['date', 'day'],
])

function needOf(issue: Issue): Pick<Need, 'kind' | 'of'> {
  if (issue.code === 'invalid_value')
    return { kind: 'one-of', of: issue.values.map(String).join(' / ') }
  if (issue.code === 'too_big') return { kind: 'at-most', of: String(issue.maximum) }
  if (issue.code === 'too_small') return { kind: 'at-least', of: String(issue.minimum) }
  const format = issue.code === 'invalid_format' ? formats.get(issue.format) : undefined
  return { kind: format ?? 'other', of: '' }
}

function isMissing({ path }: Issue, given: unknown): boolean {
  let here = given
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return false
    here = Object.entries(here).find(([name]) => name === String(key))?.[1]
  }
  return here === undefined
}
