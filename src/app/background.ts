import { startWorker } from '#platform/jobs/worker.ts'
import type { Log } from '#platform/log.ts'
import { startHearing } from '#features/complaints/hearing/door.ts'
import { followMailboxes, takeLmtp } from '#features/intake/mailboxes/jobs.ts'
import { watchVisits } from '#features/visits/jobs.ts'
import type { Configuration } from './configuration.ts'
import type { OpenHouse } from './house.ts'
import { allJobs, crontab, hearers } from './wiring.ts'

/** What goes on without anybody asking: timers, fetching mail, and taking it over LMTP where that is configured. */
export async function startBackground(
  { ports, pool }: OpenHouse,
  { lmtp }: Configuration,
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  const worker = await startWorker(pool, allJobs(ports), { log, crontab })
  const hearing = startHearing(ports, hearers)
  const listening = lmtp && (await takeLmtp(ports, lmtp))
  const following = followMailboxes(ports)
  const watching = watchVisits(ports)
  return {
    async stop() {
      await Promise.all([watching.stop(), following.stop(), listening?.stop()])
      await hearing.stop()
      await worker.stop()
    },
  }
}
