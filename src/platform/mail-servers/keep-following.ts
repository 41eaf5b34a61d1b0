import { setTimeout as sleep } from 'node:timers/promises'
import { followFolder, type Following } from './imap.ts'
import { troubleOf, type Trouble } from './trouble.ts'

/** Milliseconds between two attempts: doubled each time, up to `most`. A password that was refused is tried rarely, so that nobody locks the account. */
export type Pace = { readonly first: number; readonly most: number; readonly afterSignIn: number }

export const usualPace: Pace = { first: 1000, most: 60_000, afterSignIn: 300_000 }

/** Follows a folder for good: comes back after whatever ended the connection, until `signal` is aborted. */
export async function keepFollowing(
  following: Following,
  report: (trouble: Trouble) => Promise<void>,
  signal: AbortSignal,
  pace: Pace = usualPace,
): Promise<void> {
  let failures = 0
  const connected = async () => {
    failures = 0
    await following.connected()
  }
  while (!signal.aborted) {
    try {
      await followFolder({ ...following, connected }, signal)
    } catch (error) {
      const trouble = troubleOf(error)
      // A connection that worked and ended is simply made again; only then it is worth a word.
      if (failures > 0 || trouble.problem !== 'interrupted') await report(trouble)
      const usual = Math.min(pace.most, pace.first * 2 ** failures)
      failures += 1
      const wait = trouble.problem === 'sign-in' ? pace.afterSignIn : usual
      await sleep(wait, undefined, { signal }).catch(() => undefined)
    }
  }
}
