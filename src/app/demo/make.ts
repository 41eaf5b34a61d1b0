import { fixedClock } from '#kernel/clock.ts'
import type { Ports } from '#platform/ports.ts'
import { organisations } from '#features/access/door.ts'
import { company, demoPassword, stories } from '#test/cast.ts'
import { callerOf } from '../caller.ts'
import type { OpenHouse } from '../house.ts'
import { allJobs, allRoutes } from '../wiring.ts'
import { openBudget } from './budget.ts'
import { careForEachOther } from './care.ts'
import { makeCompany } from './company.ts'
import { agreeOnContact } from './contact-plan.ts'
import { nameDepartments } from './departments.ts'
import { openConsultation } from './consultation.ts'
import { openDesks } from './desks.ts'
import { writeTemplates } from './templates.ts'
import { playStories, type Stage } from './play.ts'
import { judgeConduct } from './judged.ts'
import { keepProtected } from './protection.ts'
import { timersUntil } from './timers.ts'
import { goOnVisits } from './visits.ts'

/** Makes the demo company with three months of complaints, if there is no company yet. Answers whether it did. */
export async function makeDemo(house: OpenHouse, say: (line: string) => void): Promise<boolean> {
  const { ports, signIn, pool } = house
  if ((await organisations(ports.db)).length > 0) return false
  say(`お試しの会社「${company.name}」を作っています（最初の一度だけ、十数秒かかります）`)
  const now = ports.clock.now()
  const clock = fixedClock(now.subtract({ hours: 24 * 150 }).toString())
  const then: Ports = { ...ports, clock }
  const scopeOf = await makeCompany(then, async ({ name, email }) =>
    email ? signIn.enrol({ name, email, password: demoPassword }) : null,
  )
  const stage = {
    call: callerOf(allRoutes(then)),
    clock,
    scopeOf,
    nextId: () => ports.ids.next(),
    slug: company.slug,
    settle: () => timersUntil(pool, allJobs(then), clock, ports.log),
  }
  await live(stage, ports, now)
  say(`お試しの苦情を${stories.length}件、三か月分そろえました`)
  return true
}

/** Three months of a company, in the order in which one thing needs the other. */
async function live(stage: Stage, ports: Ports, now: Temporal.Instant): Promise<void> {
  const { scopeOf } = stage
  await openDesks(stage)
  await openBudget(stage, now)
  await nameDepartments(stage)
  await writeTemplates(stage)
  const complaintIds = await playStories(stage, stories, now)
  await keepProtected(stage, complaintIds)
  await judgeConduct(stage, complaintIds)
  await openConsultation(stage, now)
  await agreeOnContact(stage)
  await goOnVisits({ ports, scopeOf, complaintIds, now })
  await careForEachOther(ports, scopeOf, now)
}
