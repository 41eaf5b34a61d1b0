import { receiveComplaint } from '#features/intake/contract.ts'
import { value, type Desk } from '#test/desk.ts'
import { press, type Pressed } from './course/actions.ts'
import { lookOnce } from './jobs.ts'
import { planVisit, type Plan } from './planning/contract.ts'

type Key = Parameters<Desk['as']>[0]

/** A complete plan of a quiet visit of today: Ishida goes, Kobayashi with him, Sasaki watches. */
function fieldsAt(desk: Desk, more: Partial<Plan> = {}): Plan {
  const id = (key: Key) => desk.as(key).memberId
  return {
    purpose: '割れた急須を引き取り、代わりをお渡しする',
    toWhom: '青木 様',
    address: '静岡市葵区追手町1-1',
    startsAt: desk.clock.now().toString(),
    backBy: desk.clock.now().add({ hours: 2 }).toString(),
    agreedWords: '火曜の2時なら家にいます',
    holidayWords: '',
    place: 'entrance',
    isHome: true,
    peopleThere: 1,
    visitorIds: [id('ishida'), id('kobayashi')],
    watcherId: id('sasaki'),
    outsideIds: [],
    sign: '青いファイル',
    question: '昼は何を食べた？ → そば',
    bring: '代わりの急須',
    mayPromise: '交換まで',
    checkInMinutes: 20,
    car: '白の軽 静岡 580 あ 12-34',
    clothes: '紺の上着',
    ...more,
  }
}

/** As if they had chosen their PINs on their phones. */
async function pinnedAt(desk: Desk, keys: readonly Key[]) {
  const { organisationId } = desk.as('sasaki').scope
  const changed = { changed_at: desk.clock.now().toString(), organisation_id: organisationId }
  for (const key of keys)
    await desk.ports.db
      .insertInto('visits_pins')
      .values({ member_id: desk.as(key).memberId, pin_hash: 'x', duress_hash: 'y', ...changed })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

async function receivedAt(desk: Desk, words = '届いた急須のふたが割れていました。') {
  const body = { id: desk.newId(), channel: 'phone' as const, words, customer: {}, details: {} }
  return value(await desk.as('matsui').call(receiveComplaint, { body })).complaintId
}

/** Visits of this desk. `pressed` is Ishida's phone; `after` lets time pass and one node look. */
export function visitsAt(desk: Desk) {
  const ishida = desk.as('ishida')
  async function planned(more: Partial<Plan> = {}, isDrill = false) {
    const complaintId = isDrill ? null : await receivedAt(desk)
    const body = { id: desk.newId(), complaintId, isDrill, plan: fieldsAt(desk, more) }
    const params = { visitId: desk.newId() }
    return value(await desk.as('matsui').call(planVisit, { params, body })).visit
  }
  function pressed(visitId: string, kind: Pressed['kind'], more: Partial<Pressed> = {}) {
    const at = desk.clock.now().toString()
    const usual = { id: desk.newId(), at, byId: ishida.memberId, kind }
    return press(desk.ports, ishida.scope, visitId, { ...usual, ...more })
  }
  async function talking(more: Partial<Plan> = {}, isDrill = false) {
    await pinnedAt(desk, ['ishida', 'kobayashi'])
    const visit = await planned(more, isDrill)
    for (const kind of ['leave', 'arrive', 'check-in'] as const)
      value(await pressed(visit.id, kind))
    return visit
  }
  async function after(seconds: number) {
    desk.clock.advance({ seconds })
    await lookOnce(desk.ports)
  }
  const fields = (more: Partial<Plan> = {}) => fieldsAt(desk, more)
  const received = (words?: string) => receivedAt(desk, words)
  const pinned = (...keys: Key[]) => pinnedAt(desk, keys)
  return { fields, received, pinned, planned, pressed, talking, after }
}
