import { LineCounter, parseDocument } from 'yaml'
import { lineAt } from '#kernel/yaml-lines.ts'
import type { Language } from '#kernel/dictionary.ts'
import { sha256Hex } from '#kernel/hash.ts'
import { ok, refuse, type Ok, type No, type Refusal } from '#kernel/result.ts'
import { crossProblems, type Reference } from './check.ts'
import { problemOfIssue, problemOfYaml, sentenceOf, type Problem } from './problems.ts'
import { playInFile, type Playbook } from './schema.ts'

export type PlayFile = { readonly file: string; readonly text: string }
export type Unreadable = Refusal<'guide.unreadable-playbook', { readonly problems: string[] }>

/**
 * Texts of YAML files → a playbook, or every problem as `file:line: what is wrong. how to fix`.
 * Plays stand in the order of their file names.
 */
export function readPlaybook(
  files: readonly PlayFile[],
  language: Language,
): Ok<Playbook> | No<Unreadable> {
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1))
  const read = sorted.map(readPlay)
  const references = read.flatMap((each) => (each.reference === null ? [] : [each.reference]))
  const problems = [
    ...read.flatMap((each) => each.problems),
    ...crossProblems(references, language),
  ]
  if (problems.length > 0) {
    const sentences = problems.toSorted(byPlace).map((problem) => sentenceOf(problem, language))
    return refuse('invalid', 'guide.unreadable-playbook', { problems: sentences })
  }
  return ok(playbookOf(sorted, references, language))
}

/** Without the files that cannot be read; links to them lead nowhere, and the moves go on by their order. */
export function readWhatCanBeRead(
  files: readonly PlayFile[],
  language: Language,
): { readonly read: ReturnType<typeof readPlaybook>; readonly files: readonly PlayFile[] } {
  const alone = files.filter((file) => isReadableAlone(file, language))
  const sorted = alone.toSorted((a, b) => (a.file < b.file ? -1 : 1))
  const references = sorted.flatMap((file) => readPlay(file).reference ?? [])
  if (references.length === 0) return { read: readPlaybook(files, language), files }
  return { read: ok(playbookOf(sorted, references, language)), files: sorted }
}

/** By itself a play may lead to moves of others. */
function isReadableAlone(file: PlayFile, language: Language): boolean {
  const { reference } = readPlay(file)
  if (reference === null) return false
  return crossProblems([reference], language).every(({ code }) => code === 'next-missing')
}

function playbookOf(
  files: readonly PlayFile[],
  references: readonly Reference[],
  language: Language,
): Playbook {
  return { language, version: versionOf(files), plays: references.map(({ play }) => play) }
}

function readPlay({ file, text }: PlayFile): { reference: Reference | null; problems: Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [broken] = document.errors
  if (broken !== undefined) {
    return { reference: null, problems: [problemOfYaml(file, broken, lines)] }
  }
  const given: unknown = document.toJS()
  if (given === null || given === undefined) {
    return { reference: null, problems: [{ file, line: 1, code: 'empty', data: {} }] }
  }
  const parsed = playInFile.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) =>
      problemOfIssue(file, issue, given, (path) => lineAt(document, lines, path)),
    )
    return { reference: null, problems }
  }
  const line = (path: readonly PropertyKey[]) => lineAt(document, lines, path)
  return { reference: { file, play: parsed.data, line }, problems: [] }
}

function versionOf(files: readonly PlayFile[]): string {
  const all = files
    .map(({ file, text }) => `${file.replace(/^.*[\\/]/, '')}\n${text.replace(/\r\n/g, '\n')}\n`)
    .join('\0')
  return sha256Hex(all)
}

function byPlace(a: Problem, b: Problem): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1
}
