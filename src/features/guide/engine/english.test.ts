import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cueCodes } from '#features/language/contract.ts'
import { admitsFault, promisesPayment } from '../rules.ts'
import { loadPlaybook, shippedPlaybooks } from '../store.ts'
import { runStory } from '../stories/actions.ts'
import { readStories, tell } from '../stories/store.ts'
import { readPlaybook } from './load.ts'
import { placeholder } from './phrases.ts'
import { placeholdersIn } from './placeholders.ts'
import { says } from './saying.ts'

const read = await loadPlaybook(join(shippedPlaybooks, 'en'), 'en')
if (!read.ok) throw new Error(read.refusal.data.problems.join('\n'))
const japanese = await loadPlaybook()
if (!japanese.ok) throw new Error(japanese.refusal.data.problems.join('\n'))
const { plays } = read.value
const told = await readStories(join(shippedPlaybooks, '../test/stories'))
const moves = plays.flatMap((play) =>
  play.moves.map((move) => ({ name: `${play.play}/${move.id}`, play, move })),
)
const sentences = moves.flatMap(({ name, move }) => move.say.map((say) => ({ name, ...say })))
const namesIn = (text: string) => [...text.matchAll(placeholder)].map(([, name = '']) => name)

describe('英語の型', () => {
  test('日本語の型と同じ合図に、同じ急ぎで答える', () => {
    const answersTo = (list: typeof plays) =>
      list
        .filter(({ tier }) => tier !== 'main')
        .map(({ tier, cues, memory }) => `${tier} ${cues.join(' ')} ${memory}`)
        .toSorted()
    expect(answersTo(plays)).toEqual(answersTo(japanese.value.plays))
  })

  test.each(cueCodes)('%s が聞こえれば、その合図の型が出る', (cue) => {
    const play = plays.find(({ cues }) => cues.includes(cue))?.play ?? ''
    const one = tell(
      'cue.yaml',
      `story: ${cue}
language: en
words: The box was open. I looked inside.
steps: [{ customer: Then I called., cues: [] }, { customer: I asked twice., cues: [] }, { customer: What I said., cues: [${cue}], expect: { play: ${play}, because: '/^[A-Z“].*[.?]$/' } }]`,
    )
    if (Array.isArray(one)) throw new Error(one.join('\n'))
    expect(runStory(one, { playbook: read.value, listen: () => [] }).failures).toEqual([])
  })

  test.each(told.stories.map((each) => [each.story.story, each] as const))(
    '「%s」のどの画面にも、埋まらない差し込みも、支払いの約束も、早すぎる落ち度も出ない',
    (_title, each) => {
      const wrong: string[] = []
      runStory(
        each,
        { playbook: read.value, listen: () => [] },
        (_step, { apology, ...screen }) => {
          for (const { say, ask, goal, because } of [screen.current, ...screen.following].flatMap(
            (move) => move ?? [],
          )) {
            const spoken = say.map(({ text }) => text)
            const shown = [...spoken, ...ask, goal, because]
            wrong.push(...shown.filter((text) => /[{}]|undefined|null/.test(text)))
            wrong.push(...spoken.filter(promisesPayment))
            if (apology.level !== 'fault') wrong.push(...spoken.filter(admitsFault))
          }
        },
      )
      expect(wrong).toEqual([])
    },
  )

  test('話す一手には三つ以上の言い方があり、一つは記録がなくても言える', () => {
    const always = new Set(['company', 'my name', 'proposed deadline'])
    const poor = moves.filter(({ move: { say } }) => {
      const isSayable = say.some(
        ({ text, when }) => when === undefined && namesIn(text).every((name) => always.has(name)),
      )
      return say.length > 0 && (say.length < 3 || !isSayable)
    })
    expect(poor.map(({ name }) => name)).toEqual([])
  })

  test('差し込みは英語の名だけで、手引きに全部載っている', () => {
    const guide = readFileSync(join(shippedPlaybooks, 'en/README.md'), 'utf8')
    const english = placeholdersIn('en')
    expect(english).toHaveLength(placeholdersIn('ja').length)
    expect(english.filter((name) => !guide.includes(`\`{${name}}\``))).toEqual([])
    expect(english.filter((name) => !JSON.stringify(plays).includes(`{${name}}`))).toEqual([
      'product',
      'order number',
      'number of concerns',
      'wish',
    ])
  })

  test('手引きの型は、そのまま読める', () => {
    const guide = readFileSync(join(shippedPlaybooks, 'en/README.md'), 'utf8')
    const text = /```yaml\n(.+?)```/s.exec(guide)?.[1] ?? ''
    expect(readPlaybook([{ file: 'README.yaml', text }], 'en')).toMatchObject({ ok: true })
  })
})

