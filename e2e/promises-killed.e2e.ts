import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { ask, openHouse, receive } from './desk.ts'
import { startNode } from './node.ts'

const folder = await mkdtemp(join(tmpdir(), 'uketome-killed-'))
const { url: DATABASE_URL } = await testDatabase()
const settings = { UKETOME_DATA: folder, DATABASE_URL }
const doomed = await startNode(settings)
const survivor = await startNode(settings)
const { sit } = await openHouse([survivor])
afterAll(async () => {
  await survivor.stop()
  await rm(folder, { recursive: true, force: true })
})

const many = 12

async function promise(page: Page, at: number): Promise<string> {
  const complaintId = await receive(page, `${at}番の急須のふたが欠けています。`)
  const data = { id: crypto.randomUUID(), words: 'お電話する', due: { phrase: '2分以内' } }
  const made = await page.request.post(`/api/complaints/${complaintId}/commitments`, { data })
  expect(made.status(), await made.text()).toBe(200)
  return complaintId
}

type Timeline = { entries: { type: string }[] }
async function told(page: Page, complaintId: string): Promise<string[]> {
  const { entries } = await ask<Timeline>(page, `/api/complaints/${complaintId}/timeline`)
  return entries.map(({ type }) => type).filter((type) => /^(commitments|escalation)\./.test(type))
}
const toldOf = (page: Page, complaints: readonly string[]) =>
  Promise.all(complaints.map((each) => told(page, each)))

/** Nobody can look at a promise until it is released: whoever began to is in the middle of it. */
async function everyTimerHeldUp() {
  const [holder, counter] = [
    new Client({ connectionString: DATABASE_URL }),
    new Client({ connectionString: DATABASE_URL }),
  ]
  onTestFinished(async () => void (await Promise.all([holder.end(), counter.end()])))
  await Promise.all([holder.connect(), counter.connect()])
  await holder.query('begin')
  await holder.query('lock table commitments in access exclusive mode')
  return {
    working: async () => {
      const { rows } = await counter.query<{ count: number }>(
        'select count(*)::int as count from graphile_worker._private_jobs where locked_by is not null',
      )
      return rows[0]?.count ?? 0
    },
    release: () => holder.query('rollback'),
  }
}

it('二台のうち一台が、知らせている最中にkill -9されても、どの約束も一度ずつ知らされ、一度だけ過ぎる', async () => {
  const page = await sit('kobayashi', '/settings')
  const complaints: string[] = []
  for (let at = 0; at < many; at += 1) complaints.push(await promise(page, at))
  const held = await everyTimerHeldUp()
  // Four at a time on each node: with more than four, some are in the hands of the one that dies.
  await expect.poll(held.working, { timeout: 240_000, interval: 500 }).toBeGreaterThan(4)
  await doomed.kill()
  await held.release()

  const ended = async () => {
    const all = await toldOf(page, complaints)
    return all.filter(
      (each) => each.includes('commitments.broken') && each.includes('escalation.asked'),
    ).length
  }
  await expect.poll(ended, { timeout: 300_000, interval: 2000 }).toBe(many)
  const once = ['made', 'warned', 'raised', 'broken']
  for (const each of await toldOf(page, complaints)) {
    const promises = each.filter((type) => type.startsWith('commitments.'))
    expect(promises).toEqual(once.map((what) => `commitments.${what}`))
    expect(each.filter((type) => type === 'escalation.asked')).toHaveLength(1)
  }
})
