import {
  addBusinessDays,
  isBusinessDay,
  japaneseOfficeCalendar,
} from '#kernel/business-calendar.ts'
import { fixedClock } from '#kernel/clock.ts'
import { toInstant, tokyo, tokyoDay } from '#kernel/tokyo.ts'
import type { Ports } from '#platform/ports.ts'
import { acknowledgeAlarm, closeAlarm, listAlarms } from '#features/visits/alarms/contract.ts'
import { press, tellContact, type Pressed } from '#features/visits/course/actions.ts'
import { lookOnce } from '#features/visits/jobs.ts'
import { setPins } from '#features/visits/pins/contract.ts'
import { planVisit, reportVisit, type Plan } from '#features/visits/planning/contract.ts'
import { demoPins, visits, type StaffKey } from '#test/cast.ts'
import { callerOf } from '../caller.ts'
import { allRoutes } from '../wiring.ts'
import type { ScopeOf } from './company.ts'
import { memberIdOf, must } from './steps.ts'

type Visit = (typeof visits)[keyof typeof visits]
type Company = {
  readonly ports: Ports
  readonly scopeOf: ScopeOf
  readonly complaintIds: ReadonlyMap<string, string>
  readonly now: Temporal.Instant
}

/** Who goes where in the demo company: a drill that was held, a visit that is over, one that is under way, one to come. */
export async function goOnVisits(company: Company): Promise<void> {
  const { ports, scopeOf, now } = company
  const call = callerOf(allRoutes(ports))
  const goers = Object.values(visits).flatMap(({ visitors }) => visitors)
  for (const key of new Set<StaffKey>(goers))
    await must(call(scopeOf(key), setPins, { body: demoPins }))
  await holdDrill(company)
  await comeBack(company)
  await beOut(company)
  const begins = nextVisitAt(now)
  await planned(company, visits.today, now, begins, begins.add({ hours: 2 }))
}

/** Nobody checked in, nobody at the desk saw it, and a supervisor took it a quarter of a minute after the second stage. */
async function holdDrill(company: Company): Promise<void> {
  const { ports, scopeOf, now } = company
  const at = onBusinessDay(now, -4, '14:00')
  const visitId = await planned(company, visits.drill, at, at, at.add({ hours: 1 }))
  await walk(company, visits.drill, visitId, at, ['leave', 'arrive', 'check-in'])
  const due = at.add({ minutes: visits.drill.plan.checkInMinutes, seconds: 2 })
  const contact = { memberId: memberIdOf(scopeOf('ishida')), battery: 0.8, queued: 0 }
  await tellContact(portsAt(ports, at.add({ minutes: 4 })), scopeOf('ishida'), visitId, contact)
  await lookOnce(portsAt(ports, due))
  await lookOnce(portsAt(ports, due.add({ seconds: 60 })))
  const takagi = scopeOf('takagi')
  const callAt = (seconds: number) => callerOf(allRoutes(portsAt(ports, due.add({ seconds }))))
  const { alarms } = await must(callAt(75)(takagi, listAlarms))
  const alarmId = alarms.find((alarm) => alarm.visitId === visitId && !alarm.isNotice)?.id ?? ''
  const params = { alarmId }
  await must(callAt(75)(takagi, acknowledgeAlarm, { params, body: { id: ports.ids.next() } }))
  const outcome = { how: 'voice-and-question' as const, words: visits.drill.outcome }
  const body = { id: ports.ids.next(), ...outcome }
  await must(callAt(190)(takagi, closeAlarm, { params, body }))
  await walk(company, visits.drill, visitId, due.add({ minutes: 5 }), ['end', 'return'])
}

async function comeBack(company: Company): Promise<void> {
  const { ports, scopeOf, now } = company
  const at = onBusinessDay(now, -2, '14:00')
  const { back } = visits
  const visitId = await planned(company, back, at, at, at.add({ hours: 2 }))
  await walk(company, back, visitId, at, ['leave', 'arrive', 'check-in'])
  await walk(company, back, visitId, at.add({ minutes: 18 }), ['end', 'return'])
  const call = callerOf(allRoutes(portsAt(ports, at.add({ minutes: 50 }))))
  const body = { id: ports.ids.next(), report: { ...back.report } }
  await must(call(scopeOf(back.visitors[0]), reportVisit, { params: { visitId }, body }))
}

/** On a journey of a week: nobody is awaited before its last day, however long somebody looks at the demo. */
async function beOut(company: Company): Promise<void> {
  const { now } = company
  const { out } = visits
  const begins = onBusinessDay(now, 6, '13:00')
  const left = now.subtract({ minutes: 40 })
  const visitId = await planned(company, out, left, begins, begins.add({ hours: 6 }))
  await walk(company, out, visitId, left, ['leave'])
}

async function planned(
  { ports, scopeOf, complaintIds }: Company,
  visit: Visit,
  at: Temporal.Instant,
  begins: Temporal.Instant,
  backBy: Temporal.Instant,
): Promise<string> {
  const call = callerOf(allRoutes(portsAt(ports, at)))
  const { complaint, visitors } = visit
  const whole: Plan = {
    ...visit.plan,
    startsAt: begins.toString(),
    backBy: backBy.toString(),
    visitorIds: visitors.map((key) => memberIdOf(scopeOf(key))),
    outsideIds: [],
    watcherId: memberIdOf(scopeOf('sasaki')),
  }
  const complaintId = complaint === null ? null : (complaintIds.get(complaint) ?? '')
  const visitId = ports.ids.next()
  const body = { id: ports.ids.next(), complaintId, isDrill: complaint === null, plan: whole }
  const made = await must(call(scopeOf('sasaki'), planVisit, { params: { visitId }, body }))
  const [lacking] = made.visit.missing
  if (lacking) throw new Error(`the visit of the demo lacks ${lacking}`)
  return visitId
}

/** Presses on the phone of the first visitor, five minutes apart but for the check-in. */
async function walk(
  { ports, scopeOf }: Company,
  { visitors }: Visit,
  visitId: string,
  from: Temporal.Instant,
  kinds: readonly Pressed['kind'][],
): Promise<void> {
  const scope = scopeOf(visitors[0])
  for (const [place, kind] of kinds.entries()) {
    const at = from.add({ seconds: place })
    const pressed = { id: ports.ids.next(), at: at.toString(), byId: memberIdOf(scope), kind }
    await must(press(portsAt(ports, at), scope, visitId, pressed))
  }
}

function portsAt(ports: Ports, at: Temporal.Instant): Ports {
  return { ...ports, clock: fixedClock(at.toString()) }
}

function onBusinessDay(now: Temporal.Instant, days: number, time: string): Temporal.Instant {
  return toInstant(addBusinessDays(japaneseOfficeCalendar, tokyoDay(now), days), time)
}

/** Later today while the desk is open; else in the morning of the next business day. */
function nextVisitAt(now: Temporal.Instant): Temporal.Instant {
  const local = now.toZonedDateTimeISO(tokyo)
  const isOpen = isBusinessDay(japaneseOfficeCalendar, local.toPlainDate())
  if (!isOpen || local.hour >= 15 || local.hour < 8)
    return onBusinessDay(now, isOpen && local.hour < 8 ? 0 : 1, '10:00')
  return local.add({ hours: 1 }).round({ smallestUnit: 'hour', roundingMode: 'ceil' }).toInstant()
}
