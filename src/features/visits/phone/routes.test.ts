import { describe, expect, it } from 'vitest'
import { permitted, systemScope } from '#features/access/door.ts'
import { sealBox } from '#platform/sealed-box.factory.ts'
import { untilTold } from '#platform/realtime/notices.ts'
import { company } from '#test/cast.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { listAlarms } from '../alarms/contract.ts'
import { visitsAt } from '../factory.ts'
import { lookOnce } from '../jobs.ts'
import { agreeToLocation, setPins, tryPin } from '../pins/contract.ts'
import { readVisitsSettings, saveVisitsSettings } from '../settings/contract.ts'
import { take } from './actions.ts'
import { carryVisit, layDownVisit, readMine, sendPresses, type Press } from './contract.ts'
import { canPress } from './policy.ts'

const desk = await openDesk()
const { planned, after } = visitsAt(desk)
const [ishida, sasaki, kobayashi] = [desk.as('ishida'), desk.as('sasaki'), desk.as('kobayashi')]
const [pin, duressPin] = ['4826', '7391']
let tokens = 0
const newToken = () => String((tokens += 1)).padStart(64, 'a')

const pins = { body: { pin, duressPin } }
const atFirst = code(await ishida.call(tryPin, { body: { pin } }))
value(await ishida.call(setPins, pins))
value(await kobayashi.call(setPins, pins))

/** A visit of today on the phone of Ishida. `send` presses, one after the other. */
async function carried(isDrill = false) {
  const visit = await planned({}, isDrill)
  const token = newToken()
  const params = { visitId: visit.id }
  const { publicKey } = value(await ishida.call(carryVisit, { params, body: { token } }))
  let sequence = 0
  function press(kind: Press['kind'], more: Partial<Press> = {}): Press {
    const at = desk.clock.now().toString()
    return { id: desk.newId(), kind, at, sequence: sequence++, ...more }
  }
  const ended = (typed: string) => {
    const id = desk.newId()
    return press('end', { id, sealed: sealBox(publicKey, typed.padEnd(8), id) })
  }
  const send = (...presses: Press[]) => sent(token, presses)
  return { visit, token, press, ended, send }
}

const sent = (token: string, presses: Press[]) =>
  desk.customer.call(sendPresses, {
    params: { slug: company.slug },
    body: { token, presses, battery: 0.5 },
  })

async function alarmsOf(visitId: string) {
  await lookOnce(desk.ports)
  const { alarms } = value(await sasaki.call(listAlarms))
  return alarms.filter((each) => each.visitId === visitId && !each.isNotice)
}

async function talking() {
  const phone = await carried()
  const course = (['leave', 'arrive', 'check-in'] as const).map((kind) => phone.press(kind))
  value(await phone.send(...course))
  return phone
}

describe('番号', () => {
  it('決めるまで、どの番号でもない', () => {
    expect(atFirst).toBe('ok')
  })

  it('試すと、どちらか分かる', async () => {
    const tried = [pin, duressPin, '5555'].map((typed) =>
      ishida.call(tryPin, { body: { pin: typed } }),
    )
    const told = (await Promise.all(tried)).map((each) => value(each).is)
    expect(told).toEqual(['pin', 'duress', 'neither'])
  })

  it('似た番号も、いまの番号なしの変更も断る', async () => {
    const near = { body: { pin, duressPin: '4827', current: pin } }
    expect(code(await ishida.call(setPins, near))).toBe('visits.pin-near')
    expect(code(await ishida.call(setPins, pins))).toBe('visits.pin-current')
    const forced = { body: { pin, duressPin, current: duressPin } }
    expect(code(await ishida.call(setPins, forced))).toBe('visits.pin-current')
  })

  it('データベースには、番号も、ほかの仕組みで試せる形も残らない', async () => {
    const rows = await desk.ports.db.selectFrom('visits_pins').selectAll().execute()
    expect(rows).toHaveLength(2)
    for (const { pin_hash: one, duress_hash: two } of rows)
      expect(one + two).not.toMatch(/argon2|4826|7391/)
  })

  it('訪問のあいだは、試すことも変えることもできない', async () => {
    const { send, ended, press } = await talking()
    expect(code(await ishida.call(tryPin, { body: { pin } }))).toBe('visits.pin-on-visit')
    expect(code(await ishida.call(setPins, pins))).toBe('visits.pin-on-visit')
    value(await send(ended(pin), press('return')))
    expect(code(await ishida.call(tryPin, { body: { pin } }))).toBe('ok')
  })
})

