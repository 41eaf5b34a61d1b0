import { Client } from 'pg'
import { expect, it } from 'vitest'
import { testDatabase } from './database.ts'

const [mine, yours] = [await testDatabase(), await testDatabase()]

it('テストのデータベースは、表がそろっていて、ほかのテストと混ざらない', async () => {
  const [one, other] = [new Client(mine.url), new Client(yours.url)]
  await Promise.all([one.connect(), other.connect()])
  await one.query('CREATE TABLE only_here ()')
  const tables = `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename IN ('migrations', 'only_here') ORDER BY 1`
  expect((await one.query(tables)).rows.map((row) => row.tablename)).toEqual([
    'migrations',
    'only_here',
  ])
  expect((await other.query(tables)).rows.map((row) => row.tablename)).toEqual(['migrations'])
  await Promise.all([one.end(), other.end()])
})
