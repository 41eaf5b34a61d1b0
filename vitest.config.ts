import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** What needs neither a database nor a browser; every other test of src/ runs on a real PostgreSQL. */
const rules = [
  'src/kernel/**/*.test.ts',
  'src/kit/**/*.test.ts',
  'src/features/**/ui/**/*.test.ts',
  'src/features/**/{contract,rules,policy,messages}.test.ts',
  'src/features/language/{commands.test.ts,{cues,wording,promises}/**/*.test.ts}',
  'src/features/guide/engine/**/*.test.ts',
  'src/features/letters/gate/{table,measures}.test.ts',
  'src/features/letters/phrasing/**/*.test.ts',
  'test/{bench-compare,bench-flame,contracts,doors,house,messages,migrations}.test.ts',
  'scripts/**/*.test.ts',
  'packages/**/*.test.ts',
]

// A busy machine is slow, not wrong: what a screen or a job will show is waited for, however long it takes.
const patient = { poll: { timeout: 30_000 } }

// Most tests wait for the database: even two cores take two files at a time.
const maxWorkers = Math.max(2, availableParallelism() - 1)

export default defineConfig({
  test: {
    globalSetup: 'test/database.setup.ts', // once, for all projects
    projects: [
      {
        test: {
          name: 'rules',
          include: rules,
          isolate: false,
          testTimeout: 120_000,
          maxWorkers,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'server',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: rules,
          maxWorkers,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: patient,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          // Journeys wait for clocks and lines more than they compute.
          maxWorkers: 2,
          testTimeout: 600_000,
          hookTimeout: 240_000,
          // A browser on a crowded machine may stumble once; who needed it is named at the end (scripts/count.js).
          retry: 1,
          expect: patient,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
