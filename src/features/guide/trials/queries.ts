import { setImmediate as breath } from 'node:timers/promises'
import type { Language } from '#kernel/dictionary.ts'
import { shippedFolder } from '#platform/shipped.ts'
import { lint, listen } from '#features/language/door.ts'
import type { Move } from '../contract.ts'
import { readPlaybook } from '../engine/load.ts'
import { placeholder } from '../engine/phrases.ts'
import type { Play, Playbook, PlayMove } from '../engine/schema.ts'
import type { Content, Part, TextProblem, Trial } from '../playbooks/contract.ts'
import { playbooksMessages } from '../playbooks/messages.ts'
import { fieldOf, laidOver, restingIn, type PlayText } from '../playbooks/rules.ts'
import type { Pack } from '../playbooks/store.ts'
import { runStory, type ToldStory } from '../stories/actions.ts'
import { readStories, tell } from '../stories/store.ts'

const shippedStories = shippedFolder('test/stories/')
type Placed = Trial['problems'][number]

/** Everything that must be right before these plays may be published, and how every story goes with them. */
export async function tryContent(
  pack: Pack,
  { plays, stories }: Content,
  language: Language,
): Promise<Omit<Trial, 'revision'>> {
  const texts = laidOver(pack.plays, plays)
  const read = readPlaybook(texts, language)
  const told = Object.entries(stories).map(([name, text]) => tell(name, text))
  const mended = Object.entries(plays).flatMap(([name, { state, text }]) => {
    if (state === 'off') return []
    const worded = read.ok ? wording(pack, read.value, name, text) : []
    return [...renamed(name, text, language), ...worded]
  })
  const unreadable = read.ok ? [] : nameOfPlay(texts, read.refusal.data.problems)
  const broken = told.flatMap((each) => (Array.isArray(each) ? each.map(placed) : []))
  const problems = [...unreadable, ...mended, ...broken]
  if (!read.ok) return { problems, stories: [] }
  const resting = restingIn(plays)
  const awake = read.value.plays.filter(({ play }) => !resting.includes(play))
  const own = told.flatMap((each) => (Array.isArray(each) ? [] : [each]))
  const playbook = { ...read.value, plays: awake }
  return { problems, stories: await outcomes(playbook, own, resting, language) }
}

/** People know a play by its name, the engine by its file. */
function nameOfPlay(texts: readonly PlayText[], problems: readonly string[]): Placed[] {
  const names = new Map(texts.map(({ file, name }) => [file, name]))
  return problems.map(placed).map((each) => ({ ...each, name: names.get(each.name) ?? each.name }))
}

/** `name:line: sentence` as the engine says it. */
function placed(problem: string): Placed {
  const [, name = '', line = '1', sentence = problem] =
    /^([^:]*):(\d+): ([^]*)$/.exec(problem) ?? []
  return { name, line: Number(line), sentence }
}

/** The name is what the record remembers a play by. */
function renamed(name: string, text: string, language: Language): Placed[] {
  const told = fieldOf(text, 'play')
  const { otherName } = playbooksMessages[language].words
  return told === null || told === name
    ? []
    : [{ name, line: lineOf(text, 'play:'), sentence: otherName({ name }) }]
}

/** Our own lint over the sentences that this company wrote itself. */
function wording(pack: Pack, { language, plays }: Playbook, name: string, text: string): Placed[] {
  if (language !== 'ja') return []
  const shipped = pack.plays.find((play) => play.name === name)?.text ?? ''
  const play = plays.find((each) => each.play === name)
  const said = play?.moves.flatMap(({ say }) => say.map((each) => each.text)) ?? []
  return said
    .filter((sentence) => !shipped.includes(sentence))
    .flatMap((sentence) =>
      lint({ kind: 'talk', text: sentence.replace(placeholder, '商品') })
        .findings.filter(({ severity }) => severity === 'error')
        .map(({ message }) => ({ name, line: lineOf(text, sentence), sentence: message })),
    )
}

function lineOf(text: string, words: string): number {
  const lines = text.split('\n')
  const found = lines.findIndex((line) => line.includes(words.slice(0, 20)))
  return found === -1 ? 1 : found + 1
}

