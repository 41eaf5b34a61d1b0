import { expect, it } from 'vitest'
import {
  addNote,
  closeComplaint,
  erasePersonalData,
} from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { inside } from '#features/access/door.ts'
import { code, openDesk, value } from '#test/desk.ts'
import * as alarms from './alarms/contract.ts'
import { tellContact } from './course/actions.ts'
import { visitsAt } from './factory.ts'
import { lookOnce } from './jobs.ts'
import * as plans from './planning/contract.ts'
import { keepPoliceSheet, listPoliceSheets, readPoliceSheet } from './police/contract.ts'

const desk = await openDesk()
const { planned, pinned, pressed, talking, after, fields, received } = visitsAt(desk)
const sasaki = desk.as('sasaki')
const takagi = desk.as('takagi')
const ishida = desk.as('ishida')

const alarmOf = async (visitId: string, who = sasaki) => {
  const { alarms: all } = value(await who.call(alarms.listAlarms))
  return all.find((each) => each.visitId === visitId && !each.isNotice)
}
const noticeOf = async (visitId: string) => {
  const { alarms: all } = value(await sasaki.call(alarms.listAlarms))
  return all.find((each) => each.visitId === visitId && each.isNotice)
}
const visitOf = async (visitId: string, who = sasaki) => {
  const { visits } = value(await who.call(plans.listVisits))
  const found = visits.find(({ id }) => id === visitId)
  if (!found) throw new Error('no such visit')
  return found
}
const entriesOf = async (complaintId: string | null) => {
  const params = { complaintId: complaintId ?? '' }
  return value(await sasaki.call(readTimeline, { params, query: {} })).entries
}
const acknowledge = (alarmId: string, who = sasaki, id = desk.newId()) =>
  who.call(alarms.acknowledgeAlarm, { params: { alarmId }, body: { id } })
const close = (alarmId: string, who = sasaki) =>
  who.call(alarms.closeAlarm, {
    params: { alarmId },
    body: { id: desk.newId(), how: 'voice-and-question', words: '声と「そば」の答えで確かめた' },
  })

it('足りない計画では出発できず、何が足りないかを名指しする', async () => {
  const visit = await planned({ sign: '', watcherId: null })
  const refused = await pressed(visit.id, 'leave')
  expect(visit.missing).toEqual(['watcher', 'sign', 'pin'])
  expect(refused).toMatchObject({
    refusal: { code: 'visits.incomplete', data: { missing: ['watcher', 'sign', 'pin'] } },
  })
})

it('以前に帰してもらえなかった件は高いリスクになり、3人・玄関先・外の人・SVの承認がそろうまで出られない', async () => {
  await pinned('ishida', 'kobayashi')
  const complaintId = await received('支店長が来るまで帰さないぞ。')
  const params = { visitId: desk.newId() }
  const body = { id: desk.newId(), complaintId, plan: fields({ place: 'inside' }) }
  const { visit } = value(await sasaki.call(plans.planVisit, { params, body }))
  expect(visit.risk.level).toBe('high')
  expect(visit.risk.reasons).toContainEqual(
    expect.objectContaining({ reason: 'confinement', isGrave: true }),
  )
  expect(visit.missing).toEqual(['outside', 'people', 'entrance', 'approval'])
  const approval = { params, body: { id: desk.newId(), reason: '確かめました' } }
  expect(code(await takagi.call(plans.approveVisit, approval))).toBe('visits.incomplete')
  const whole = fields({ outsideIds: [desk.as('kawabata').memberId] })
  await sasaki.call(plans.planVisit, {
    params,
    body: { id: desk.newId(), complaintId, plan: whole },
  })
  const again = { params, body: { id: desk.newId(), reason: '確かめました' } }
  expect(value(await takagi.call(plans.approveVisit, again)).visit.missing).toEqual([])
  expect(code(await pressed(visit.id, 'leave'))).toBe('ok')
})

