import { expect, it } from 'vitest'
import { listComplaints } from '#features/complaints/contract.ts'
import { listCommitments, readKeptRate } from '#features/commitments/contract.ts'
import { listEscalations } from '#features/escalation/contract.ts'
import { callerOf } from '#app/caller.ts'
import { nameDepartments } from '#app/demo/departments.ts'
import { openDesks } from '#app/demo/desks.ts'
import { allRoutes } from '#app/wiring.ts'
import { listAssigned } from '#features/assignment/contract.ts'
import { listInquiries } from '#features/inquiries/contract.ts'
import { stories, type StaffKey } from './cast.ts'
import { openDesk } from './desk.ts'

it('配役の物語は、どれも会社の規定に断られずに演じられる', async () => {
  const desk = await openDesk('2026-11-24T15:00:00+09:00')
  const call = callerOf(allRoutes(desk.ports))
  const stage = { call, scopeOf: (key: StaffKey) => desk.as(key).scope, nextId: () => desk.newId() }
  await openDesks(stage)
  await nameDepartments(stage)
  await desk.play(stories)
  const sasaki = desk.as('sasaki')
  const all = await sasaki.call(listComplaints, { query: { view: 'all' } })
  expect(all.ok && all.value.total).toBe(stories.length)
  const broken = await sasaki.call(listCommitments, { query: { show: 'broken' } })
  expect(broken.ok && broken.value.commitments.map(({ words }) => words)).toContain(
    '割れた原因を調べて、17時までに折り返しお電話します',
  )
  const open = await sasaki.call(listCommitments, { query: { show: 'open' } })
  expect(open.ok && open.value.total).toBeGreaterThan(4)
  const waiting = await sasaki.call(listEscalations)
  expect(waiting.ok && waiting.value.requests.map(({ kind }) => kind)).toContain('supervisor')
  const placed = await sasaki.call(listAssigned, { query: { view: 'all' } })
  const clocks = placed.ok ? placed.value.complaints.flatMap(({ clock }) => clock ?? []) : []
  expect(new Set(clocks.map(({ goal }) => goal)).size).toBeGreaterThan(1)
  const asked = await sasaki.call(listInquiries, { query: {} })
  const requests = asked.ok ? asked.value.inquiries : []
  expect(new Set(requests.map(({ state }) => state))).toEqual(new Set(['asked', 'asked-back']))
  expect(requests.some(({ isOverdue }) => isOverdue)).toBe(true)
  const kept = asked.ok ? asked.value.departments.filter(({ kept: count }) => count > 0) : []
  expect(kept.length).toBeGreaterThan(1)
  const notes = open.ok ? open.value.commitments.flatMap(({ progress }) => progress ?? []) : []
  expect(notes.length).toBeGreaterThan(2)
  expect(notes.some(({ pause }) => pause !== null)).toBe(true)
  const rate = await sasaki.call(readKeptRate)
  expect(rate.ok && rate.value.kept).toBeGreaterThan(5)
}, 120_000)
