import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import type { Client } from 'pg'
import { verify } from '#features/complaints/checkpoints/queries.ts'
import { readConfiguration } from '../src/app/configuration.ts'
import { openHouse } from '../src/app/house.ts'
import { withinWall, type Database } from '../src/platform/db/database.ts'
import { silentLog } from '../src/platform/log.ts'
import { tell } from './desk.ts'
import { openedFolder, type Loading } from './desk/kept.ts'
import { spent } from './processor.ts'

type Asked = Loading & { readonly only: string }

/** What is done with all complaints of a company, now and then. A line of JSON for each. */
export async function upkeep({ rows, only, ...loading }: Asked): Promise<void> {
  await using open = new AsyncDisposableStack()
  const { folder, company, url, database } = await openedFolder(open, { rows, ...loading })
  const house = await openHouse(
    readConfiguration({ UKETOME_DATA: folder, DATABASE_URL: url }),
    silentLog,
  )
  open.defer(() => house.close())
  const jobs: Readonly<Record<string, () => Promise<unknown>>> = {
    ...statements(database),
    'verify every chain': () => verified(house.ports.db, company.organisationId),
    'copy the folder': async () => {
      execFileSync('cp', ['-a', folder, `${folder}-again`])
      execFileSync('sync', ['-f', `${folder}-again`])
      await rm(`${folder}-again`, { recursive: true })
    },
  }
  for (const [row, job] of Object.entries(jobs))
    if (row.includes(only)) tell({ rows, row, ...(await timed(rows, job)) }, 'upkeep')
}

/** Each is undone: the next finds what was loaded. */
function statements(database: Client) {
  const undone = (statement: string) => async () => {
    await database.query(`begin; set local maintenance_work_mem = '512MB'`)
    await database.query(statement)
    await database.query('rollback')
  }
  return {
    'rebuild the index of the terms': undone('reindex index complaints_search_terms_idx'),
    'rebuild all indexes of complaints': undone('reindex table complaints'),
    // As migration 0056 did.
    'write the timeline anew': undone(
      `create table again (like complaints_timeline including defaults);
       insert into again select * from complaints_timeline;
       alter table again add primary key (organisation_id, complaint_id, sequence)`,
    ),
    'count all complaints': undone('select count(*) from complaints'),
  }
}

async function verified(db: Database, organisationId: string): Promise<void> {
  const { findings } = await withinWall(db, organisationId, (tx) => verify(tx, organisationId))
  if (findings.length > 0) throw new Error(`${findings.length} findings`)
}

async function timed(rows: number, job: () => Promise<unknown>) {
  const [before, from] = [spent(), performance.now()]
  await job()
  const [after, seconds] = [spent(), (performance.now() - from) / 1000]
  const each = (of: 'bench' | 'database') => ((after[of] - before[of]) * 1e6) / rows
  // Microseconds of the processor for one complaint.
  return { seconds, cpuOwnEach: each('bench'), cpuDatabaseEach: each('database') }
}
