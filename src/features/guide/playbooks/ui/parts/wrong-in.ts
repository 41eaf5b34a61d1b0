import { call } from '#kit/call.ts'
import { readText, type PlaybookFile } from '../../contract.ts'

type Wrong = {
  /** Where the part stands in the file. */
  readonly fileLine: number
  readonly name: string
  /** Within the text of the part. */
  readonly line: number
  readonly sentence: string
}

/** What has to be mended in the texts of a file that is in the draft already: plays may lead to each other. */
export async function wrongIn(
  { language, plays, stories }: PlaybookFile,
  lineOf: (...path: readonly string[]) => number,
): Promise<Wrong[]> {
  const texts = [
    ...Object.entries(plays).flatMap(([name, { state, text }]) =>
      state === 'off'
        ? []
        : [{ part: 'play' as const, name, text, fileLine: lineOf('plays', name, 'text') }],
    ),
    ...Object.entries(stories).map(([name, text]) => ({
      part: 'story' as const,
      name,
      text,
      fileLine: lineOf('stories', name),
    })),
  ]
  const wrong: Wrong[] = []
  for (const { fileLine, ...body } of texts) {
    const read = await call(readText, { params: { language }, body })
    const { name } = body
    if (!read.ok) wrong.push({ fileLine, name, line: 1, sentence: read.refusal.sentence })
    else wrong.push(...read.value.problems.map((problem) => ({ fileLine, name, ...problem })))
  }
  return wrong
}
