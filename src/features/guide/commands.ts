import { fileURLToPath } from 'node:url'
import type { Command, CommandCall } from '#kernel/command.ts'
import { listen } from '#features/language/door.ts'
import { loadPlaybook, shippedPlaybooks } from './store.ts'
import { runStory } from './stories/actions.ts'
import type { StoryOutcome } from './stories/contract.ts'
import { readStories } from './stories/store.ts'

const shippedStories = fileURLToPath(new URL('../../../test/stories/', import.meta.url))

const stories: Command = {
  name: 'stories',
  summary: '苦情の物語（YAML）を応対の型に当て、期待どおりの一手が出るかを試します。',
  usage: [
    'uketome stories [フォルダまたはファイル] [--playbook フォルダ] [--json]',
    '',
    '物語を書かないときは test/stories を、--playbook を書かないときは playbooks/ja を使います。',
    '一つでも期待と違えば、終了コードは 1 です。読めないファイルがあれば 2 です。',
    '物語の書き方は test/stories/README.md、型の書き方は playbooks/ja/README.md にあります。',
  ].join('\n'),
  options: {
    playbook: { type: 'string', short: 'p', summary: '応対の型のフォルダ' },
    json: { type: 'boolean', summary: '結果をJSONで出す' },
  },
  run: tellStories,
}

export const commands: readonly Command[] = [stories]

async function tellStories({ values, positionals, print, complain }: CommandCall): Promise<number> {
  const folder = values['playbook']
  const playbook = await loadPlaybook(
    typeof folder === 'string' ? folder : `${shippedPlaybooks}ja`,
    'ja',
  )
  const read = await readStories(positionals[0] ?? shippedStories)
  const problems = [
    ...(playbook.ok ? [] : playbook.refusal.data.problems),
    ...read.problems,
    ...(read.stories.length + read.problems.length === 0
      ? [`${positionals[0] ?? shippedStories} に物語がありません。*.yaml を置いてください。`]
      : []),
  ]
  if (!playbook.ok || problems.length > 0) {
    for (const problem of problems) complain(problem)
    return 2
  }
  const hear = (text: string) => listen({ speaker: 'customer', text }).cues
  const outcomes = read.stories.map((told) =>
    runStory(told, { playbook: playbook.value, listen: hear }),
  )
  const lines = values['json'] === true ? [JSON.stringify({ outcomes })] : report(outcomes)
  for (const line of lines) await print(line)
  return outcomes.every(({ passed }) => passed) ? 0 : 1
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
