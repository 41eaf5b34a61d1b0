import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withinWall } from '#platform/db/database.ts'
import { readComplaint } from '#features/complaints/contract.ts'
import {
  closeComplaint,
  erasePersonalData,
  addNote,
} from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { askSupervisor, listEscalations } from '#features/escalation/contract.ts'
import { readGuidance } from '#features/guide/contract.ts'
import { endCall, listLiveCalls, readCall, startCall } from '#features/intake/contract.ts'
import { code, openDesk, type Person, value } from '#test/desk.ts'
import * as wall from './contract.ts'
import { readWatchers } from './watching/contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const sasaki = desk.as('sasaki')
const takagi = desk.as('takagi')

type Place = { complaintId: string; callId: string }
const end = async (by: Person, { callId }: Place) =>
  value(
    await by.call(endCall, {
      params: { callId },
      body: { id: desk.newId(), how: 'agreed' },
    }),
  )
async function talking<T>(
  work: (place: Place) => Promise<T>,
  by: Person = matsui,
  ender: Person = sasaki,
): Promise<T> {
  const body = { id: desk.newId(), complaintId: desk.newId() }
  const { call } = value(await by.call(startCall, { body }))
  const place = { complaintId: call.complaintId, callId: call.id }
  try {
    return await work(place)
  } finally {
    if (!value(await ender.call(readCall, { params: { callId: place.callId } })).endedAt)
      await end(ender, place)
  }
}
const note = async (place: Place, text: string, by: Person = matsui) =>
  value(
    await by.call(addNote, {
      params: { complaintId: place.complaintId },
      body: { id: desk.newId(), speaker: 'customer', text, callId: place.callId },
    }),
  )
const watch = (place: Place, id = desk.newId(), by: Person = sasaki) =>
  by.call(wall.watchCall, { params: place, body: { id } })
const watchers = async (place: Place) =>
  value(await matsui.call(readWatchers, { params: place })).watchers.map(({ name }) => name)
const whisper = (place: Place, text = 'そのままで。聞いています', id = desk.newId(), by = sasaki) =>
  by.call(wall.whisper, { params: place, body: { id, text } })
const answer = (place: Place, whisperId: string, by: Person = matsui, id = desk.newId()) =>
  by.call(wall.answerWhisper, {
    params: { ...place, whisperId },
    body: { id, answer: 'understood' },
  })
const takeOver = (place: Place, by: Person = sasaki, id = desk.newId()) =>
  by.call(wall.takeOver, { params: place, body: { id, reason: '応対者が望んだため' } })
const timeline = async ({ complaintId }: Place) =>
  value(await sasaki.call(readTimeline, { params: { complaintId } })).entries
const types = async (place: Place) => (await timeline(place)).map(({ type }) => type)
const board = async () => value(await sasaki.call(wall.readBoard))

it('見守る人が読む言葉にも、話している人の名が入る', () =>
  talking(async (place) => {
    const said = async (by: Person) => {
      const guidance = value(await by.call(readGuidance, { params: place }))
      return guidance.current?.say.map(({ text }) => text).join(' ') ?? ''
    }
    expect(await said(matsui)).toContain('松井')
    expect(await said(sasaki)).toBe(await said(matsui))
  }))

describe('SVボード', () => {
  it('通話中の応対者、お客様、番号、聞こえた合図が載り、終われば消える', async () => {
    const place = await talking(async (live) => {
      await note(live, '殺すぞ。いまから行くからな。')
      const [line] = (await board()).calls
      expect(line).toMatchObject({
        call: { id: live.callId, handlerName: '松井 あかり', heldAt: null },
        customerName: null,
        glow: 'critical',
        watcherNames: [],
      })
      expect(line?.complaintNumber).toMatch(/\d/)
      expect(line?.cues.map((cue) => cue.code)).toContain('threat_harm')
      return live
    })
    expect((await board()).calls.map(({ call }) => call.id)).not.toContain(place.callId)
  })

  it('SVのほかは見られない', async () => {
    expect(code(await matsui.call(wall.readBoard))).toBe('access.not-allowed')
    expect(code(await desk.customer.call(wall.readBoard))).toBe('access.not-signed-in')
  })
})