it('承認は、計画が変わると消え、行く人は自分の訪問を承認できない', async () => {
  const visit = await planned({
    visitorIds: [sasaki.memberId, ishida.memberId],
    watcherId: takagi.memberId,
  })
  const approval = () => ({
    params: { visitId: visit.id },
    body: { id: desk.newId(), reason: '確かめました' },
  })
  expect(code(await sasaki.call(plans.approveVisit, approval()))).toBe('visits.own-plan')
  expect(
    value(await takagi.call(plans.approveVisit, approval())).visit.approvedByName,
  ).not.toBeNull()
  const { complaintId } = visit
  const plan = { ...visit.plan, bring: '菓子折り' }
  const body = { id: desk.newId(), complaintId, plan }
  const changed = await sasaki.call(plans.planVisit, { params: { visitId: visit.id }, body })
  expect(value(changed).visit.approvedAt).toBeNull()
})

it('休みの日は、お客様が選ばれた言葉がなければ出られない', async () => {
  const holiday = { startsAt: '2026-11-28T05:00:00Z', backBy: '2026-11-28T07:00:00Z' }
  await pinned('ishida', 'kobayashi')
  expect((await planned(holiday)).missing).toEqual(['holiday-words'])
  expect((await planned({ ...holiday, holidayWords: '土曜に来て' })).missing).toEqual([])
})

it('確認の期限が過ぎると一度だけ警報になり、同じときに見た二台のどちらか一方が上げる', async () => {
  const visit = await talking()
  await after(20 * 60 - 1)
  expect(await alarmOf(visit.id)).toBeUndefined()
  desk.clock.advance({ seconds: 1 })
  await Promise.all([lookOnce(desk.ports), lookOnce(desk.ports), lookOnce(desk.ports)])
  const { alarms: all } = value(await sasaki.call(alarms.listAlarms))
  const its = all.filter((each) => each.visitId === visit.id && !each.isNotice)
  expect(its).toHaveLength(1)
  expect(its[0]).toMatchObject({ kind: 'missed-check-in', rung: 0, watcherName: '佐々木 恵' })
  expect(its[0]?.tellings.filter(({ channel }) => channel === 'screen')).toHaveLength(1)
})

it('だれも引き受けなければ一段ずつ上がり、最後の段の次はまた最初から鳴る', async () => {
  const visit = await talking()
  await after(20 * 60)
  const seen: string[] = []
  for (let step = 0; step < 5; step += 1) {
    const alarm = await alarmOf(visit.id)
    seen.push(`${alarm?.round}-${alarm?.rung}`)
    await after(60)
  }
  expect(seen).toEqual(['1-0', '1-1', '1-2', '1-3', '2-0'])
})

it('最初に引き受けた人のものになり、訪問している人は自分の警報を見ることも引き受けることもできない', async () => {
  const visit = await talking()
  await after(20 * 60)
  const alarm = await alarmOf(visit.id)
  const alarmId = alarm?.id ?? ''
  expect(await alarmOf(visit.id, ishida)).toBeUndefined()
  expect(code(await acknowledge(alarmId, ishida))).toBe('visits.own-alarm')
  const answers = await Promise.all([acknowledge(alarmId), acknowledge(alarmId, takagi)])
  expect(answers.map(code).toSorted()).toEqual(['ok', 'visits.alarm-taken'])
})

it('引き受けたまま黙っていると、SVからまた鳴り、無事を確かめるまで終わらない', async () => {
  const visit = await talking()
  await after(20 * 60)
  const alarmId = (await alarmOf(visit.id))?.id ?? ''
  expect(code(await close(alarmId))).toBe('visits.not-acknowledged')
  await acknowledge(alarmId)
  await after(4 * 60)
  expect((await alarmOf(visit.id))?.acknowledgedByName).toBe('佐々木 恵')
  await after(60)
  expect(await alarmOf(visit.id)).toMatchObject({ acknowledgedAt: null, round: 2, rung: 1 })
  await acknowledge(alarmId)
  const at = desk.clock.now().toString()
  const police = { id: desk.newId(), at, words: '静岡中央署に伝えた' }
  await sasaki.call(alarms.callPolice, { params: { alarmId }, body: police })
  expect(await alarmOf(visit.id)).toMatchObject({ policeAt: at, closedAt: null })
  expect(code(await close(alarmId))).toBe('ok')
  const types = (await entriesOf(visit.complaintId)).map(({ type }) => type)
  expect(types.filter((type) => type === 'visits.alarm-closed')).toHaveLength(1)
  await after(3600)
  expect((await alarmOf(visit.id))?.closedAt).not.toBeNull()
})

