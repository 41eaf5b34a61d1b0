import type { LineCounter, YAMLParseError } from 'yaml'
import type { z } from 'zod'
import type { Language } from '#kernel/dictionary.ts'
import { conditionWords } from './conditions.ts'
import { problemWords } from './problem-words.ts'
import { moveInFile, playInFile } from './schema.ts'

type Sentences = (typeof problemWords.ja)['problems']
export type Problem = {
  [C in keyof Sentences]: {
    readonly file: string
    readonly line: number
    readonly code: C
    readonly data: Sentences[C] extends (data: infer D) => string ? D : Record<string, never>
  }
}[keyof Sentences]

/** `playbooks/ja/10-上司対応.yaml:12: what is wrong. how to fix` */
export function sentenceOf({ file, line, code, data }: Problem, language: Language): string {
  const say: string | ((data: never) => string) = problemWords[language].problems[code]
  return `${file}:${line}: ${typeof say === 'string' ? say : say(listed(data, language) as never)}`
}

function listed(data: Problem['data'], language: Language): object {
  if (language === 'ja' || !('allowed' in data)) return data
  return { ...data, allowed: data.allowed.replaceAll('、', ', ') }
}

export function problemOfYaml(file: string, error: YAMLParseError, lines: LineCounter): Problem {
  const { line } = lines.linePos(error.pos[0])
  return { file, line, code: 'yaml', data: { detail: error.message } }
}

type Issue = z.core.$ZodIssue
type Lines = (path: readonly PropertyKey[]) => number

export function problemOfIssue(
  file: string,
  issue: Issue,
  given: unknown,
  lines: Lines,
  allowedAt: (path: readonly PropertyKey[]) => readonly string[] = allowedInPlay,
): Problem {
  const place = { file, line: lines(issue.path) }
  const value = at(given, issue.path)
  const key = nameOf(issue.path)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const [unknown = ''] = issue.keys
      const data = { key: unknown, allowed: allowedAt(issue.path).join('、') }
      return { file, line: lines([...issue.path, unknown]), code: 'unknown-key', data }
    }
    case 'custom':
      return issue.message === 'empty-condition'
        ? { ...place, code: 'empty-condition', data: {} }
        : { ...place, code: 'too-few-ways', data: {} }
    default:
      return value === undefined || issue.code === 'too_small'
        ? { ...place, code: 'missing', data: { key } }
        : { ...place, ...wrongValue(issue, key, printed(value)) }
  }
}

function wrongValue(issue: Issue, key: string, value: string): Wrong {
  switch (issue.code) {
    case 'invalid_value':
      return { code: 'unknown-value', data: { value, allowed: issue.values.join('、') } }
    case 'invalid_type':
      return { code: 'wrong-form', data: { key, expected: issue.expected } }
    case 'too_big':
      return { code: 'too-long', data: { most: Number(issue.maximum) } }
    case 'invalid_format':
      return { code: 'unknown-field', data: { value } }
    default:
      return { code: 'wrong-form', data: { key, expected: issue.code } }
  }
}

type Wrong = Problem extends infer P
  ? P extends Problem
    ? Pick<P, 'code' | 'data'>
    : never
  : never

function printed(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function at(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return typeof step === 'number' ? value[step] : value
    if (typeof value !== 'object' || value === null) return value // `say: […]` holds plain sentences, the schema has objects
    return Object.getOwnPropertyDescriptor(value, step)?.value
  }, given)
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.findLast((step) => typeof step === 'string') ?? 'play'
}

const conditional = ['when', 'done', 'opens', 'ends']

function allowedInPlay(path: readonly PropertyKey[]): string[] {
  if (path.some((step) => conditional.includes(String(step)))) return conditionWords
  if (path.length === 0) return Object.keys(playInFile.shape)
  if (path.includes('write')) return ['into', 'label', 'required']
  if (path.includes('avoid')) return ['words', 'why']
  if (path.includes('say') || path.includes('ask')) return ['text', 'when']
  return Object.keys(moveInFile.shape)
}
