import { describe, expect, it } from 'vitest'
import { readCandidates } from '#features/assignment/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { addNote } from '#features/complaints/handling/contract.ts'
import * as ladder from '#features/harassment/ladder/contract.ts'
import { endCall, startCall } from '#features/intake/contract.ts'
import { takeOver } from '#features/supervision/contract.ts'
import * as alarms from '#features/visits/alarms/contract.ts'
import { visitsAt } from '#features/visits/factory.ts'
import { listVisits, reportVisit } from '#features/visits/planning/contract.ts'
import { openDesk, value, type Person } from '#test/desk.ts'
import { readMine, readOffer, readRelief } from './contract.ts'

/** What other rooms really do, from the first ring to the end: what it asked of whom, and what follows. */
const desk = await openDesk()
const { talking, pressed, after } = visitsAt(desk)
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const kawabata = desk.as('kawabata')
const sasaki = desk.as('sasaki')
const takagi = desk.as('takagi')
const ishida = desk.as('ishida')

const offerOf = async (who: Person) => value(await who.call(readOffer)).offer?.why ?? null
const talksOf = async (who: Person) => value(await who.call(readMine)).talks
const toBeRelieved = async (by = takagi) =>
  value(await by.call(readRelief)).people.map(({ name }) => name)
const id = () => ({ id: desk.newId() })

async function onThePhone(by: Person) {
  const body = { ...id(), complaintId: desk.newId(), direction: 'in' as const }
  const { complaintId, id: callId } = value(await by.call(startCall, { body })).call
  return { complaintId, callId }
}
type Place = Awaited<ReturnType<typeof onThePhone>>
async function says({ complaintId, callId }: Place, by: Person, text: string) {
  desk.clock.advance({ minutes: 2 })
  const body = { ...id(), speaker: 'customer' as const, text, callId }
  value(await by.call(addNote, { params: { complaintId }, body }))
}

describe('訪問', () => {
  const report = {
    demanded: '念書',
    said: '書くまで帰さない',
    promised: '',
    signedUnderConstraint: [],
    signedWords: '',
    wasLoud: true,
    needsCare: false,
  }
  const reports = (visitId: string, needsCare: boolean) =>
    ishida.call(reportVisit, {
      params: { visitId },
      body: { ...id(), report: { ...report, needsCare } },
    })

  it('穏やかな訪問の報告では、何も数えない', async () => {
    const visit = await talking()
    value(await pressed(visit.id, 'end'))
    value(await reports(visit.id, false))
    await desk.runJobs()
    expect([await talksOf(ishida), await offerOf(ishida)]).toEqual([[], null])
  })

  it('休憩を勧めたいと書くと、行った人だけに届き、報告にも記録にもほかの画面にも残らない', async () => {
    const visit = await talking()
    value(await pressed(visit.id, 'end'))
    const shown = value(await reports(visit.id, true)).visit
    await desk.runJobs()
    expect(shown.report).toMatchObject({ said: '書くまで帰さない', needsCare: false })
    expect([await offerOf(ishida), await offerOf(kobayashi)]).toEqual(['colleague', 'colleague'])
    expect(await talksOf(kobayashi)).toMatchObject([{ kind: 'visit', alarms: 0 }])
    const params = { complaintId: visit.complaintId ?? '' }
    const { entries } = value(await sasaki.call(readTimeline, { params }))
    expect(entries.at(-1)).toMatchObject({ type: 'visits.reported' })
    expect(JSON.stringify(entries)).not.toContain('needsCare')
    const { visits } = value(await sasaki.call(listVisits))
    expect(visits.filter((each) => each.report?.needsCare)).toEqual([])
    expect(await toBeRelieved()).toEqual([])
  })

  it('警報の鳴った訪問は、報告されると行った人の負担になり、交代だけがSVに見える', async () => {
    const visit = await talking()
    await after(25 * 60)
    const { alarms: all } = value(await sasaki.call(alarms.listAlarms))
    const alarmId = all.find((each) => each.visitId === visit.id)?.id ?? ''
    const params = { params: { alarmId }, body: id() }
    value(await sasaki.call(alarms.acknowledgeAlarm, params))
    const how = { how: 'voice-and-question' as const, words: '声と「そば」の答えで確かめた' }
    value(await sasaki.call(alarms.closeAlarm, { params: { alarmId }, body: { ...id(), ...how } }))
    value(await pressed(visit.id, 'end'))
    value(await reports(visit.id, false))
    await desk.runJobs()
    expect((await talksOf(ishida))[0]).toMatchObject({ kind: 'visit', alarms: 1 })
    expect(await toBeRelieved()).toEqual(['石田 隼人', '小林 大輔'])
  })
})