describe('端末の鍵', () => {
  it('その訪問だけを開け、ほかの人と、ほかの訪問には開かない', async () => {
    const { visit } = await carried()
    const params = { visitId: visit.id }
    const foreign = await sasaki.call(carryVisit, { params, body: { token: newToken() } })
    expect(code(foreign)).toBe('visits.missing-visit')
    expect(code(await sent(newToken(), []))).toBe('visits.phone-laid-down')
  })

  it('同じ訪問を別の端末で始めると、前の端末では開かない', async () => {
    const { visit, send } = await carried()
    expect(code(await send())).toBe('ok')
    const other = newToken()
    const params = { visitId: visit.id }
    value(await ishida.call(carryVisit, { params, body: { token: other } }))
    expect(code(await send())).toBe('visits.phone-laid-down')
    expect(code(await sent(other, []))).toBe('ok')
  })

  it('なくした端末は、本人がどこからでも外せる', async () => {
    const { visit, send } = await carried()
    const params = { visitId: visit.id }
    expect(value(await ishida.call(layDownVisit, { params })).laidDown).toBe(1)
    expect(code(await send())).toBe('visits.phone-laid-down')
  })

  it('戻って一日たつと切れ、そのまえは、遅れて届いたものも受け取る', async () => {
    const { send, press, ended } = await talking()
    value(await send(ended(pin), press('return')))
    desk.clock.advance({ hours: 23 })
    expect(value(await send(press('check-in'))).results).toHaveLength(1)
    desk.clock.advance({ hours: 2 })
    expect(code(await send(press('check-in')))).toBe('visits.phone-laid-down')
  })
})

describe('押したもの', () => {
  it('電波のないあいだにたまったものが、一度に、順に、二度届いても一度だけ働く', async () => {
    const { press, send } = await carried()
    const course = (['leave', 'arrive', 'check-in'] as const).map((kind) => press(kind))
    const extended = press('extend', { minutes: 30 })
    const first = value(await send(extended, ...course.toReversed()))
    expect(first.results.map(({ result }) => result)).toEqual(Array(4).fill('taken'))
    const again = value(await send(...course, extended))
    expect(again.visit).toEqual(first.visit)
    expect(first.visit).toMatchObject({ state: 'talking', sign: null })
  })

  it('遅れて届いた確認は、押した時刻で数える', async () => {
    const { press, send } = await talking()
    const checkedIn = press('check-in')
    desk.clock.advance({ minutes: 8 })
    const { visit } = value(await send(checkedIn))
    expect(visit.lastSignAt).toBe(checkedIn.at)
  })

  it('計画が足りなければ出発できず、ほかの押しは妨げない', async () => {
    const visit = await planned({ watcherId: null })
    const token = newToken()
    value(await ishida.call(carryVisit, { params: { visitId: visit.id }, body: { token } }))
    const at = desk.clock.now().toString()
    const both = (['leave', 'contact'] as const).map((kind, sequence) => ({
      id: desk.newId(),
      kind,
      at,
      sequence,
    }))
    const { results, visit: shown } = value(await sent(token, both))
    expect(results.map(({ result }) => result)).toEqual(['incomplete', 'taken'])
    expect(shown.missing).toEqual(['watcher'])
  })

  it('サインインが切れていても届く', async () => {
    const { press, send } = await talking()
    expect(value(await send(press('check-in'))).visit.state).toBe('talking')
    expect(code(await desk.customer.call(readMine))).toBe('access.not-signed-in')
  })
})