/** Stories are arithmetic: between two of them whoever else waits for the server has a turn. */
async function outcomes(
  playbook: Playbook,
  own: readonly ToldStory[],
  resting: readonly string[],
  language: Language,
): Promise<Trial['stories']> {
  const shipped = (await readStories(shippedStories)).stories
  const spoken = shipped.filter(({ story }) => story.language === language)
  // What a play says in a talk is on trial here; letters and conduct are for rooms above.
  const active = spoken.filter(
    (told) => !goesAbove(told) && !playsIn(told).some((play) => resting.includes(play)),
  )
  const tools = { playbook, listen: (text: string) => listen({ speaker: 'customer', text }).cues }
  const told: Trial['stories'] = []
  for (const story of [...own, ...active]) {
    const { passed, failures } = runStory(story, tools)
    const isOwn = own.includes(story)
    const lines = failures.map(({ line, what }) => ({ line, sentence: what }))
    told.push({ story: story.story.story, isOwn, passed, failures: lines })
    await breath()
  }
  return told
}

function goesAbove({ story }: ToldStory): boolean {
  return story.steps.some(
    ({ drafts, takes, expect: expected }) => drafts ?? takes ?? expected?.harassment,
  )
}

function playsIn({ story }: ToldStory): string[] {
  const expectations = [story.expect, ...story.steps.map((step) => step.expect)]
  return expectations.flatMap((each) => [each?.play ?? [], each?.plays ?? []].flat())
}

/** One text by itself among the others: its problems, and its moves as the call shows them. */
export function readAmong(
  pack: Pack,
  { plays }: Content,
  written: { readonly part: Part; readonly name: string; readonly text: string },
  language: Language,
): { problems: TextProblem[]; moves: Move[] } {
  const { part, name, text } = written
  if (part === 'story') {
    const told = tell(name, text)
    return { problems: Array.isArray(told) ? told.map(placed) : [], moves: [] }
  }
  const mine = { ...plays, [name]: { state: 'text' as const, text, basedOn: null } }
  const texts = linkedFrom(name, laidOver(pack.plays, mine))
  const file = texts.find((each) => each.name === name)?.file
  const read = readPlaybook(texts, language)
  const play = read.ok ? read.value.plays.find((each) => each.play === name) : undefined
  const found = read.ok
    ? wording(pack, read.value, name, text)
    : read.refusal.data.problems.map(placed).filter((problem) => problem.name === file)
  const problems = [...renamed(name, text, language), ...found]
  return {
    problems: problems.map(({ line, sentence }) => ({ line, sentence })),
    moves: play ? play.moves.map((move) => moveOf(play, move)) : [],
  }
}

/** The play and those it names (`next`, `said`): reading the whole pack at every pause would hold up everybody's calls. */
function linkedFrom(name: string, texts: readonly PlayText[]): PlayText[] {
  const linked = new Set([name])
  for (const each of linked) {
    const text = texts.find((play) => play.name === each)?.text ?? ''
    for (const { name: other } of texts) if (text.includes(`${other}/`)) linked.add(other)
  }
  return texts.filter((play) => linked.has(play.name))
}

/** As it would stand in a call, with the names of what the record would fill in. */
function moveOf(play: Play, move: PlayMove): Move {
  const shown = (text: string) => text.replace(placeholder, '〔$1〕')
  return {
    play: play.play,
    playTitle: play.title,
    id: move.id,
    stage: move.stage,
    goal: shown(move.goal),
    say: move.say.map(({ text }, index) => ({ index, text: shown(text), isUsed: false })),
    ask: move.ask.map(({ text }) => shown(text)),
    write: move.write.map(({ into, label, required }) => ({ into, label, isRequired: required })),
    avoid: move.avoid,
    because: shown(move.because[0] ?? play.because[0] ?? ''),
    reasons: move.reasons,
    urgency: urgencies[move.urgency ?? play.tier],
    count: null,
  }
}

const urgencies = {
  opening: 'now',
  safety: 'safety',
  protect: 'protect',
  cue: 'now',
  main: 'next',
  aside: 'later',
} as const satisfies Record<Play['tier'], Move['urgency']>