it('強いられた終了は、携帯への答えも記録も普通の終了と同じで、見守る人には警報になる', async () => {
  const [plain, forced] = [await talking(), await talking()]
  const [end, forcedEnd] = [
    value(await pressed(plain.id, 'end')),
    value(await pressed(forced.id, 'end', { isForced: true })),
  ]
  const nameless = { id: '', complaintId: '', complaintNumber: '' }
  expect({ ...forcedEnd, ...nameless }).toEqual({ ...end, ...nameless })
  await after(1)
  expect(await alarmOf(plain.id)).toBeUndefined()
  expect((await alarmOf(forced.id))?.kind).toBe('duress')
  const told = async (complaintId: string | null) =>
    (await entriesOf(complaintId)).map(({ type }) => type)
  expect(await told(forced.complaintId)).toEqual(await told(plain.complaintId))
  const mine = await visitOf(forced.id, ishida)
  expect(mine).toMatchObject({ state: 'ended', alarms: 0 })
  expect((await visitOf(forced.id)).alarms).toBe(1)
})

it('無言の助けは一秒のうちに警報になり、位置は会社と本人が同意したときだけ付く', async () => {
  const visit = await talking()
  const at = desk.clock.now().toString()
  const position = { latitude: 34.97, longitude: 138.38, accuracyMeters: 12, at }
  value(await pressed(visit.id, 'help', { position }))
  await after(1)
  expect(await alarmOf(visit.id)).toMatchObject({ kind: 'silent-help', position: null })
})

it('合図の言葉を聞いた人が一つ押せば警報になり、二度押しても一つ', async () => {
  const visit = await talking()
  const hear = () =>
    desk.as('matsui').call(alarms.hearSign, {
      params: { visitId: visit.id },
      body: { id: desk.newId(), words: '青いファイルの件、と言われた' },
    })
  const first = value(await hear()).alarm
  expect(value(await hear()).alarm.id).toBe(first.id)
  expect(first).toMatchObject({ kind: 'phone-sign', watcherName: '佐々木 恵' })
})

it('遅れて届いた確認は数に入り、警報はひとりでには終わらない', async () => {
  const visit = await talking()
  const at = desk.clock.now().add({ minutes: 15 }).toString()
  await after(21 * 60)
  value(await pressed(visit.id, 'check-in', { at }))
  expect(await visitOf(visit.id)).toMatchObject({ lastSignAt: at, alarms: 1 })
  expect((await alarmOf(visit.id))?.closedAt).toBeNull()
})

it('黙った電話は見守る人だけに知らせ、つながれば知らせは終わる', async () => {
  const visit = await talking()
  await after(5 * 60)
  const notice = await noticeOf(visit.id)
  expect(notice).toMatchObject({ kind: 'lost-contact', stepAt: null, closedAt: null })
  expect(notice?.tellings.map(({ memberName }) => memberName)).toContain('佐々木 恵')
  const contact = { memberId: ishida.memberId, battery: 0.4, queued: 0 }
  await tellContact(desk.ports, ishida.scope, visit.id, contact)
  expect((await noticeOf(visit.id))?.closedAt).not.toBeNull()
  expect(await visitOf(visit.id)).toMatchObject({ battery: expect.closeTo(0.4), alarms: 0 })
})

it('同じ押下が二度届いても一度しか数えない', async () => {
  const visit = await talking()
  const id = desk.newId()
  value(await pressed(visit.id, 'extend', { id, minutes: 30 }))
  const again = value(await pressed(visit.id, 'extend', { id, minutes: 30 }))
  expect(Temporal.Instant.from(visit.backBy).until(again.backBy).total('minutes')).toBe(30)
})

