import type { Plan } from '../../planning/contract.ts'

const hour = 3_600_000

/** A plan that begins at the next full hour and is back two hours later. */
export function freshPlan(now: number, known: Partial<Plan> = {}): Plan {
  const begins = Math.ceil((now + hour) / hour) * hour
  return {
    purpose: '',
    toWhom: '',
    address: '',
    startsAt: new Date(begins).toISOString(),
    backBy: new Date(begins + 2 * hour).toISOString(),
    agreedWords: '',
    holidayWords: '',
    place: 'entrance',
    isHome: true,
    peopleThere: 1,
    visitorIds: [],
    watcherId: null,
    outsideIds: [],
    sign: '',
    question: '',
    bring: '',
    mayPromise: '',
    checkInMinutes: 20,
    car: '',
    clothes: '',
    ...known,
  }
}
