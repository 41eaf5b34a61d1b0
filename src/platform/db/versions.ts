import { PostgresProblem } from '../postgres/problems.ts'

/** Major versions on which every migration and a whole day of work are tried (test/postgres-versions.test.ts). */
export const supported = { oldest: 15, newest: 18 } as const

export type Verdict = 'too-old' | 'supported' | 'not-tried'

/** `number` is PostgreSQL's `server_version_num`: 150014 is 15.14. */
export function verdictOn(number: number): Verdict {
  const major = Math.floor(number / 10_000)
  if (major < supported.oldest) return 'too-old'
  return major > supported.newest ? 'not-tried' : 'supported'
}

export function tooOld(version: string): PostgresProblem {
  const { oldest, newest } = supported
  return new PostgresProblem(
    'too-old',
    `DATABASE_URL のデータベースは PostgreSQL ${version} です。うけとめには ${oldest} から ${newest} が要ります。${oldest} 以上に上げるか、DATABASE_URL を外して、埋め込みの PostgreSQL をお使いください。何も変えていません。`,
    `The database at DATABASE_URL is PostgreSQL ${version}. Uketome needs ${oldest} to ${newest}: upgrade it, or leave DATABASE_URL out and use the embedded one. Nothing was changed.`,
  )
}

export function notTried(version: string): string {
  return `PostgreSQL ${version} ではまだ試していません。確かめてあるのは ${supported.oldest} から ${supported.newest} です。`
}