it('訓練は、警報も段も同じように動き、どの記録にも入らない', async () => {
  const visit = await talking({}, true)
  await after(20 * 60)
  const alarm = await alarmOf(visit.id)
  expect(alarm).toMatchObject({ isDrill: true, kind: 'missed-check-in', complaintId: null })
  await acknowledge(alarm?.id ?? '')
  expect(code(await close(alarm?.id ?? ''))).toBe('ok')
})

it('承認のあとに危ない言葉が記録に入ると、承認は消え、もう一度受けるまで出られない', async () => {
  const visit = await planned({ outsideIds: [desk.as('kawabata').memberId] })
  const params = { visitId: visit.id }
  const approve = () =>
    takagi.call(plans.approveVisit, { params, body: { id: desk.newId(), reason: '確かめました' } })
  expect(value(await approve()).visit.isApprovalLapsed).toBe(false)
  const note = { id: desk.newId(), text: '来たら殴ってやるからな。', speaker: 'customer' as const }
  const of = { complaintId: visit.complaintId ?? '' }
  value(await desk.as('matsui').call(addNote, { params: of, body: note }))
  expect(await visitOf(visit.id)).toMatchObject({ isApprovalLapsed: true, missing: ['approval'] })
  expect(await pressed(visit.id, 'leave')).toMatchObject({
    refusal: { data: { missing: ['approval'] } },
  })
  expect(value(await approve()).visit).toMatchObject({ isApprovalLapsed: false, missing: [] })
  expect(code(await pressed(visit.id, 'leave'))).toBe('ok')
})

it('戻る時刻を過ぎた計画では出発できない', async () => {
  const visit = await planned()
  await after(2 * 3600)
  expect(await pressed(visit.id, 'leave')).toMatchObject({
    refusal: { code: 'visits.incomplete', data: { missing: ['back-by'] } },
  })
})

it('向かうあいだ黙った電話では知らせず、着いてからは知らせる', async () => {
  await pinned('ishida', 'kobayashi')
  const visit = await planned()
  value(await pressed(visit.id, 'leave'))
  await after(10 * 60)
  expect(await noticeOf(visit.id)).toBeUndefined()
  value(await pressed(visit.id, 'arrive'))
  await after(5 * 60)
  expect((await noticeOf(visit.id))?.kind).toBe('lost-contact')
})

it('訓練の記録は、日がたっても残り、どの段に何秒で届いたかが分かり、訓練に出た人も見られる', async () => {
  const visit = await talking({}, true)
  await after(20 * 60)
  await after(60)
  const alarmId = (await alarmOf(visit.id))?.id ?? ''
  desk.clock.advance({ seconds: 12 })
  value(await acknowledge(alarmId, takagi))
  desk.clock.advance({ seconds: 30 })
  value(await close(alarmId, takagi))
  for (const kind of ['end', 'return'] as const) value(await pressed(visit.id, kind))
  await after(30 * 24 * 3600)
  expect(await alarmOf(visit.id)).toBeUndefined()
  const drillOf = async (who: typeof sasaki) =>
    value(await who.call(alarms.listDrills)).drills.find(({ id }) => id === alarmId)
  const drill = await drillOf(ishida)
  const seconds = (at: string) =>
    Temporal.Instant.from(drill?.raisedAt ?? at)
      .until(at)
      .total('seconds')
  expect(drill?.steps.map(({ kind, at }) => [kind, seconds(at)])).toEqual([
    ['raised', 0],
    ['rung', 60],
    ['acknowledged', 72],
    ['closed', 102],
  ])
  expect(await drillOf(sasaki)).toMatchObject({
    acknowledgedByName: '高木 誠',
    outcomeWords: expect.stringContaining('そば'),
  })
})

