import { receiveComplaint } from '#features/intake/contract.ts'
import type { Desk } from '#test/desk.ts'
import { value } from '#test/desk.ts'
import { press, type Pressed } from './course/actions.ts'
import { lookOnce } from './jobs.ts'
import { planVisit, type Plan } from './planning/contract.ts'

/** A complete plan of a quiet visit on Tuesday afternoon; Ishida goes, Kobayashi with him, Sasaki watches. */
export function visitsAt(desk: Desk) {
  const matsui = desk.as('matsui')
  const id = (key: Parameters<Desk['as']>[0]) => desk.as(key).memberId
  const fields = (more: Partial<Plan> = {}): Plan => ({
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
  })
  async function received(words = '届いた急須のふたが割れていました。') {
    const body = { id: desk.newId(), channel: 'phone' as const, words, customer: {}, details: {} }
    return value(await matsui.call(receiveComplaint, { body })).complaintId
  }
  async function pinned(...keys: Parameters<Desk['as']>[0][]) {
    const { organisationId } = matsui.scope
    for (const key of keys)
      await desk.ports.db
        .insertInto('visits_pins')
        .values({
          member_id: id(key),
          organisation_id: organisationId,
          pin_hash: 'x',
          duress_hash: 'y',
          changed_at: desk.clock.now().toString(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  }
  async function planned(more: Partial<Plan> = {}, isDrill = false) {
    const complaintId = isDrill ? null : await received()
    const body = { id: desk.newId(), complaintId, isDrill, plan: fields(more) }
    const params = { visitId: desk.newId() }
    const { visit } = value(await matsui.call(planVisit, { params, body }))
    return visit
  }
  const pressed = (visitId: string, kind: Pressed['kind'], more: Partial<Pressed> = {}) =>
    press(desk.ports, desk.as('ishida').scope, visitId, {
      id: desk.newId(),
      at: desk.clock.now().toString(),
      byId: id('ishida'),
      kind,
      ...more,
    })
  async function talking(more: Partial<Plan> = {}, isDrill = false) {
    await pinned('ishida', 'kobayashi')
    const visit = await planned(more, isDrill)
    for (const kind of ['leave', 'arrive', 'check-in'] as const)
      value(await pressed(visit.id, kind))
    return visit
  }
  /** The clock goes on, and a node looks. */
  async function after(seconds: number, looks = 1) {
    desk.clock.advance(Temporal.Duration.from({ seconds }))
    for (let at = 0; at < looks; at += 1) await lookOnce(desk.ports)
  }
  return { fields, received, pinned, planned, pressed, talking, after, id }
}