describe('見えない知らせ', () => {
  it('「連絡して」は事務所だけを動かし、端末への答えは確認と同じ', async () => {
    const [asked, usual] = [await talking(), await talking()]
    const { id: askedId } = asked.visit
    const answers = [
      value(await asked.send(asked.press('contact'))),
      value(await usual.send(usual.press('check-in'))),
    ]
    const [one, two] = answers.map(({ visit, results }) => plain(visit, results))
    expect(one).toEqual(two)
    expect((await alarmsOf(askedId)).map(({ kind }) => kind)).toEqual(['silent-help'])
    expect(await alarmsOf(usual.visit.id)).toEqual([])
    expect(plain(value(await asked.send()).visit, [])).toEqual(
      plain(value(await usual.send()).visit, []),
    )
  })

  it('二つの番号は同じように答えられ、片方だけが警報になる', async () => {
    const [usual, forced] = [await talking(), await talking()]
    const ends = [await usual.send(usual.ended(pin)), await forced.send(forced.ended(duressPin))]
    const [one, two] = ends.map((each) => plain(value(each).visit, value(each).results))
    expect(one).toEqual(two)
    expect(one).toMatchObject({ state: 'ended' })
    expect(await alarmsOf(usual.visit.id)).toEqual([])
    expect((await alarmsOf(forced.visit.id)).map(({ kind }) => kind)).toEqual(['duress'])
    const later = await Promise.all([usual, forced].map(async (each) => value(await each.send())))
    expect(plain(later[0]?.visit, [])).toEqual(plain(later[1]?.visit, []))
  })

  it('どちらの番号でも、データベースに頼むことは、数も形も同じ', async () => {
    const [usual, forced] = [await statementsOf(pin), await statementsOf(duressPin)]
    expect(usual.asked.length).toBeGreaterThan(10)
    expect(usual.told).toBeGreaterThan(0)
    expect(forced).toEqual(usual)
  })

  it('一度に試せる番号は五つまでで、残りは答えずに置く', async () => {
    const { send, ended } = await talking()
    const many = Array.from({ length: 7 }, (_, place) => ended(`507${place}`))
    expect(value(await send(...many)).results).toHaveLength(5)
  })

  it('ちがう番号では終わらず、五度目で、黙って事務所に知らせる', async () => {
    const { visit, send, ended } = await talking()
    const wrong = ended('5070')
    const answered = value(await send(wrong))
    expect(answered.results).toEqual([{ id: wrong.id, result: 'pin-wrong' }])
    expect(answered.visit.state).toBe('talking')
    value(await send(wrong, wrong))
    value(await send(ended('5071'), ended('5072'), ended('5073')))
    expect(await alarmsOf(visit.id)).toEqual([])
    const fifth = value(await send(ended('5074')))
    expect(fifth.results.map(({ result }) => result)).toEqual(['pin-wrong'])
    expect((await alarmsOf(visit.id)).map(({ kind }) => kind)).toEqual(['silent-help'])
    expect(value(await send(ended(pin))).visit.state).toBe('ended')
  })

  it('ほかの端末のために封をした番号では終わらない', async () => {
    const [mine, theirs] = [await talking(), await talking()]
    const { sealed = '' } = theirs.ended(pin)
    const { results } = value(await mine.send(mine.press('end', { sealed })))
    expect(results.map(({ result }) => result)).toEqual(['pin-wrong'])
  })
})

it('居場所は、会社と本人の両方がよいと言ったときだけ運ぶ', async () => {
  const { visit, send, press } = await talking()
  const position = { latitude: 35, longitude: 138.4, accuracyMeters: 12, at: press('contact').at }
  expect(value(await send()).carriesPosition).toBe(false)
  value(await ishida.call(agreeToLocation, { body: { isGiven: true } }))
  expect(value(await send()).carriesPosition).toBe(false)
  const admin = desk.as('fujii')
  const { settings } = value(await admin.call(readVisitsSettings))
  const body = { id: desk.newId(), settings: { ...settings, allowsLocation: true } }
  value(await admin.call(saveVisitsSettings, { body }))
  expect(value(await send()).carriesPosition).toBe(true)
  value(await send(press('contact', { position })))
  const [alarm] = await alarmsOf(visit.id)
  expect(alarm?.position).toMatchObject({ latitude: 35, longitude: 138.4 })
})

it('端末を見失ったままなら、期限で警報になる。端末がまた届くだけでは、消えない', async () => {
  const { visit, send } = await talking()
  await after(20 * 60)
  expect((await alarmsOf(visit.id)).map(({ kind }) => kind)).toEqual(['missed-check-in'])
  value(await send())
  expect((await alarmsOf(visit.id)).map(({ closedAt }) => closedAt)).toEqual([null])
})

/** Without what differs from visit to visit anyway. */
function plain(visit: object | undefined, results: readonly { readonly result: string }[]) {
  const same = { id: '', complaintId: '', complaintNumber: '' }
  return { ...visit, ...same, results: results.map(({ result }) => result) }
}

/**
 * What ending with this PIN asks of the database, without its values; and how much the other nodes are told, which goes its
 * own way once something is committed, beside the rest and as many together as happen to wait.
 */
async function statementsOf(typed: string) {
  const phone = await talking()
  const press = phone.ended(typed)
  const asked: string[] = []
  let told = 0
  const db = desk.ports.db.withPlugin({
    transformQuery({ node }) {
      const text = JSON.stringify(node)
      if (text.includes('pg_notify')) told += text.split('organisationId').length - 1
      else
        asked.push(
          JSON.stringify(node, (key, part: unknown) => (/^values?$/.test(key) ? null : part)),
        )
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const may = value(permitted(systemScope(ishida.scope.organisationId, 'visits'), canPress))
  const body = { token: phone.token, presses: [press], battery: 0.5 }
  value(await take({ ...desk.ports, db }, may, { name: company.name }, body))
  await untilTold(db)
  return { asked, told }
}
