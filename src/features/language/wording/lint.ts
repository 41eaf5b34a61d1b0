import type { Finding, Linted, LintContext, Writing } from '../contract.ts'

type Simple = Pick<Finding, 'rule' | 'severity' | 'message'> & { readonly pattern: RegExp }

const simple: readonly Simple[] = [
  {
    rule: 'vague-apology',
    severity: 'warning',
    pattern: /(?:^|。)(?:この度は)?ご(?:迷惑|不便)をおかけ(?:し|いたし)/g,
    message: '何についてのお詫びかが分かりません。出来事を名指ししてください。',
  },
  {
    rule: 'absolute-promise',
    severity: 'error',
    pattern: /絶対に|二度と|100[%％]/g,
    message: '守りきれない約束です。することを具体的に書いてください。',
  },
  {
    rule: 'admits-liability',
    severity: 'error',
    pattern: /(?:弊社|当社|私ども)の(?:全面的な)?(?:過失|落ち度|責任)で/g,
    message: '事実と承認が記録にあるときだけ書けます。確かめている最中であることを書いてください。',
  },
  {
    rule: 'emoji',
    severity: 'warning',
    pattern: /\p{Extended_Pictographic}|[!！♪]|[(（]笑[)）]/gu,
    message: '苦情への返事には使いません。文で気持ちを書いてください。',
  },
  {
    rule: 'promises-anything',
    severity: 'error',
    pattern: /何でもいたします|おっしゃる通りに(?:いた)?し/g,
    message: 'できることを具体的に書いてください。',
  },
]

/** What should not leave the house as it is written. */
export function lint({ text }: Writing, _context: LintContext = {}): Linted {
  const findings = simple.flatMap(({ pattern, ...finding }) =>
    [...text.matchAll(pattern)].map((match) => ({
      ...finding,
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
  return { findings: findings.toSorted((a, b) => a.start - b.start) }
}