describe('対応の段階', () => {
  async function toTheEnd(place: Place, by: Person) {
    const params = { complaintId: place.complaintId }
    const where = { kind: 'call' as const, callId: place.callId }
    const take = (step: ladder.Step) =>
      by.call(ladder.takeStep, {
        params,
        body: { ...id(), ...where, step, said: 'おやめください。', emergency: null, police: null },
      })
    for (const step of ['request', 'request', 'warning'] as const) value(await take(step))
    value(await by.call(ladder.askDecision, { params, body: { ...id(), ...where, upTo: 'end' } }))
    const [asked] = value(await sasaki.call(ladder.listDecisions)).waiting
    const answer = { ...id(), upTo: 'end' as const, words: '' }
    const askId = asked?.id ?? ''
    value(await sasaki.call(ladder.answerDecision, { params: { ...params, askId }, body: answer }))
    for (const step of ['final-warning', 'end'] as const) value(await take(step))
  }

  it('終わりまで進んだ通話は、受話器を置く前に休憩を申し出て、置くと負担が数えられ、割り当てから外れる', async () => {
    const place = await onThePhone(matsui)
    await says(place, matsui, 'ばかやろう、お前みたいな無能は辞めてしまえ。')
    await toTheEnd(place, matsui)
    await desk.runJobs()
    expect(await offerOf(matsui)).toBe('ended')
    expect(await talksOf(matsui)).toEqual([])
    desk.clock.advance({ minutes: 20 })
    const ending = { ...id(), how: 'ended-by-rule' as const }
    value(await matsui.call(endCall, { params: place, body: ending }))
    await desk.runJobs()
    expect(await talksOf(matsui)).toMatchObject([{ kind: 'call', minutes: 22, insults: 1 }])
    expect(await offerOf(matsui)).toBe('ended')
    // Off the phone by rule already: nobody has to relieve them.
    expect(await toBeRelieved()).not.toContain('松井 あかり')
    const other = await onThePhone(kawabata)
    const { candidates } = value(await kawabata.call(readCandidates, { params: other }))
    const one = candidates.find(({ memberId }) => memberId === matsui.memberId)
    expect(one?.obstacles).toContain('not-now')
    const body = { ...id(), how: 'agreed' as const }
    value(await kawabata.call(endCall, { params: other, body }))
  })
})

it('途中で替わった通話は、それぞれが受けた分だけを数える', async () => {
  const place = await onThePhone(kawabata)
  await says(place, kawabata, '殺すぞ。')
  value(await sasaki.call(takeOver, { params: place, body: { ...id(), reason: '替わります' } }))
  await desk.runJobs()
  expect(await talksOf(kawabata)).toMatchObject([{ minutes: 2, threats: 1 }])
  expect(await offerOf(kawabata)).toBe('exposure')
  desk.clock.advance({ minutes: 5 })
  const body = { ...id(), how: 'agreed' as const }
  value(await sasaki.call(endCall, { params: place, body }))
  await desk.runJobs()
  expect([await talksOf(sasaki), await offerOf(sasaki)]).toEqual([[], null])
})
