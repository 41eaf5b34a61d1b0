import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import { lineAt } from '#kernel/yaml-lines.ts'
import { problemOfIssue, problemOfYaml, sentenceOf } from '../engine/problems.ts'
import type { ToldStory } from './actions.ts'
import { expectation, step, story } from './contract.ts'

/** Every story of a folder (or one file), in the order of the names; and what could not be read. */
export async function readStories(
  path: string,
): Promise<{ readonly stories: ToldStory[]; readonly problems: string[] }> {
  const place = await stat(path).catch(() => undefined)
  if (place === undefined) {
    return {
      stories: [],
      problems: [`${path} が見つかりません。フォルダの名前を確かめてください。`],
    }
  }
  const isFolder = place.isDirectory()
  const names = isFolder ? await readdir(path, { recursive: true }) : [basename(path)]
  const folder = isFolder ? path : join(path, '..')
  const files = names
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted()
    .map((name) => join(folder, name))
  const read = await Promise.all(
    files.map(async (file) => tell(file, await readFile(file, 'utf8'))),
  )
  return {
    stories: read.flatMap((each) => (Array.isArray(each) ? [] : [each])),
    problems: read.flatMap((each) => (Array.isArray(each) ? each : [])),
  }
}

/** A story, or its problems as `file:line: what is wrong. how to fix`. */
export function tell(file: string, text: string): ToldStory | string[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [broken] = document.errors
  if (broken !== undefined) return [sentenceOf(problemOfYaml(file, broken, lines), 'ja')]
  const given: unknown = document.toJS() ?? {}
  const read = story.safeParse(given)
  const line = (path: readonly PropertyKey[]) => lineAt(document, lines, path)
  if (!read.success) {
    return read.error.issues.map((issue) =>
      sentenceOf(problemOfIssue(file, issue, given, line, allowedInStory), 'ja'),
    )
  }
  const { steps } = read.data
  return {
    file,
    story: read.data,
    lines: [line(['story']), ...steps.map((_, i) => line(['steps', i]))],
  }
}

function allowedInStory(path: readonly PropertyKey[]): string[] {
  if (path.includes('expect')) return Object.keys(expectation.shape)
  return Object.keys(path.includes('steps') ? step.shape : story.shape)
}
