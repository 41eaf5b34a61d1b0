import { tokyoDay } from '#kernel/tokyo.ts'
import * as cases from '#features/consultation/cases/contract.ts'
import * as duties from '#features/consultation/duties/contract.ts'
import * as talks from '#features/consultation/talks/contract.ts'
import { consultation, duties as kept, policy, type StaffKey } from '#test/cast.ts'
import type { Stage } from './play.ts'
import { must } from './steps.ts'

const readers: readonly StaffKey[] = ['matsui', 'kobayashi', 'sasaki', 'takagi', 'mori', 'fujii']

/** The policy, who has read it, some of the measures, and one consultation that has been answered. */
export async function openConsultation(stage: Stage, now: Temporal.Instant): Promise<void> {
  const { call, scopeOf } = stage
  const admin = scopeOf('fujii')
  await must(call(admin, duties.publishPolicy, { body: { version: 1, words: policy } }))
  for (const key of readers)
    await must(call(scopeOf(key), duties.acknowledgePolicy, { params: { version: 1 } }))
  await keepDuties(stage, now)
  await consult(stage, now)
}

async function keepDuties({ call, scopeOf }: Stage, now: Temporal.Instant) {
  const today = tokyoDay(now)
  const doneOn = today.subtract({ days: 40 }).toString()
  const reviewOn = today.add({ days: 140 }).toString()
  const ownerId = scopeOf('mori').viewer?.memberId ?? null
  for (const { code, state, evidence } of kept) {
    const proofs = [{ words: evidence, url: null, on: doneOn }]
    const text = { title: null, detail: null, note: '', group: duties.shipped[code] }
    const body = { ...text, state, ownerId, evidence: proofs, doneOn, reviewOn }
    await must(call(scopeOf('fujii'), duties.keepDuty, { params: { code }, body }))
  }
}

async function consult({ call, scopeOf, nextId, clock }: Stage, now: Temporal.Instant) {
  const caseId = nextId()
  const params = { caseId }
  const { words, answer, wish, care } = consultation
  clock.advance(clock.now().until(now.subtract({ hours: 20 })))
  const about = { about: 'harassment' as const, complaintNumber: null, excluded: [] }
  await must(call(scopeOf('kawabata'), talks.beginTalk, { body: { ...about, id: caseId, words } }))
  const mori = scopeOf('mori')
  const dueOn = tokyoDay(now).add({ days: 1 }).toString()
  await must(call(mori, cases.answerPerson, { params, body: { id: nextId(), words: answer } }))
  const entries: cases.Written[] = [
    { kind: 'wish', words: wish, isAgainst: false, mayTell: '' },
    { kind: 'care', words: care, care: 'duty', dueOn },
  ]
  for (const written of entries)
    await must(call(mori, cases.writeEntry, { params, body: { id: nextId(), written } }))
}
