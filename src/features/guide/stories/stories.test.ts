import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { listen } from '#features/language/door.ts'
import { readPlaybook } from '../engine/load.ts'
import { loadPlaybook } from '../store.ts'
import { runStory } from './actions.ts'
import type { Step, Story } from './contract.ts'
import { readStories, tell } from './store.ts'

const folder = fileURLToPath(new URL('../../../../test/stories/', import.meta.url))
const read = await loadPlaybook()
if (!read.ok) throw new Error(read.refusal.data.problems.join('\n'))
const tools = { playbook: read.value, listen: () => [] }
const { stories: all, problems } = await readStories(folder)
// Those with letters and with the pane of protection are told where those are made: test/*-stories.test.ts.
const stories = all.filter(
  ({ story }) =>
    story.language === 'ja' &&
    story.steps.every(
      ({ drafts, takes, expect: expected }) => !(drafts ?? takes ?? expected?.harassment),
    ),
)
const expectationsOf = ({ expect: first, steps }: Story) =>
  [first, ...steps.map((step) => step.expect)].filter((each) => each !== undefined)
const expectations = stories.flatMap(({ story }) => expectationsOf(story))
const toldCues = ({ customer: text, cues = [] }: Step) =>
  (Array.isArray(cues) ? cues : Object.keys(cues)).flatMap((code) =>
    text === undefined ? [] : [{ code, text }],
  )
const english = all.filter(({ story }) => story.language === 'en')

describe('物語', () => {
  test('どのファイルも読める', () => {
    expect(problems).toEqual([])
    expect(stories.length).toBeGreaterThanOrEqual(60)
  })

  test.each(stories.map((told) => [told.story.story, told] as const))('%s', (_title, told) => {
    const { failures } = runStory(told, tools)
    expect(failures.map(({ line, what }) => `${told.file}:${line}: ${what}`)).toEqual([])
  })

  test('配る型のどの一手も、どれかの物語で、いまの一手か、頃合いの一手になる', () => {
    const played = new Set<string>()
    for (const told of stories)
      runStory(told, tools, (_step, { current, announced }) => {
        for (const move of [current, announced]) if (move) played.add(`${move.play}/${move.id}`)
      })
    const moves = tools.playbook.plays.flatMap((play) =>
      play.moves.map(({ id }) => `${play.play}/${id}`),
    )
    expect(moves.filter((move) => !played.has(move))).toEqual([])
  })

  test('どの型も、主役になることを期待する物語がある', () => {
    const expected = new Set(expectations.map(({ play }) => play))
    const announces = new Set(expectations.map(({ announces: move }) => move))
    const missing = tools.playbook.plays.filter(
      ({ play, moves }) => !expected.has(play) && !moves.some(({ id }) => announces.has(id)),
    )
    expect(missing.map(({ play }) => play)).toEqual([])
  })

  test('出るべき言葉と、出てはならない言葉を、物語が言っている', () => {
    const silent = stories.filter(({ story }) =>
      expectationsOf(story).every(({ says, never }) => says === undefined && never === undefined),
    )
    expect(silent.length / stories.length).toBeLessThan(0.2)
    expect(expectations.filter(({ never }) => never !== undefined).length).toBeGreaterThan(100)
  })

  test.each(['phone', 'mail', 'chat', 'counter', 'visit', 'review', 'letter', 'web-form'])(
    '%s の苦情もある',
    (channel) => expect(stories.some(({ story }) => story.channel === channel)).toBe(true),
  )

  test('物語に書かれた合図は、お客様の言葉からも聞こえる', () => {
    const told = stories.flatMap(({ story }) => story.steps.flatMap(toldCues))
    const heard = told.filter(({ code, text }) =>
      listen({ speaker: 'customer', text }).cues.some((cue) => cue.code === code),
    )
    expect(heard.length / told.length).toBeGreaterThan(0.85)
  })
})

describe('英語の物語', async () => {
  const pack = await loadPlaybook(join(folder, '../../playbooks/en'), 'en')

  test('六つ以上ある', () => expect(english.length).toBeGreaterThanOrEqual(6))

  test.each(english.map((told) => [told.story.story, told] as const))('%s', (_title, told) => {
    if (!pack.ok) throw new Error(pack.refusal.data.problems.join('\n'))
    const { failures } = runStory(told, { playbook: pack.value, listen: () => [] })
    expect(failures.map(({ line, what }) => `${told.file}:${line}: ${what}`)).toEqual([])
  })
})

describe('手引きの例', () => {
  const example = (path: string) => {
    const text = readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')
    return /```yaml\n(.+?)```/s.exec(text)?.[1] ?? ''
  }

  test('playbooks/ja/README.md の型は、そのまま読める', () => {
    const text = example('../../../../playbooks/ja/README.md')
    expect(readPlaybook([{ file: 'README.yaml', text }], 'ja')).toMatchObject({ ok: true })
  })

  test('test/stories/README.md の物語は、そのまま通る', () => {
    const told = tell('README.yaml', example('../../../../test/stories/README.md'))
    if (Array.isArray(told)) throw new Error(told.join('\n'))
    expect(runStory(told, tools).failures).toEqual([])
  })
})

describe('物語の検査', () => {
  const told = (text: string) => {
    const story = tell('試し.yaml', text)
    if (Array.isArray(story)) throw new Error(story.join('\n'))
    return runStory(story, tools)
  }

  test('期待と違えば、行番号つきで違いを言う', () => {
    const outcome = told(
      ['story: 違う', 'steps:', '  - operator: はい。', '    expect: { play: 怒り }'].join('\n'),
    )
    expect(outcome.passed).toBe(false)
    expect(outcome.failures[0]).toMatchObject({ line: 3, what: expect.stringContaining('怒り') })
  })

  test('出てはならない言葉が出れば、どの一手かを言う', () => {
    const outcome = told(
      ['story: 出る', 'steps:', '  - operator: はい。', '    expect: { never: [中村] }'].join('\n'),
    )
    expect(outcome.failures[0]?.what).toContain('受付/名乗って受ける')
  })

  test('知らない出来事や、書けない項目は、行番号つきで断る', () => {
    expect(told('story: x\nsteps:\n  - record: complaints.exploded').failures[0]?.what).toContain(
      'complaints.exploded',
    )
    expect(tell('a.yaml', 'story: x\nsteps:\n  - costumer: やあ')).toEqual([
      expect.stringMatching(/^a\.yaml:3: 「costumer」という項目はありません。/),
    ])
  })
})
