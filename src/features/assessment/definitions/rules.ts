import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Language } from '#kernel/dictionary.ts'
import { lineAt, plainOf } from '#kernel/yaml-lines.ts'
import { clockDefinition, type ClockDefinition } from './contract.ts'
import { definitionsMessages, type ProblemCode } from './messages.ts'

export type DefinitionFile = { readonly file: string; readonly text: string }
export type Problem = {
  readonly file: string
  readonly line: number
  readonly code: ProblemCode
  readonly data: { readonly key: string; readonly value: string }
}
export type Read = {
  readonly definitions: readonly ClockDefinition[]
  readonly problems: readonly Problem[]
}

/** Texts of YAML files → kinds of clocks; what cannot be read is left out and told with its line. */
export function readDefinitions(files: readonly DefinitionFile[]): Read {
  const read = files.toSorted((a, b) => (a.file < b.file ? -1 : 1)).map(readOne)
  const seen = new Set<string>()
  const twice = read.flatMap(({ file, definition }): Problem[] => {
    if (!definition) return []
    if (!seen.has(definition.code)) {
      seen.add(definition.code)
      return []
    }
    return [{ file, line: 1, code: 'twice', data: { key: 'code', value: definition.code } }]
  })
  const unusable = new Set(twice.map(({ file }) => file))
  return {
    definitions: read.flatMap(({ file, definition }) =>
      definition && !unusable.has(file) ? [definition] : [],
    ),
    problems: [...read.flatMap(({ problems }) => problems), ...twice],
  }
}

/** `clocks/c01.yaml:12: what is wrong. how to mend it` */
export function sentenceOfProblem({ file, line, code, data }: Problem, language: Language): string {
  const said: string | ((given: Problem['data']) => string) =
    definitionsMessages[language].problems[code]
  return `${file}:${line}: ${typeof said === 'string' ? said : said(data)}`
}

/** A definition says when it wants to be looked at again: a year after it was checked. */
export function nextCheckOf({ checkedOn }: Pick<ClockDefinition, 'checkedOn'>): string {
  return Temporal.PlainDate.from(checkedOn).add({ years: 1 }).toString()
}

/** The same text, looked at again on that day. */
export function checkedAgain(text: string, today: string): string {
  const document = parseDocument(text)
  document.set('checkedOn', today)
  return document.toString({ lineWidth: 0 })
}

/** A version that a company saved: in force from a day on. */
export type Version = {
  readonly definition: ClockDefinition
  readonly effectiveFrom: string
  readonly isResting: boolean
  readonly at: string
}

/** What is in force on a day: of the versions that have begun the latest, of one day's the one saved last. */
export function inForce<V extends Version>(versions: readonly V[], today: string): V | null {
  const begun = versions.filter(({ effectiveFrom }) => effectiveFrom <= today)
  return begun.toSorted(byBeginning).at(-1) ?? null
}

function byBeginning(a: Version, b: Version): number {
  const [one, other] = [`${a.effectiveFrom} ${a.at}`, `${b.effectiveFrom} ${b.at}`]
  return one < other ? -1 : one > other ? 1 : 0
}

type ReadOne = {
  readonly file: string
  readonly definition: ClockDefinition | null
  readonly problems: readonly Problem[]
}

function readOne({ file, text }: DefinitionFile): ReadOne {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [broken] = document.errors
  const fail = (line: number, code: ProblemCode, key = '', value = '') => ({
    file,
    definition: null,
    problems: [{ file, line, code, data: { key, value } }],
  })
  if (broken) return fail(lines.linePos(broken.pos[0]).line, 'yaml', '', broken.message)
  const given: unknown = plainOf(document)
  if (given === null || given === undefined) return fail(1, 'empty')
  const parsed = clockDefinition.safeParse(given)
  const line = (path: readonly PropertyKey[]) => lineAt(document, lines, path)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => problemOf(file, issue, given, line))
    return { file, definition: null, problems }
  }
  const problems = crossProblems(file, parsed.data, line)
  return { file, definition: problems.length === 0 ? parsed.data : null, problems }
}

type Lines = (path: readonly PropertyKey[]) => number

function problemOf(file: string, issue: z.core.$ZodIssue, given: unknown, line: Lines): Problem {
  const name = issue.path.findLast((step) => typeof step === 'string') ?? 'code'
  const value = issue.path.reduce<unknown>(stepInto, given)
  const place = { file, line: line(issue.path) }
  const key = name
  if (issue.code === 'unrecognized_keys') {
    const [unknown = ''] = issue.keys
    const at = line([...issue.path, unknown])
    return { file, line: at, code: 'unknown-key', data: { key: unknown, value: '' } }
  }
  if (value === undefined) return { ...place, code: 'missing', data: { key, value: '' } }
  if (issue.code === 'invalid_value')
    return { ...place, code: 'unknown-value', data: { key, value: issue.values.join('、') } }
  return { ...place, code: 'wrong-form', data: { key, value: JSON.stringify(value).slice(0, 60) } }
}

function stepInto(value: unknown, step: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.getOwnPropertyDescriptor(value, step)?.value
}

function crossProblems(file: string, definition: ClockDefinition, line: Lines): Problem[] {
  const variants = new Set(definition.variants.map(({ key }) => key))
  const stages = definition.stages.map(({ key }) => key)
  return definition.stages.flatMap((stage, at): Problem[] => [
    ...Object.keys(stage.lengthFor)
      .filter((key) => !variants.has(key))
      .map((key) => ({
        file,
        line: line(['stages', at, 'lengthFor', key]),
        code: 'no-variant' as const,
        data: { key, value: [...variants].join('、') },
      })),
    ...(stages.indexOf(stage.key) === at
      ? []
      : [
          {
            file,
            line: line(['stages', at, 'key']),
            code: 'twice' as const,
            data: { key: 'key', value: stage.key },
          },
        ]),
  ])
}
