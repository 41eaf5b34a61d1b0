import { basename, resolve } from 'node:path'
import type { Command, CommandCall } from '#kernel/command.ts'
import type { Language } from '#kernel/dictionary.ts'
import { shippedFolder } from '#platform/shipped.ts'
import { listen } from '#features/language/door.ts'
import { loadFiles, playbooksFolder } from './store.ts'
import { runStory } from './stories/actions.ts'
import type { StoryConduct, StoryLetters, StoryOutcome } from './stories/contract.ts'
import { readStories } from './stories/store.ts'

const shippedStories = shippedFolder('test/stories/')

/** How letters are drafted and looked at, and how conduct is: from the rooms above that do it. */
export type StoryRooms = { readonly letters: StoryLetters; readonly conduct: StoryConduct }

export function storyCommands(rooms: StoryRooms): readonly Command[] {
  return [{ ...stories, run: (call) => tellStories(call, rooms) }]
}

const stories: Omit<Command, 'run'> = {
  name: 'stories',
  summary: '苦情の物語（YAML）を応対の型に当て、期待どおりの一手が出るかを試します。',
  usage: [
    'uketome stories [フォルダまたはファイル] [--playbook フォルダ] [--json]',
    '',
    '物語を書かないときは test/stories を、--playbook を書かないときは配る型を使います。',
    '物語は、その言葉（language）の型に当てます。フォルダの名が en の型は、英語の型です。',
    '一つでも期待と違えば、終了コードは 1 です。読めないファイルがあれば 2 です。',
    '物語の書き方は test/stories/README.md、型の書き方は playbooks/ja/README.md にあります。',
  ].join('\n'),
  options: {
    playbook: { type: 'string', short: 'p', summary: '応対の型のフォルダ' },
    json: { type: 'boolean', summary: '結果をJSONで出す' },
  },
}

async function tellStories(
  { values, positionals, print, complain }: CommandCall,
  rooms: StoryRooms,
): Promise<number> {
  const folder = positionals[0] ?? shippedStories
  const playbooks = await playbooksFor(values['playbook'])
  const found = await readStories(folder)
  const told = found.stories.filter(({ story }) => playbooks.has(story.language))
  const problems = [
    ...[...playbooks.values()].flatMap((each) => each.problems),
    ...found.problems,
    ...(told.length + found.problems.length === 0
      ? [`${folder} に、この型の言葉の物語がありません。*.yaml を置いてください。`]
      : []),
  ]
  if (problems.length > 0) {
    for (const problem of problems) complain(problem)
    return 2
  }
  const hear = (text: string) => listen({ speaker: 'customer', text }).cues
  const outcomes = told.flatMap((each) => {
    const read = playbooks.get(each.story.language)?.read
    return read?.ok ? [runStory(each, { playbook: read.value, listen: hear, ...rooms })] : []
  })
  const lines = values['json'] === true ? [JSON.stringify({ outcomes })] : report(outcomes)
  for (const line of lines) await print(line)
  return outcomes.every(({ passed }) => passed) ? 0 : 1
}

/** The plays of one's own, in the language their folder is named after; else those we ship, in every language. */
async function playbooksFor(folder: string | boolean | undefined) {
  const places: readonly [Language, string][] =
    typeof folder === 'string'
      ? [[basename(resolve(folder)) === 'en' ? 'en' : 'ja', folder]]
      : [
          ['ja', playbooksFolder('ja')],
          ['en', playbooksFolder('en')],
        ]
  return new Map(
    await Promise.all(
      places.map(
        async ([language, place]) => [language, await loadFiles(place, language)] as const,
      ),
    ),
  )
}

function report(outcomes: readonly StoryOutcome[]): string[] {
  const passed = outcomes.filter((each) => each.passed).length
  return [
    ...outcomes.flatMap(({ file, story, passed: isGood, failures }) => [
      `${isGood ? '✓' : '✗'} ${story}`,
      ...failures.map(({ line, what }) => `    ${file}:${line}: ${what}`),
    ]),
    '',
    `${passed} passed, ${outcomes.length - passed} failed`,
  ]
}