describe('英語の言葉', () => {
  test.each([
    [/\bcalm down\b/i, '怒りを否定する'],
    [/\bunfortunately\b/i, '断りの前置き'],
    [/\b(?:our|company) policy\b/i, '突き放す'],
    [/\byou should(?: have|n[’']t have)\b/i, '責める'],
    [/\byou (?:must|have to|need to)\b/i, '命じる'],
    [/\bany inconvenience\b/i, '何のお詫びか分からない'],
    [/\b(?:but|however)\b/i, '前の言葉を打ち消す'],
    [/\b(?:ASAP|as soon as possible|shortly|soon as)\b/i, '期限でない'],
    [/\b(?:hopefully|try to|do (?:my|our) best|should be able)\b/i, '約束でない'],
    [/!/, '叫ぶ'],
    [/\bI (?:know|understand) (?:exactly )?how you feel\b/i, '分かるはずがない'],
    [/\b(?:as I said|like I said|obviously|actually|to be honest|honestly)\b/i, '責め返す・軽い'],
    [/\b(?:valued customer|your call is important|rest assured|bear with)\b/i, '決まり文句'],
    [/\bnever again|guarantee\b/i, '守れない'],
    [/\bsir\b|\bmadam\b|\bguys\b/i, '相手を決めつける'],
    [/'/, 'まっすぐなアポストロフィ'],
  ])('%s とは言わない（%s）', (rule) => {
    const said = sentences.map(({ name, text }) => [name, text.replace(placeholder, '…')] as const)
    expect(said.filter(([, text]) => rule.test(text)).map(([name]) => name)).toEqual([])
  })

  test('一息で言える長さで、句点か問いで終わる', () => {
    const bare = sentences.map(({ name, text }) => ({ name, text: text.replace(placeholder, '') }))
    expect(bare.filter(({ text }) => text.length > 155)).toEqual([])
    const open = sentences.filter(
      ({ text }) => !/[.?]”?$/.test(text) && !text.endsWith('{company}'),
    )
    expect(open).toEqual([])
  })

  test('同じ型の中に、同じ文は二度出ない', () => {
    const twice = plays.filter(({ moves: list }) => {
      const texts = list.flatMap(({ say }) => say.map(({ text }) => text))
      return new Set(texts).size < texts.length
    })
    expect(twice.map(({ play }) => play)).toEqual([])
  })

  test('画面のどこにも、日本語が混じらない', () => {
    const mixed = plays.filter((play) =>
      /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(JSON.stringify(play)),
    )
    expect(mixed.map(({ play }) => play)).toEqual([])
  })

  test.each([
    ['2026-11-25T08:00:00Z', '5 pm on Wednesday 25 November'],
    ['2026-11-27T00:30:00Z', '9:30 am on Friday 27 November'],
    ['2026-12-01T03:00:00Z', 'noon on Tuesday 1 December'],
    ['2026-11-30T15:00:00Z', '12 am on Tuesday 1 December'],
  ])('期限 %s は %s と言う', (at, said) => expect(says.en.instant(at)).toBe(said))

  test('回数は、言葉で数える', () => {
    expect([1, 2, 3].map(says.en.times)).toEqual(['once', 'twice', '3 times'])
  })
})

describe('英語の型にも置けない言葉', () => {
  const shipped = readFileSync(join(shippedPlaybooks, 'en/40-hold.yaml'), 'utf8')
  const problems = (sentence: string) => {
    const text = shipped.replace(/Thank you for waiting\. .*$/m, sentence)
    const result = readPlaybook([{ file: 'a.yaml', text }], 'en')
    return result.ok ? [] : result.refusal.data.problems
  }

  test('落ち度は、確認された事実を条件に付けるまで置けない', () => {
    expect(problems('That was our mistake.')).toEqual([expect.stringContaining('admits a fault')])
    expect(problems('{ text: That was our mistake., when: { apology: fault } }')).toEqual([])
  })
  test('金品は、規定からの差し込みに替える', () => {
    expect(problems('You can have a voucher.')).toEqual([expect.stringContaining('{option 1}')])
  })
  test('支払いの約束は、どこにも置けない', () => {
    expect(problems('We will pay for it.')).toEqual([expect.stringContaining('promise a payment')])
  })
  test('書けない項目には、使える項目を英語の読点で添える', () => {
    const result = readPlaybook([{ file: 'a.yaml', text: shipped.replace('goal:', 'gaol:') }], 'en')
    expect(!result.ok && result.refusal.data.problems).toContainEqual(
      expect.stringMatching(/^a\.yaml:\d+: There is no “gaol” here\. You may use id, stage, goal/),
    )
  })
  test('日本語の差し込みは、使える英語の名を添えて断る', () => {
    expect(problems("'{お客様名}, thank you.'")).toEqual([
      expect.stringMatching(/\{お客様名\}.*customer, company, my name/),
    ])
  })
})
