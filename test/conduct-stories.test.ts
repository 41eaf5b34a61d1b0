import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { storyConduct } from '#features/harassment/door.ts'
import { types } from '#features/harassment/judging/contract.ts'
import { listen } from '#features/language/door.ts'
import { runStory } from '../src/features/guide/stories/actions.ts'
import { readStories, tell } from '../src/features/guide/stories/store.ts'
import { loadPlaybook } from '../src/features/guide/store.ts'

const read = await loadPlaybook()
if (!read.ok) throw new Error(read.refusal.data.problems.join('\n'))
const hear = (text: string) => listen({ speaker: 'customer', text }).cues
const tools = { playbook: read.value, listen: hear, conduct: storyConduct }
const { stories } = await readStories(fileURLToPath(new URL('stories/', import.meta.url)))
const wanted = stories.flatMap((told) => {
  const panes = told.story.steps.flatMap(({ expect: expected }) => expected?.harassment ?? [])
  return panes.length > 0 ? [{ told, panes }] : []
})
const isFalseAlarm = (title: string) => title.startsWith('まちがえない')
const outcome = (text: string) => {
  const told = tell('試し.yaml', text)
  if (Array.isArray(told)) throw new Error(told.join('\n'))
  return runStory(told, tools).failures.map(({ what }) => what)
}

describe('カスハラ対応の物語', () => {
  test.each(wanted.map(({ told }) => [told.story.story, told] as const))('%s', (_, told) => {
    const { failures } = runStory(told, tools)
    expect(failures.map(({ line, what }) => `${told.file}:${line}: ${what}`)).toEqual([])
  })

  test('九つの型のどれにも、近いと言う物語と、その根拠がある', () => {
    const near = new Set(
      wanted.flatMap(({ panes }) => panes.flatMap((each) => Object.keys(each.near ?? {}))),
    )
    expect([...near].toSorted()).toEqual([...types].toSorted())
  })

  test('まちがえてはならない物語が十以上あり、どれも「近い型はない」と言っている', () => {
    const falseAlarms = wanted.filter(({ told }) => isFalseAlarm(told.story.story))
    expect(falseAlarms.length).toBeGreaterThanOrEqual(10)
    const loud = falseAlarms.filter(({ panes }) =>
      panes.some(({ near = {} }) => Object.keys(near).length > 0),
    )
    expect(loud.map(({ told }) => told.file)).toEqual([])
    const silent = falseAlarms.filter(({ panes }) => panes.every(({ near }) => near === undefined))
    expect(silent.map(({ told }) => told.file)).toEqual([])
  })

  test('近いと言う物語は、苦情が続くことも言っている', () => {
    const stopping = wanted.filter(
      ({ told, panes }) =>
        !isFalseAlarm(told.story.story) && panes.every(({ goesOn }) => goesOn === undefined),
    )
    expect(stopping.map(({ told }) => told.file)).toEqual([])
  })
})

describe('カスハラ対応の物語の検査', () => {
  const insulted =
    'story: 試し\nsteps:\n  - customer: この無能が、辞めてしまえ。\n    cues: { insult: この無能が }\n'
  const pane = (text: string) => `${insulted}    expect: { harassment: ${text} }`
  test.each([
    [pane('{ near: {} }'), '近い型は「なし」のはずが、「verbal-abuse（words）」でした'],
    [pane('{ strength: { verbal-abuse: repeated } }'), 'verbal-abuseの強さは「repeated」のはずが'],
    [pane('{ grounds: { verbal-abuse: 返金 } }'), '根拠に「返金」がありません'],
    [pane('{ standards: [当社基準] }'), '当社基準に「当社基準」がありません'],
    [pane('{ hints: hearing }'), 'お客様の側に立つ手がかりに「hearing」がありません'],
    [pane('{ manners: [] }'), '言い方の例は「なし」のはずが、「insult」でした'],
    [pane('{ ladder: { heard: [] } }'), '段階を開いた言い方は「なし」のはずが'],
    [pane('{ ladder: { next: warning } }'), '次の段階は「warning」のはずが、「request」でした'],
    [pane('{ ladder: { never: [おやめください] } }'), '段階の言葉に「おやめください」は出ないはず'],
    [pane('{ ladder: { waits: { warning: nothing } } }'), 'warningが待つものは「nothing」のはずが'],
    [pane('{ ladder: { emergency: violence } }'), '緊急は「violence」のはずが、「none」でした'],
    [pane('{ goesOn: [返金] }'), '続いているお申し出に「返金」がありません'],
    [
      `${insulted}  - takes: warning`,
      '「warning」は、まだ行えません（earlier-stepを待っています）',
    ],
    [
      `${insulted}  - record: complaints.closed\n    expect: { harassment: { goesOn: [] } }`,
      '苦情は続いているはずが、終わっています',
    ],
  ])('%j は、違いを言う', (text, expected) => {
    expect(outcome(text).join('\n')).toContain(expected)
  })
})
