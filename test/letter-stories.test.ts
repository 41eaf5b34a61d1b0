import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { listen } from '#features/language/door.ts'
import { storyLetters } from '#features/letters/telling/rules.ts'
import { runStory } from '../src/features/guide/stories/actions.ts'
import { readStories, tell } from '../src/features/guide/stories/store.ts'
import { loadPlaybook } from '../src/features/guide/store.ts'

const read = await loadPlaybook()
if (!read.ok) throw new Error(read.refusal.data.problems.join('\n'))
const hear = (text: string) => listen({ speaker: 'customer', text }).cues
const tools = { playbook: read.value, listen: hear, letters: storyLetters }
const { stories } = await readStories(fileURLToPath(new URL('stories/', import.meta.url)))
const withLetters = stories.filter(({ story }) => story.steps.some(({ drafts }) => drafts))
const outcome = (text: string) => {
  const told = tell('試し.yaml', text)
  if (Array.isArray(told)) throw new Error(told.join('\n'))
  return runStory(told, tools).failures.map(({ what }) => what)
}

describe('文面の物語', () => {
  test('七つ以上あり、どれも赤くなる文を言っている', () => {
    expect(withLetters.length).toBeGreaterThanOrEqual(7)
    const silent = withLetters.filter(({ story }) =>
      story.steps.every(({ expect: expected }) => !expected?.letter?.red?.length),
    )
    expect(silent.map(({ file }) => file)).toEqual([])
  })

  test.each(withLetters.map((told) => [told.story.story, told] as const))('%s', (_, told) => {
    const { failures } = runStory(told, tools)
    expect(failures.map(({ line, what }) => `${told.file}:${line}: ${what}`)).toEqual([])
  })
})

describe('文面の物語の検査', () => {
  const begun = 'story: 試し\nchannel: mail\nwords: 皿が欠けていた\nsteps:\n  - drafts: progress\n'
  test.each([
    [`${begun}    expect: { letter: { red: [皿] } }`, '赤い文に「皿」がありません'],
    [`${begun}    expect: { letter: { never: [/./] } }`, '文面に「/./」は出ないはずでした'],
    [`${begun}  - rewords: ない言葉`, '文面に「ない言葉」がありません'],
    [
      `${begun}  - rewords: 原因\n    into: '{{原因}}'\n    expect: { letter: { leaves: true } }`,
      '送れるはずが、止まりました',
    ],
    ['story: 試し\nsteps:\n  - drafts: poem', '「poem」という下書きはありません'],
    ['story: 試し\nsteps:\n  - drafts: warning', '警告する言動が、記録にありません'],
    [
      'story: 試し\nsteps:\n  - operator: はい\n    expect: { letter: { leaves: true } }',
      '文面がまだありません',
    ],
  ])('%j は、違いを言う', (text, expected) => {
    expect(outcome(text).join('\n')).toContain(expected)
  })
})