it('開いた用紙は、だれがいつ見て何が書いてあったかが残り、あとで計画が変わっても変わらない', async () => {
  const visit = await talking()
  await after(20 * 60)
  const params = { visitId: visit.id, sheetId: desk.newId() }
  const keep = (who = sasaki) =>
    who.call(keepPoliceSheet, { params, body: { number: '110', how: 'opened' } })
  const at = desk.clock.now().toString()
  value(await keep())
  value(await close(value(await acknowledge((await alarmOf(visit.id))?.id ?? '')).alarm.id))
  await after(60)
  value(await keep())
  const { kept } = value(await takagi.call(listPoliceSheets, { params: { visitId: visit.id } }))
  expect(kept).toMatchObject([{ byName: '佐々木 恵', at, how: 'opened', number: '110' }])
  expect(kept[0]?.sheet?.alarms.map(({ kind }) => kind)).toContain('missed-check-in')
  expect(kept[0]?.sheet?.visit.plan.address).toContain('追手町')
  const now = value(await sasaki.call(readPoliceSheet, { params: { visitId: visit.id } }))
  expect(now.alarms).toEqual([])
  expect(code(await keep(ishida))).toBe('visits.own-alarm')
  const list = await ishida.call(listPoliceSheets, { params: { visitId: visit.id } })
  expect(code(list)).toBe('visits.own-alarm')
})

it('110番の用紙は、事務所の人には開き、訪問している人には開かない', async () => {
  const visit = await talking()
  const params = { visitId: visit.id }
  expect(value(await sasaki.call(readPoliceSheet, { params })).visit.plan.car).toContain('12-34')
  expect(code(await ishida.call(readPoliceSheet, { params }))).toBe('visits.own-alarm')
})

it('終わった訪問の報告は、拘束下の署名を印として記録に残す', async () => {
  const visit = await talking()
  const report = {
    demanded: '念書',
    said: '書くまで帰さない',
    promised: '',
    signedUnderConstraint: [],
    signedWords: '念書に署名させられた',
    wasLoud: true,
    needsCare: true,
  }
  const send = () =>
    ishida.call(plans.reportVisit, {
      params: { visitId: visit.id },
      body: { id: desk.newId(), report },
    })
  expect(code(await send())).toBe('visits.not-ended')
  value(await pressed(visit.id, 'end'))
  expect(value(await send()).visit.report?.signedWords).toBe('念書に署名させられた')
  const last = (await entriesOf(visit.complaintId)).at(-1)
  expect(last?.type).toBe('visits.reported')
})

it('個人情報を消すと、計画も報告も警報の言葉も残らず、誰がいつ行ったかは残る', async () => {
  const visit = await talking()
  const complaintId = visit.complaintId ?? ''
  await after(25 * 60)
  const alarm = await alarmOf(visit.id)
  value(await acknowledge(alarm?.id ?? ''))
  value(await close(alarm?.id ?? ''))
  const sheet = { visitId: visit.id, sheetId: desk.newId() }
  const opened = { number: '110' as const, how: 'opened' as const }
  value(await sasaki.call(keepPoliceSheet, { params: sheet, body: opened }))
  const call = { params: { complaintId } }
  const closing = { id: desk.newId(), outcome: 'withdrawn' as const, reason: '取り下げ' }
  value(await desk.as('matsui').call(closeComplaint, { ...call, body: closing }))
  const body = { id: desk.newId(), reason: 'ご本人のご希望' }
  value(await desk.as('fujii').call(erasePersonalData, { ...call, body }))
  for (const kind of ['end', 'return'] as const) value(await pressed(visit.id, kind))
  await desk.runJobs()
  const kept = JSON.stringify(
    await inside(desk.ports.db, sasaki.scope, async (tx) => [
      await tx.selectFrom('visits').selectAll().where('id', '=', visit.id).execute(),
      await tx.selectFrom('visits_alarms').selectAll().where('visit_id', '=', visit.id).execute(),
      await tx
        .selectFrom('visits_police_sheets')
        .selectAll()
        .where('visit_id', '=', visit.id)
        .execute(),
      await tx
        .selectFrom('visits_steps')
        .selectAll()
        .where('alarm_id', '=', alarm?.id ?? '')
        .execute(),
    ]),
  )
  expect(kept).toContain(visit.id)
  for (const said of ['青木', '追手町', '割れた急須', '青いファイル', '580', 'そば'])
    expect(kept).not.toContain(said)
  expect((await visitOf(visit.id)).visitorNames).toEqual(['石田 隼人', '小林 大輔'])
})
