import { expect, it } from 'vitest'
import { receiveComplaint } from '#features/intake/contract.ts'
import { registerDevice } from '#features/supervision/push/contract.ts'
import { code, openDesk, value, type Person } from '#test/desk.ts'
import { openPushService } from '#test/push-service.ts'
import * as judging from '../judging/contract.ts'
import { listJudgements } from '../listing/contract.ts'
import { readStandards, setStandards } from '../standards/contract.ts'

const service = await openPushService()
const desk = await openDesk(undefined, [service.origin])
const [matsui, sasaki, takagi] = [desk.as('matsui'), desk.as('sasaki'), desk.as('takagi')]

async function deviceOf(person: Person) {
  const box = service.subscribe()
  value(await person.call(registerDevice, { body: { id: desk.newId(), ...box.address } }))
  return box
}
const [hers, own] = [await deviceOf(sasaki), await deviceOf(matsui)]

async function proposed() {
  const [complaintId, id, excerptId] = [desk.newId(), desk.newId(), desk.newId()]
  const words = 'ばかやろう、お前みたいな無能は辞めてしまえ。'
  const body = { id: complaintId, channel: 'phone' as const, words, customer: { name: '岡 茂' } }
  value(await matsui.call(receiveComplaint, { body: { ...body, details: {} } }))
  const params = { complaintId }
  const { quotables } = value(await matsui.call(judging.readJudging, { params }))
  const axis = { finding: 'open' as const, words: '', excerptIds: [excerptId] }
  const unknown = { answer: 'unknown' as const, words: '' }
  const looked = { hasReason: unknown.answer, isRelated: unknown.answer }
  const content = { ...axis, ...looked, isProportionate: unknown.answer, examples: [] }
  const proposal = {
    id,
    axes: {
      content,
      manner: { ...axis, examples: [] },
      harm: { ...axis, examples: [] },
    },
    considered: { legitimate: unknown, accommodation: unknown, 'own-fault': unknown },
    types: [],
    verdict: 'open' as const,
    reason: '録音を聴いてから決めたい',
    targetIds: [],
    reconsiders: null,
    newFacts: '',
    excerpts: [
      {
        id: excerptId,
        entryId: quotables[0]?.entryId ?? '',
        words: 'お前みたいな無能',
        witnessId: matsui.memberId,
        evidenceId: null,
      },
    ],
  }
  value(await matsui.call(judging.proposeJudgement, { params, body: proposal }))
  return { complaintId, judgementId: id }
}
const listed = async (who: Person) => value(await who.call(listJudgements)).judgements

it('同意を待つ判断は、決められる人の端末と一覧に届き、お客様のことは載らず、翌営業日の朝にもう一度届く', async () => {
  const { complaintId, judgementId } = await proposed()
  await desk.runJobs()
  expect(hers.messages).toEqual([
    {
      tag: judgementId,
      title: '判断が、もう一人の同意を待っています',
      body: 'うけとめの「今日」を開いて、ご確認ください。',
    },
  ])
  expect(own.messages).toEqual([])
  expect(await listed(sasaki)).toMatchObject([
    { id: judgementId, complaintId, state: 'proposed', byName: '松井 あかり', isAgain: false },
  ])
  const next = desk.clock.now().add({ hours: 24 }).toString()
  await desk.runJobs(next)
  expect(hers.messages).toHaveLength(2)
  const agreeing = { id: desk.newId(), reason: '同じ見方' }
  value(
    await sasaki.call(judging.agreeToJudgement, {
      params: { complaintId, judgementId },
      body: agreeing,
    }),
  )
  expect(await listed(takagi)).toMatchObject([{ id: judgementId, state: 'decided' }])
})

it('待つあいだに決まれば、もう知らせない', async () => {
  const { complaintId, judgementId } = await proposed()
  await desk.runJobs()
  const before = hers.messages.length
  const returning = { id: desk.newId(), reason: '録音がまだない' }
  value(
    await takagi.call(judging.returnJudgement, {
      params: { complaintId, judgementId },
      body: returning,
    }),
  )
  await desk.runJobs(desk.clock.now().add({ hours: 24 }).toString())
  expect(hers.messages).toHaveLength(before)
})

it('当社基準は決めた日から効き、それまでは前の数のまま。過ぎた日からは変えられない', async () => {
  const known = async () => value(await sasaki.call(readStandards))
  const { current } = await known()
  const thresholds = { ...current.thresholds, callMinutes: 12 }
  const today = desk.clock.now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate()
  const set = (effectiveOn: string) =>
    sasaki.call(setStandards, {
      body: { ...current, thresholds, id: desk.newId(), reason: '委員会の結論', effectiveOn },
    })
  expect(code(await set(today.subtract({ days: 1 }).toString()))).toBe('harassment.standards-past')
  value(await set(today.add({ days: 3 }).toString()))
  const waiting = await known()
  expect(waiting.current.thresholds.callMinutes).toBe(current.thresholds.callMinutes)
  expect(waiting.history[0]).toMatchObject({ setByName: '佐々木 恵', reason: '委員会の結論' })
  await desk.runJobs(
    desk.clock
      .now()
      .add({ hours: 24 * 3 })
      .toString(),
  )
  expect((await known()).current.thresholds.callMinutes).toBe(12)
})
