import { addBusinessDays, japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { toInstant, tokyoDay } from '#kernel/tokyo.ts'
import { planVisit } from '#features/visits/planning/contract.ts'
import type { Stage } from './play.ts'
import { memberIdOf, must } from './steps.ts'

const quiet = {
  purpose: '訪問の訓練：確認が途切れたとき、だれがどう動くかを試す',
  toWhom: '訓練の訪問先',
  address: '本社の会議室',
  agreedWords: '訓練のため、なし',
  holidayWords: '',
  place: 'entrance' as const,
  isHome: false,
  peopleThere: 1,
  outsideIds: [],
  sign: '青いファイル',
  question: 'きょうの昼は？ → そば',
  bring: '',
  mayPromise: '',
  checkInMinutes: 5,
  car: '',
  clothes: '',
}

/** A drill of the next business day: the whole ladder can be tried, and no record is touched. */
export async function planDrill(
  { call, scopeOf, nextId }: Pick<Stage, 'call' | 'scopeOf' | 'nextId'>,
  now: Temporal.Instant,
) {
  const day = addBusinessDays(japaneseOfficeCalendar, tokyoDay(now), 1)
  const sasaki = scopeOf('sasaki')
  const plan = {
    ...quiet,
    startsAt: toInstant(day, '14:00').toString(),
    backBy: toInstant(day, '15:00').toString(),
    visitorIds: [memberIdOf(scopeOf('ishida')), memberIdOf(scopeOf('kobayashi'))],
    watcherId: memberIdOf(sasaki),
  }
  const body = { id: nextId(), complaintId: null, isDrill: true, plan }
  await must(call(sasaki, planVisit, { params: { visitId: nextId() }, body }))
}
