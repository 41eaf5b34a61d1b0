import { admitsFault, namesMoney, promisesPayment } from '../rules.ts'
import type { Condition } from './conditions.ts'
import type { Language } from '#kernel/dictionary.ts'
import { placeholderNamed, placeholdersIn, type Placeholder } from './placeholders.ts'
import { placeholder } from './phrases.ts'
import type { Problem } from './problems.ts'
import type { Play } from './schema.ts'

/** A play that can be read, with a way back to the line where each of its parts was written. */
export type Reference = {
  readonly file: string
  readonly play: Play
  readonly line: (path: readonly PropertyKey[]) => number
}

/** What no single field can tell: names that meet, links that lead nowhere, words that no screen may offer. */
export function crossProblems(references: readonly Reference[], language: Language): Problem[] {
  return references.flatMap((reference, index) => [
    ...sameNames(reference, references.slice(0, index)),
    ...brokenLinks(reference, references),
    ...sentences(reference).flatMap((sentence) => forbidden(reference, sentence, language)),
    ...unsayable(reference, language),
    ...reasonless(reference),
  ])
}

function sameNames({ file, play, line }: Reference, earlier: readonly Reference[]): Problem[] {
  const twin = earlier.find((other) => other.play.play === play.play)
  const ids = play.moves.map(({ id }) => id)
  return [
    ...(twin === undefined
      ? []
      : [problem(file, line(['play']), 'same-play', { play: play.play, file: twin.file })]),
    ...ids.flatMap((id, index) =>
      ids.indexOf(id) === index
        ? []
        : [problem(file, line(['moves', index, 'id']), 'same-move', { move: id })],
    ),
  ]
}

function brokenLinks({ file, play, line }: Reference, all: readonly Reference[]): Problem[] {
  const everywhere = new Set(
    all.flatMap((other) => other.play.moves.map(({ id }) => `${other.play.play}/${id}`)),
  )
  const own = new Set(play.moves.map(({ id }) => id))
  return play.moves.flatMap((move, index) => {
    const { next } = move
    const isLost = next !== undefined && !own.has(next) && !everywhere.has(next)
    const said = [move.when, move.done, ...move.say.map(({ when }) => when)].flatMap(saidIn)
    return [
      ...(isLost ? [problem(file, line(['moves', index, 'next']), 'next-missing', { next })] : []),
      ...said
        .filter((name) => name !== 'yes' && !own.has(name) && !everywhere.has(name))
        .map((name) => problem(file, line(['moves', index]), 'said-missing', { move: name })),
    ]
  })
}

function saidIn(condition: Condition | undefined): string[] {
  if (condition === undefined) return []
  const parts = [...(condition.all ?? []), ...(condition.any ?? [])]
  return [
    ...(condition.said === undefined ? [] : [condition.said]),
    ...parts.flatMap(saidIn),
    ...saidIn(condition.not),
  ]
}

type Sentence = {
  readonly text: string
  readonly path: readonly PropertyKey[]
  readonly isSaid: boolean
  readonly isForFault: boolean
}

function sentences({ play }: Reference): Sentence[] {
  const inMoves = play.moves.flatMap((move, m) => [
    ...move.say.map(({ text, when }, s) => ({
      text,
      path: ['moves', m, 'say', s],
      isSaid: true,
      isForFault: needsFault(when) || needsFault(move.when),
    })),
    ...move.ask.map(({ text }, a) => plain(text, ['moves', m, 'ask', a])),
    ...move.because.map((text, b) => plain(text, ['moves', m, 'because', b])),
    plain(move.goal, ['moves', m, 'goal']),
  ])
  return [...inMoves, ...play.because.map((text, b) => plain(text, ['because', b]))]
}

function plain(text: string, path: readonly PropertyKey[]): Sentence {
  return { text, path, isSaid: false, isForFault: false }
}

function needsFault(condition: Condition | undefined): boolean {
  if (condition === undefined) return false
  return condition.apology === 'fault' || (condition.all ?? []).some(needsFault)
}

function forbidden(
  { file, line }: Reference,
  { text, path, isSaid, isForFault }: Sentence,
  language: Language,
): Problem[] {
  const allowed = placeholdersIn(language).join('、')
  const unknown = [...text.matchAll(placeholder)]
    .map(([, name = '']) => name)
    .filter((name) => placeholderNamed(name, language) === undefined)
    .map((name) => problem(file, line(path), 'unknown-placeholder', { name, allowed }))
  if (!isSaid) return unknown
  const bare = text.replace(placeholder, '')
  if (promisesPayment(bare)) return [...unknown, problem(file, line(path), 'promises-payment', {})]
  return [
    ...unknown,
    ...(namesMoney(bare) ? [problem(file, line(path), 'names-money', {})] : []),
    ...(admitsFault(bare) && !isForFault ? [problem(file, line(path), 'admits-fault', {})] : []),
  ]
}

/** Filled from the sign-in, whatever the record says. */
const alwaysThere: ReadonlySet<Placeholder | undefined> = new Set<Placeholder>([
  '自社名',
  '担当名',
  '提案期限',
])

function unsayable({ file, play, line }: Reference, language: Language): Problem[] {
  return play.moves.flatMap((move, index) => {
    const isSayable = move.say.some(
      ({ text, when }) =>
        when === undefined &&
        [...text.matchAll(placeholder)].every(([, name = '']) =>
          alwaysThere.has(placeholderNamed(name, language)),
        ),
    )
    return isSayable || move.say.length === 0
      ? []
      : [problem(file, line(['moves', index, 'say']), 'never-sayable', {})]
  })
}

function reasonless({ file, play, line }: Reference): Problem[] {
  const last = play.because.at(-1) ?? ''
  return [...last.matchAll(placeholder)].length === 0
    ? []
    : [problem(file, line(['because']), 'because-needs-value', {})]
}

function problem<C extends Problem['code']>(
  file: string,
  line: number,
  code: C,
  data: Extract<Problem, { code: C }>['data'],
): Problem {
  return { file, line, code, data } as Problem
}