describe('見守る', () => {
  it('応対者に名前が見え、離れるとすぐ、黙って消えると30秒で見えなくなる', async () => {
    await talking(async (place) => {
      const id = desk.newId()
      expect(value(await watch(place, id)).watchers.map(({ name }) => name)).toEqual(['佐々木 恵'])
      expect(await watchers(place)).toEqual(['佐々木 恵'])
      value(await watch(place, desk.newId(), takagi))
      expect(await watchers(place)).toEqual(['佐々木 恵', '高木 誠'])
      await desk.runJobs(desk.clock.now().add({ seconds: 20 }).toString())
      value(await watch(place, id))
      await desk.runJobs(desk.clock.now().add({ seconds: 20 }).toString())
      expect(await watchers(place)).toEqual(['佐々木 恵'])
      value(await sasaki.call(wall.leaveCall, { params: place, body: { id } }))
      expect(await watchers(place)).toEqual([])
    })
  })

  it('見守っても苦情の記録は変わらず、SVのほかは見守れない', async () => {
    await talking(async (place) => {
      const before = await types(place)
      value(await watch(place))
      expect(await types(place)).toEqual(before)
      expect(code(await watch(place, desk.newId(), kobayashi))).toBe('access.not-allowed')
    })
  })

  it('終わった通話と、ほかの苦情の通話は見守れない。人の見守りを続けることもできない', async () => {
    const over = await talking(async (place) => {
      const id = desk.newId()
      value(await watch(place, id))
      expect(code(await watch(place, id, takagi))).toBe('supervision.watch-reused')
      const astray = { ...place, complaintId: desk.newId() }
      expect(code(await watch(astray))).toBe('supervision.call-missing')
      return place
    })
    expect(code(await watch(over))).toBe('supervision.call-over')
  })

  it('組織の壁の外からは、見守りが見えない', async () => {
    await talking(async (place) => {
      value(await watch(place))
      const count = (organisationId: string) =>
        withinWall(desk.ports.db, organisationId, async (tx) => {
          const { rows } = await sql<{
            count: number
          }>`select count(*)::int as count from supervision_watches where call_id = ${place.callId}`.execute(
            tx,
          )
          return rows[0]?.count
        })
      expect(await count(sasaki.scope.organisationId)).toBe(1)
      expect(await count(desk.newId())).toBe(0)
    })
  })
})

