import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { channel, demandAnswer, demandKind } from '#features/complaints/contract.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { anId, written } from '#features/complaints/record/factory.ts'
import { fold } from '#features/complaints/record/door.ts'
import { cueCode } from '#features/language/contract.ts'
import { listen } from '#features/language/door.ts'
import { types } from '../judging/contract.ts'
import { startingThresholds } from '../standards/contract.ts'
import { hintsOf, quotablesOf, suggestionsOf } from './rules.ts'

const folder = fileURLToPath(new URL('../../../../test/judgements/', import.meta.url))
const said = z.strictObject({
  customer: z.string().optional(),
  operator: z.string().optional(),
  /** Heard besides what the product hears by itself: the hardest case for a false alarm. */
  cues: z.array(cueCode).default([]),
  demand: z.strictObject({ kind: demandKind, answers: z.array(demandAnswer) }).optional(),
})
const story = z.strictObject({
  story: z.string(),
  about: z.string().optional(),
  channel: channel.default('phone'),
  minutes: z.int().default(5),
  says: z.array(said),
  /** Further calls of the customer. */
  calls: z.int().default(0),
  brokenPromise: z.string().optional(),
  near: z.record(z.string(), z.array(z.string())).default({}),
  manners: z.array(z.string()).default([]),
  contents: z.array(z.string()).default([]),
  hints: z.array(z.string()).default([]),
})
type Story = z.output<typeof story>

const stories = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .toSorted()
  .map((name) => story.parse(parse(readFileSync(join(folder, name), 'utf8'))))

function heardIn({ customer, operator, cues }: Story['says'][number]): ComplaintEvent {
  const text = customer ?? operator ?? ''
  const speaker = customer === undefined ? ('operator' as const) : ('customer' as const)
  const heard = listen({ speaker, text }).cues
  const told = cues
    .filter((code) => !heard.some((each) => each.code === code))
    .map((code) => ({ code, start: 0, end: 3, words: code === 'insult' ? 'あほか' : text }))
  const payload = { speaker, text, cues: [...heard, ...told], callId: anId(1) }
  return { type: 'complaints.noted', payload }
}

function demanded(each: Story['says'][number], index: number): ComplaintEvent[] {
  if (!each.demand) return []
  const demandId = anId(500 + index)
  const { kind, answers } = each.demand
  const words = each.customer ?? ''
  return [
    { type: 'complaints.demand-made', payload: { demandId, kind, words } },
    ...answers.map((answer) => ({
      type: 'complaints.demand-answered' as const,
      payload: { demandId, answer, words: '承りかねます。' },
    })),
  ]
}

const promise = (words: string): ComplaintEvent[] => {
  const due = { dueAt: '2026-11-20T08:00:00Z', dueOn: '2026-11-20', precision: 'minute' } as const
  const owner = { ownerId: anId(2), ownerName: '松井', commitmentId: anId(3), words }
  return [
    { type: 'commitments.made', payload: { ...owner, ...due, madeTo: 'customer' } },
    { type: 'commitments.broken', payload: { ...owner, dueAt: due.dueAt } },
  ]
}

function told(the: Story) {
  const received = { number: 'U-2026-000101', channel: the.channel, words: '' }
  const receivedAt = '2026-11-24T01:00:00Z'
  const started = (call: number): ComplaintEvent => ({
    type: 'intake.call-started',
    payload: { callId: anId(call), direction: 'in', phone: null },
  })
  const events: ComplaintEvent[] = [
    {
      type: 'complaints.received',
      payload: { ...received, receivedAt, customer: {}, details: {} },
    },
    started(1),
    ...the.says.flatMap((each, index) => [heardIn(each), ...demanded(each, index)]),
    { type: 'intake.call-ended', payload: { callId: anId(1), seconds: 0, how: 'agreed' } },
    ...(the.brokenPromise ? promise(the.brokenPromise) : []),
    ...Array.from({ length: the.calls }, (_, index) => started(10 + index)),
  ]
  return material(the, events)
}

function material(the: Story, events: readonly ComplaintEvent[]) {
  const complaintId = anId(9)
  const end = Temporal.Instant.from('2026-11-24T01:00:30Z').add({ minutes: the.minutes }).toString()
  const recorded = written(events).map((entry) =>
    entry.type === 'intake.call-ended' ? { ...entry, at: end } : entry,
  )
  const entries = recorded.map(({ payload, ...entry }) => ({
    ...entry,
    id: anId(1000 + entry.sequence),
    complaintId,
    payload: { ...payload },
  }))
  const quotables = quotablesOf(entries, new Map())
  const given = { thresholds: startingThresholds, now: '2026-11-24T01:30:00Z' }
  return { record: fold(recorded), entries, quotables, ...given }
}

describe.each(stories)('$story', (the) => {
  const given = told(the)
  const found = suggestionsOf(given)
  const codes = (kind: string) =>
    found.filter((each) => each.kind === kind).map((each) => each.code)

  it('近い型だけが、その根拠とともに出る', () => {
    const near: Record<string, string[]> = {}
    for (const { kind, code, because } of found)
      if (kind === 'type') near[code] = [...(near[code] ?? []), because]
    expect(near).toEqual(the.near)
  })

  it('言い方と中身の例も、記録の言葉から出る', () => {
    expect(codes('manner')).toEqual(the.manners)
    expect(codes('content')).toEqual(the.contents)
  })

  it('どの見立ても、記録のどこかを指す', () => {
    const known = new Set(given.entries.map(({ id }) => id))
    expect(
      found.every(({ entryIds }) => entryIds.length > 0 && entryIds.every((id) => known.has(id))),
    ).toBe(true)
  })

  it('お客様の側に立つ手がかりは、見立てより先にある', () => {
    const because = new Set(hintsOf(given).map((hint) => hint.because as string))
    expect(the.hints.filter((hint) => !because.has(hint))).toEqual([])
  })
})

it('物語は、九つの型のすべてにあり、間違えやすいものが八つある', () => {
  const told = new Set(stories.flatMap(({ near }) => Object.keys(near)))
  expect([...told].toSorted()).toEqual([...types].toSorted())
  expect(stories.filter(({ near }) => Object.keys(near).length === 0).length).toBeGreaterThan(7)
})
