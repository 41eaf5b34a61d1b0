import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { tellingOf } from '#features/language/door.ts'
import { tellsMeasure } from '../gate/measures.ts'
import { decidedIn, measuresTold } from '../phrasing/measures.ts'
import {
  manners,
  points,
  type Manner,
  type Point,
  type PointStanding,
  type Reading,
} from './contract.ts'

// Silent reading of Japanese: 500 to 600 letters a minute.
const lettersPerSecond = 10

/** Letters a text must have, with its salutation, before the four points are asked for. */
const enough = { apology: 80, answer: 160 }

/** How a reply reads, held against what the record has confirmed. */
export function readingOf(text: string, record: CaseRecord, now: string): Reading {
  const telling = tellingOf({ kind: 'mail', text })
  const { length } = text.replaceAll(/\s/gu, '')
  return {
    asksForPoints: length >= (telling.apologies > 0 ? enough.apology : enough.answer),
    points: points.map((point) =>
      standingOf(point, telling.points.includes(point), text, { record, now }),
    ),
    seconds: Math.max(5, Math.round(length / lettersPerSecond / 5) * 5),
    apologies: telling.apologies,
    questions: telling.questions,
    longestSentence: Math.max(0, ...telling.sentences),
    firm: firmBecause(record),
  }
}

function standingOf(point: Point, isSaid: boolean, text: string, held: Told): PointStanding {
  if (point === 'prevention') return ofPrevention(isSaid, text, held)
  const confirmed = confirmedOf(point, held.record)
  return { point, isSaid, confirmed, isBacked: confirmed !== null, measures: null }
}

type Told = Parameters<typeof measuresTold>[0]

/** It is told when it is what the record holds as decided; a likely sentence of the writer's own is none. */
function ofPrevention(isSaid: boolean, text: string, held: Told): PointStanding {
  const { measures, noMeasure } = held.record
  const decided = decidedIn(held.record)
  const isBacked = tellsMeasure(text, measures)
  const told = decided.length > 0 ? measuresTold(held).map((each) => each.text) : []
  const isConsidered = measures.some(({ state }) => state === 'considered')
  const known = isConsidered ? ('considered' as const) : ('none' as const)
  return {
    point: 'prevention',
    isSaid: isSaid || isBacked,
    confirmed:
      told.length === 0 ? null : told.join(told.some((each) => each.startsWith('・')) ? '\n' : ''),
    isBacked,
    measures: decided.length > 0 ? 'decided' : noMeasure ? 'unneeded' : known,
  }
}

/** Only what was checked or agreed: what the customer says, and what we suppose, is not put into a letter for anybody. */
function confirmedOf(point: Confirmed, record: CaseRecord): string | null {
  const words = wordsOf(point, record)?.trim() ?? ''
  return words === '' ? null : sentenceOf(point, words)
}

type Confirmed = Exclude<Point, 'prevention'>

function wordsOf(point: Confirmed, record: CaseRecord): string | undefined {
  const confirmed = record.facts.filter(({ status }) => status === 'confirmed')
  const about = (topic: 'cause' | 'harm') =>
    confirmed.findLast((fact) => fact.topic === topic)?.statement
  if (point === 'cause') return record.cause?.detail ?? about('cause')
  if (point === 'impact') return about('harm')
  return remedyIn(record)
}

function remedyIn({ agreement, offers }: CaseRecord): string | undefined {
  if (agreement && agreement.labels.length > 0) return agreement.labels.join('と')
  return offers.findLast(({ answer }) => answer === 'accepted')?.label
}

/** How a note becomes a sentence of a letter, by how it ends: as a thing, as plain words, politely. */
const frames: Readonly<Record<Confirmed, { thing: [string, string]; plain: [string, string] }>> = {
  cause: {
    thing: ['原因は、', 'でございました。'],
    plain: ['原因をお調べしましたところ、', 'ことが分かりました。'],
  },
  impact: {
    thing: ['影響は、', 'でございました。'],
    plain: ['影響をお調べしましたところ、', 'ことが分かりました。'],
  },
  response: {
    thing: ['対応といたしまして、', 'の手配を進めております。'],
    plain: ['対応といたしまして、', 'ことといたしました。'],
  },
}

const polite = /(?:です|ます|ました|ません|でした|ください)$/u
// 「見落とし」「取り違い」 are things; 「見落とした」「行う」「弱い」 are said of things.
const plain = /(?:[うくぐすつぬぶむるただ]|(?<![違扱迷疑願使])い)$/u

export function sentenceOf(point: Confirmed, words: string): string {
  const bare = words.replace(/[。．.\s]+$/u, '')
  if (polite.test(bare)) return `${bare}。`
  const [before, after] = frames[point][plain.test(bare) ? 'plain' : 'thing']
  return `${before}${bare}${after}`
}

/** How often each must have been heard: once, or twice where the first time was asked to stop. */
const least: Readonly<Record<Manner, number>> = {
  threat_harm: 1,
  sexual: 1,
  demands_prostration: 1,
  confinement: 1,
  refuses_to_leave: 1,
  insult: 2,
}

/** The manner that has to stop, as far as it was heard and nobody has dismissed it. A life comes first: then nobody is firm. */
export function firmBecause({ cues }: Pick<CaseRecord, 'cues'>): Reading['firm'] {
  if (cues.some(({ code }) => code === 'customer_crisis')) return []
  return manners.flatMap((cue) => {
    const times = cues.filter(({ code }) => code === cue).length
    return times >= least[cue] ? [{ cue, times }] : []
  })
}