describe('ささやく', () => {
  it('記録に内部の一行として残り、応対者が一度だけ答える', async () => {
    await talking(async (place) => {
      const id = desk.newId()
      value(await whisper(place, ' 一度保留に ', id))
      value(await whisper(place, ' 一度保留に ', id))
      value(await answer(place, id))
      value(await answer(place, id))
      const said = (await timeline(place)).filter(({ type }) => type.startsWith('supervision.'))
      expect(
        said.map(({ type, payload }) => [type, payload?.['text'] ?? payload?.['answer']]),
      ).toEqual([
        ['supervision.whispered', '一度保留に'],
        ['supervision.whisper-answered', 'understood'],
      ])
    })
  })

  it('長すぎる言葉、終わった通話、SVでない人、自分の通話へは、文で断る', async () => {
    const over = await talking(async (place) => {
      const long = await whisper(place, 'あ'.repeat(81))
      expect(long).toMatchObject({ ok: false, detail: expect.stringContaining('81字') })
      const bySelf = await whisper(place, 'はい', desk.newId(), kobayashi)
      expect(code(bySelf)).toBe('access.not-allowed')
      return place
    })
    const late = await whisper(over)
    expect(code(late)).toBe('supervision.call-over')
    expect(late.detail).toContain('もう終わっています')
    await talking(
      async (place) => expect(code(await whisper(place))).toBe('supervision.own-call'),
      sasaki,
    )
  })

  it('答えられるのは応対している人だけ。ないささやきには答えられない', async () => {
    await talking(async (place) => {
      const id = desk.newId()
      value(await whisper(place, '聞いています', id))
      expect(code(await answer(place, id, kobayashi))).toBe('supervision.not-your-call')
      expect(code(await answer(place, desk.newId()))).toBe('supervision.whisper-missing')
    })
  })

  it('書いている途中の応対者は、ささやきのために書き直しにならない', async () => {
    await talking(async (place) => {
      const basedOn = (await timeline(place)).at(-1)?.sequence
      value(await whisper(place))
      const written = await matsui.call(addNote, {
        params: { complaintId: place.complaintId },
        body: {
          id: desk.newId(),
          basedOn,
          speaker: 'customer',
          text: 'はい',
          callId: place.callId,
        },
      })
      expect(code(written)).toBe('ok')
    })
  })

  it('個人情報を消すと、ささやきの言葉も消える', async () => {
    const place = await talking(async (live) => {
      value(await whisper(live, '山田様は前にもお電話の方です'))
      return live
    })
    const params = { complaintId: place.complaintId }
    const closing = { id: desk.newId(), outcome: 'withdrawn' as const, reason: 'お客様の希望' }
    value(await sasaki.call(closeComplaint, { params, body: closing }))
    const fujii = desk.as('fujii')
    value(
      await fujii.call(erasePersonalData, {
        params,
        body: { id: desk.newId(), reason: 'お客様の請求' },
      }),
    )
    const whispers = (await timeline(place)).filter(({ type }) => type === 'supervision.whispered')
    expect(whispers.map(({ payload }) => payload)).toEqual([null])
  })
})

describe('替わる', () => {
  it('通話と苦情の担当がSVになり、助けの求めは引き受けられ、わけが残る', async () => {
    await talking(async (place) => {
      const params = { complaintId: place.complaintId }
      const help = { id: desk.newId(), kind: 'silent-help' as const, reason: '助けて' }
      value(await matsui.call(askSupervisor, { params, body: help }))
      const id = desk.newId()
      value(await takeOver(place, sasaki, id))
      value(await takeOver(place, sasaki, id))
      const mine = async (person: Person) =>
        value(await person.call(listLiveCalls, { query: { mine: true } })).calls.map((c) => c.id)
      expect(await mine(sasaki)).toEqual([place.callId])
      expect(await mine(matsui)).toEqual([])
      const { owner } = value(await sasaki.call(readComplaint, { params }))
      expect(owner?.name).toBe('佐々木 恵')
      const { requests } = value(
        await sasaki.call(listEscalations, { query: { ...params, show: 'all' } }),
      )
      expect(requests.map(({ state, seenByName }) => [state, seenByName])).toEqual([
        ['accepted', '佐々木 恵'],
      ])
      const [taken, ...more] = (await timeline(place)).filter(
        ({ type }) => type === 'supervision.taken-over',
      )
      expect(more).toEqual([])
      expect(taken).toMatchObject({
        byName: '佐々木 恵',
        payload: { fromName: '松井 あかり', toName: '佐々木 恵', reason: '応対者が望んだため' },
      })
      const refused = await matsui.call(endCall, {
        params: { callId: place.callId },
        body: { id: desk.newId(), how: 'agreed' },
      })
      expect(code(refused)).toBe('intake.not-your-call')
    })
  })

  it('ほかの通話に出ているSV、自分の通話、終わった通話、SVでない人は替われない', async () => {
    const over = await talking(async (place) => {
      expect(code(await takeOver(place, kobayashi))).toBe('access.not-allowed')
      await talking(async () => {
        expect(code(await takeOver(place))).toBe('supervision.on-another-call')
      }, sasaki)
      value(await takeOver(place))
      expect(code(await takeOver(place))).toBe('supervision.own-call')
      return place
    })
    expect(code(await takeOver(over, takagi))).toBe('supervision.call-over')
  })
})
