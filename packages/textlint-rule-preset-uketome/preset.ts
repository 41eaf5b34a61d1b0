import type { TextlintFixableRuleModule, TextlintRuleReporter } from '@textlint/types'
import type { Finding } from '../../src/features/language/contract.ts'
import { type Draft, draftOf } from '../../src/features/language/wording/draft.ts'
import { findingsOf, rules as wordingRules } from '../../src/features/language/wording/lint.ts'
import type { Rule } from '../../src/features/language/wording/rule.ts'
import { type MappedText, original } from '../../src/kernel/japanese-text/mapped-text.ts'
import type { Options, RuleName } from './published.d.ts'
import { proseOf, type TreeNode } from './prose.ts'

type Prepared = { readonly prose: MappedText; readonly draft: Draft }

const rules = byName((rule): TextlintFixableRuleModule<Options> => {
  const reporter = reporterOf(rule)
  return { linter: reporter, fixer: reporter }
})

/** textlint knows no ledger of promises: that rule waits until somebody hands it one. */
const rulesConfig = byName(({ code }) => code !== 'unbacked-promise')

export default { rules, rulesConfig }

export function configure({
  off = [],
  ...options
}: Options & { readonly off?: readonly RuleName[] }): Record<RuleName, Options | false> {
  const isWanted = (name: RuleName) =>
    !off.includes(name) && (rulesConfig[name] || options.promisedDues !== undefined)
  return byName(({ code }) => (isWanted(code) ? options : false))
}

function byName<T>(make: (rule: Rule) => T): Record<RuleName, T> {
  return Object.fromEntries(wordingRules.map((rule) => [rule.code, make(rule)] as const)) as Record<
    RuleName,
    T
  >
}

function reporterOf(rule: Rule): TextlintRuleReporter<Options> {
  return ({ Syntax, report, locator, fixer }, given) => ({
    [Syntax.Document](node) {
      const { severity, allow, ...rest } = typeof given === 'object' ? given : {}
      const { prose, draft } = prepared(node, rest)
      for (const finding of findingsOf(draft, rule)) {
        if (isAllowed(finding, prose.text, allow)) continue
        const { start, end } = original(prose, finding.start, finding.end)
        // Markup in the middle of the words: a person has to mend that.
        const isWhole = end - start === finding.end - finding.start
        report(node, {
          message: finding.message,
          severity: levels[severity ?? finding.severity],
          padding: locator.range([start, end]),
          ...(finding.fix !== undefined && isWhole
            ? { fix: fixer.replaceTextRange([start, end], finding.fix) }
            : {}),
        })
      }
    },
  })
}

const levels = { info: 3, warning: 1, error: 2 } as const

const known = new WeakMap<object, Map<string, Prepared>>()

/** All rules read the same document: it is prepared once for each kind and context. */
function prepared(document: TreeNode, options: Omit<Options, 'severity' | 'allow'>): Prepared {
  const { kind = 'mail', ...context } = options
  const ways = known.get(document) ?? new Map<string, Prepared>()
  known.set(document, ways)
  const way = JSON.stringify([kind, context])
  const before = ways.get(way)
  if (before) return before
  const prose = proseOf(document)
  const now = { prose, draft: draftOf({ kind, text: prose.text }, context) }
  ways.set(way, now)
  return now
}

/** Does an allowed expression touch what was found? */
function isAllowed({ start, end }: Finding, text: string, allow: readonly string[] = []): boolean {
  return allow.some((words) =>
    [...text.matchAll(patternOf(words))].some(
      (match) => match.index < end && start < match.index + match[0].length,
    ),
  )
}

function patternOf(words: string): RegExp {
  const source = /^\/(.+)\/$/u.exec(words)?.[1]
  return new RegExp(source ?? words.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'gu')
}
