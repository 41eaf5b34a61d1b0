import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { changeChatSettings, sendReply } from '#features/chat/contract.ts'
import { openChat } from '#features/chat/window/contract.ts'
import { listComplaintCommitments } from '#features/commitments/contract.ts'
import { listComplaints } from '#features/complaints/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { listRemedyRules, remediesEvents } from './contract.ts'
import { usePhrase } from '#features/guide/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { bringFile, checkImport, startImport } from '#features/intake/import/contract.ts'
import { company } from '#test/cast.ts'
import { code, openDesk, value, type Person } from '#test/desk.ts'
import { openPostOffice } from '#test/post-office.ts'
import { aMailbox, calm, correspond, upload } from '#features/letters/factory.ts'
import { publishWords } from '#features/letters/public/contract.ts'
import {
  askApproval,
  changeLimits,
  delegate,
  grantApproval,
  grantTogether,
  type Limits,
} from './approvals/contract.ts'
import { atTheDesk } from './approvals/factory.ts'
import { usualLimits } from './approvals/rules.ts'
import { readOwnBudget, saveBudget } from './budgets/contract.ts'
import { agreeRemedies, answerOffer, offerRemedy, readRemedies } from './contract.ts'
import { askFeasibility, saveConnector, tellFeasibility } from './feasibility/contract.ts'

const desk = await openDesk()
const office = await openPostOffice()
const { complaint, offer, ask, asked, grant, refuse, ruleId } = await atTheDesk(desk)
const matsui = desk.as('matsui')
const kobayashi = desk.as('kobayashi')
const sasaki = desk.as('sasaki')
const takagi = desk.as('takagi')
const fujii = desk.as('fujii')
const budgetId = desk.newId()

function setBudget(limitYen: number, id = budgetId, startsOn = '2026-11-01') {
  const body = { department: 'お客様相談室', startsOn, endsOn: '2026-11-30', limitYen }
  return fujii.call(saveBudget, { params: { budgetId: id }, body })
}
async function spent(): Promise<number> {
  return value(await matsui.call(readOwnBudget)).budget?.spentYen ?? 0
}
function reply(
  complaintId: string,
  offerId: string,
  answer: 'accepted' | 'rejected' | 'considering',
) {
  const body = { id: desk.newId(), answer, words: 'はい', until: '2026-11-27' }
  return sasaki.call(answerOffer, { params: { complaintId, offerId }, body })
}

describe('お詫びの予算', () => {
  it('二人が同時に最後の分をお出ししても、超えるのは片方も許さない', async () => {
    value(await setBudget(1000))
    const several = await Promise.all([complaint(), complaint(), complaint(), complaint()])
    const made = await Promise.all(
      several.map((id, at) => offer(id, { amountYen: 600 }, at % 2 ? sasaki : takagi)),
    )
    expect(made.map(code).toSorted()).toEqual([
      'ok',
      ...Array.from({ length: 3 }, () => 'remedies.budget-exhausted'),
    ])
    expect(await spent()).toBe(600)
  })

  it('お断りで戻り、思い直されたら、もう一度確かめる', async () => {
    value(await setBudget(1600))
    const complaintId = await complaint()
    const { id } = value(await offer(complaintId, { amountYen: 1000 }, sasaki)).offer
    value(await reply(complaintId, id, 'rejected'))
    expect(await spent()).toBe(600)
    value(await offer(await complaint(), { amountYen: 900 }, takagi))
    expect(code(await reply(complaintId, id, 'accepted'))).toBe('remedies.budget-exhausted')
    expect(code(await setBudget(1000))).toBe('remedies.budget-spent')
    expect(code(await setBudget(9000, desk.newId(), '2026-11-30'))).toBe('remedies.budget-overlaps')
  })
})

describe('文面の承認', () => {
  const text = `${calm}\n代金を全額返金いたします。`
  const askWords = (complaintId: string, words: string) =>
    kobayashi.call(askApproval, {
      params: { complaintId },
      body: {
        id: desk.newId(),
        what: 'words' as const,
        text: words,
        opens: ['promises-money' as const],
        reason: '部長と相談済み',
      },
    })

  it('その文面だけを、一度だけ通す', async () => {
    value(await aMailbox(desk, office))
    const { received, reply: write } = correspond(desk, office)
    const { complaintId } = await received()
    const { id } = value(await askWords(complaintId, text)).approval
    expect(code(await write(complaintId, { text }))).toBe('letters.gate')
    value(await grant(id, sasaki))
    expect(code(await write(complaintId, { text: `${text}\n送料もお返しいたします。` }))).toBe(
      'letters.gate',
    )
    const other = await received()
    expect(code(await write(other.complaintId, { text }))).toBe('letters.gate')
    expect(code(await write(complaintId, { text }))).toBe('ok')
    expect(code(await write(complaintId, { text }))).toBe('letters.gate')
  })
})

describe('公開の場に載せる言葉', () => {
  const text = 'お待たせして申し訳ございません。お電話の窓口を、昼休みも三人にいたしました。'
  const release = (complaintId: string, words: string, by = kobayashi) =>
    by.call(publishWords, { params: { complaintId }, body: { id: desk.newId(), text: words } })
  const askPublic = (complaintId: string, words: string, by = kobayashi) =>
    by.call(askApproval, {
      params: { complaintId },
      body: {
        id: desk.newId(),
        what: 'words' as const,
        text: words,
        opens: ['public-reply' as const],
        reason: '口コミへの返信',
      },
    })
  const decidedBy = (publicBy: Limits['publicBy']) =>
    fujii.call(changeLimits, { body: { ...usualLimits, publicBy } })

  it('SVも含めて、ほかの人が承認したその文面だけを、一度だけ出せる', async () => {
    const complaintId = await complaint()
    expect(code(await release(complaintId, text, sasaki))).toBe('remedies.public-not-approved')
    const { id } = value(await askPublic(complaintId, text, sasaki)).approval
    expect(code(await grant(id, sasaki))).toBe('remedies.approval-own')
    value(await grant(id, takagi))
    expect(code(await release(complaintId, `${text}お詫びに千円差し上げます。`))).toBe(
      'remedies.public-not-approved',
    )
    expect(code(await release(complaintId, text))).toBe('ok')
    expect(code(await release(complaintId, text))).toBe('remedies.public-not-approved')
  })

  it('誰が決めるかは、会社が定める', async () => {
    const complaintId = await complaint()
    value(await decidedBy('admin'))
    const { id } = value(await askPublic(complaintId, text)).approval
    expect(code(await grant(id, sasaki))).toBe('remedies.approval-beyond')
    value(await grant(id, fujii))
    value(await decidedBy('nobody'))
    expect(code(await release(complaintId, '承認なしの言葉です。'))).toBe('ok')
    expect(code(await askPublic(complaintId, '別の言葉です。'))).toBe('remedies.approval-needless')
    value(await decidedBy('supervisor'))
  })
})

describe('用意できるか', () => {
  const heard: { headers: Record<string, unknown>; body: string }[] = []
  let answer = JSON.stringify({ feasible: true, words: '倉庫に在庫あり、水曜着' })
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      heard.push({ headers: request.headers, body })
      response.end(answer)
    })
  })
  afterAll(() => void server.close())

  it('確認先が答え、答えなければ人が答える。できないものは出せない', async () => {
    const complaintId = await complaint()
    const params = { complaintId }
    const question = () => ({ id: desk.newId(), ruleId: ruleId('R-08') })
    const none = value(await matsui.call(askFeasibility, { params, body: question() }))
    expect(none).toEqual({ answer: null, trouble: 'none' })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const url = `http://127.0.0.1:${port}/stock`
    const { secret } = value(await fujii.call(saveConnector, { body: { url, isOn: true } }))
    expect(secret).toMatch(/^whsec_/u)
    const told = value(await matsui.call(askFeasibility, { params, body: question() }))
    expect(told.answer).toMatchObject({ isFeasible: true, source: 'connector' })
    expect(heard[0]?.headers['webhook-signature']).toMatch(/^v1,/u)
    expect(heard[0]?.body).toContain('"code":"R-08"')
    answer = 'まもなく復旧します'
    const silent = value(await matsui.call(askFeasibility, { params, body: question() }))
    expect(silent.trouble).toBe('silent')
    const body = { id: desk.newId(), isFeasible: false, words: '担当が来週まで不在' }
    const place = { ...params, ruleId: ruleId('R-08') }
    value(await matsui.call(tellFeasibility, { params: place, body }))
    const refused = await offer(complaintId, { code: 'R-08' })
    expect([code(refused), refused.detail]).toEqual([
      'remedies.not-feasible',
      expect.stringContaining('来週まで不在'),
    ])
  })
})

it('合意したことと、お考えの期限は、約束の台帳に載る', async () => {
  const complaintId = await complaint()
  const params = { complaintId }
  const { id } = value(await offer(complaintId, { code: 'R-08' })).offer
  value(await reply(complaintId, id, 'considering'))
  value(await reply(complaintId, id, 'accepted'))
  const then = [{ words: '書面をお送りする', on: '2026-11-30', at: '17:00' }]
  const agreed = { offerIds: [id], words: '書面で', confirmedHow: 'repeated-aloud' as const }
  const agree = (followThrough: typeof then) =>
    matsui.call(agreeRemedies, { params, body: { id: desk.newId(), ...agreed, followThrough } })
  const past = [{ words: '書面をお送りする', on: '2026-11-20', at: '17:00' }]
  expect(code(await agree(past))).toBe('remedies.follow-through-past')
  value(await agree(then))
  await desk.runJobs()
  const { commitments } = value(await matsui.call(listComplaintCommitments, { params }))
  expect(commitments.map(({ words, dueOn }) => [words, dueOn])).toEqual([
    ['「書面でのご説明」について、お客様のお考えをうかがう', '2026-11-27'],
    ['書面をお送りする', '2026-11-30'],
  ])
})

/** Whoever may grant the row by themselves, and those who may decide about it. */
const leaders = [sasaki, takagi, fujii]
const people = [matsui, kobayashi, ...leaders]
const isLeader = (memberId: string) => leaders.some((each) => each.memberId === memberId)
const cap = 1000

type Step = {
  readonly by: number
  readonly what: number
  readonly on: number
  readonly yen: number
}

describe('どの道を通っても', () => {
  it('規定、承認、予算を超えるものは、誰にも出せない', async () => {
    value(await setBudget(6000))
    const steps = fc.array(
      fc.record({
        by: fc.nat(4),
        what: fc.nat(6),
        on: fc.nat(2),
        yen: fc.constantFrom(400, 900, 1500, 2500),
      }),
      { minLength: 8, maxLength: 16 },
    )
    await fc.assert(
      fc.asyncProperty(steps, async (several) => {
        const complaints = [await complaint(), await complaint(), await complaint()]
        const approvals: string[] = []
        for (const step of several) await take(step, complaints, approvals)
        for (const complaintId of complaints) await holds(complaintId)
        expect(await spent()).toBeLessThanOrEqual(6000)
      }),
      { numRuns: 6 },
    )
  }, 180_000)
})

const words =
  'クーポンは1,000円までとさせていただいております。1,000円でしたら、本日お送りできます。'

/** One person tries one thing; whatever is refused is refused. */
async function take(step: Step, complaints: readonly string[], approvals: string[]) {
  const by = people[step.by] ?? matsui
  const complaintId = complaints[step.on] ?? ''
  const approvalId = approvals.at(-1 - step.on) ?? desk.newId()
  const amountYen = step.yen
  const doors: (() => Promise<unknown>)[] = [
    () => offer(complaintId, { amountYen }, by),
    () => offer(complaintId, { amountYen, approvalId }, by),
    async () => {
      const done = await ask(complaintId, { amountYen }, by)
      if (done.ok) approvals.push(done.value.approval.id)
    },
    () => grant(approvalId, by, step.on === 0 ? { amountYen } : {}),
    () => refuse(approvalId, by, words),
    () => lend(by, people[(step.by + step.on + 1) % people.length] ?? matsui),
    () =>
      by.call(grantTogether, {
        body: { id: desk.newId(), approvalIds: approvals.slice(-2), sumYen: amountYen * 2 },
      }),
  ]
  await doors[step.what]?.()
}

function lend(from: Person, to: Person) {
  const days = { startsOn: '2026-11-01', endsOn: '2026-12-31' }
  return from.call(delegate, { body: { id: desk.newId(), toId: to.memberId, ...days } })
}

/** What the record says was offered was the offerer's to give, or granted before by somebody else, once. */
async function holds(complaintId: string) {
  const { entries } = value(await matsui.call(readTimeline, { params: { complaintId } }))
  const used = new Set<string>()
  for (const { type, by, payload, sequence } of entries) {
    const made = type === 'remedies.offered' ? remediesEvents[type].parse(payload) : null
    if (!made) continue
    const giver = by.replace('member:', '')
    const isOwn = made.approvalId === undefined
    expect(!isOwn || (isLeader(giver) && (made.amountYen ?? 0) <= cap)).toBe(true)
    if (made.approvalId === undefined) continue
    const of = (wanted: string) =>
      entries.find(
        (each) =>
          each.type === wanted &&
          each.payload?.['approvalId'] === made.approvalId &&
          each.sequence < sequence,
      )
    const [question, granted] = [of('remedies.approval-asked'), of('remedies.approval-granted')]
    expect(granted?.by).not.toBe(question?.by)
    expect(Number(granted?.payload?.['amountYen'])).toBeGreaterThanOrEqual(made.amountYen ?? 0)
    expect(Number(granted?.payload?.['amountYen'])).toBeLessThanOrEqual(
      Number(question?.payload?.['amountYen']),
    )
    expect(used.has(made.approvalId)).toBe(false)
    used.add(made.approvalId)
    const onBehalf = granted?.payload?.['onBehalfOfName'] !== null
    expect(onBehalf || isLeader(granted?.by.replace('member:', '') ?? '')).toBe(true)
  }
}

describe('門の脇に、道はない', () => {
  const money = '代金の全額をお返しし、五万円のクーポンをお送りします。'
  const granted = async (complaintId: string) => {
    const { offers, agreement } = value(
      await matsui.call(readRemedies, { params: { complaintId } }),
    )
    return { offers: offers.length, agreement }
  }

  it('定型の言葉として言っても、提案にはならず、送るときは止まる', async () => {
    const { received, reply: write } = correspond(desk, office)
    const { complaintId } = await received()
    const params = { complaintId }
    const said = { play: 'basics', move: 'offer', phrase: 0, text: money }
    value(await matsui.call(usePhrase, { params, body: { id: desk.newId(), ...said } }))
    expect(code(await write(complaintId, { text: `${calm}\n${money}` }))).toBe('letters.gate')
    expect(await granted(complaintId)).toEqual({ offers: 0, agreement: null })
  })

  it('チャットでも、誰が下書きした言葉でも、同じところで止まる', async () => {
    value(await fujii.call(changeChatSettings, { body: { isOn: true } }))
    const complaintId = desk.newId()
    const opened = { id: complaintId, token: randomBytes(32).toString('hex'), words: '割れました' }
    value(await desk.customer.call(openChat, { params: { slug: company.slug }, body: opened }))
    const { head } = value(await matsui.call(readTimeline, { params: { complaintId }, query: {} }))
    const body = { id: desk.newId(), basedOn: head, text: money }
    const answer = await matsui.call(sendReply, { params: { complaintId }, body })
    expect(code(answer)).toBe('letters.gate')
  })

  it('取り込んだ記録に返金と書いてあっても、提案にも予算にもならない', async () => {
    const before = await spent()
    const csv = `管理番号,受付日,氏名,経路,状況,内容,回答\r\n1,2025/4/1,港 一郎,電話,完了,急須が割れた,${money}`
    const brought = await desk.app.request(`${bringFile.path}?id=${desk.newId()}&name=old.csv`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-test-person': 'fujii' },
      body: Buffer.from(csv),
    })
    const params = { importId: bringFile.answer.parse(await brought.json()).id }
    value(await fujii.call(checkImport, { params }))
    value(await fujii.call(startImport, { params }))
    await desk.runJobs()
    const query = { view: 'all' as const, words: '急須が割れた' }
    const { complaints } = value(await fujii.call(listComplaints, { query }))
    expect(await granted(complaints[0]?.id ?? '')).toEqual({ offers: 0, agreement: null })
    expect(await spent()).toBe(before)
  })

  it('サインインしていない呼び出しは、頼むことも、決めることも、お出しすることもできない', async () => {
    const complaintId = await complaint()
    const { id } = await asked(complaintId)
    const params = { complaintId }
    const wanted = { id: desk.newId(), ruleId: ruleId('R-05'), amountYen: 500 }
    const answers = [
      await desk.customer.call(offerRemedy, { params, body: wanted }),
      await desk.customer.call(grantApproval, {
        params: { approvalId: id },
        body: { id: desk.newId() },
      }),
      await desk.customer.call(publishWords, { params, body: { id: desk.newId(), text: money } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
  })
})

describe('規定の求める証拠', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const evidenceOf = async () => {
    const { rules } = value(await matsui.call(listRemedyRules))
    return rules.find(({ code: each }) => each === 'R-01')?.evidence ?? ''
  }
  const unshown = async () => {
    const complaintId = desk.newId()
    const details = { product: '急須', price: 3000, purchasedOn: '2026-11-18' }
    const words = '口が欠けていました。'
    const body = { id: complaintId, channel: 'phone' as const, words, customer: {}, details }
    value(await matsui.call(receiveComplaint, { body }))
    return complaintId
  }
  const order = (more: { onceShown?: boolean } = {}) => {
    return { id: desk.newId(), ruleId: ruleId('R-01'), ...more }
  }
  const offerBy = (complaintId: string, more: { onceShown?: boolean }, by = matsui) =>
    by.call(offerRemedy, { params: { complaintId }, body: order(more) })
  const agree = (complaintId: string, offerId: string) => {
    const how = { words: '交換でお進めする', confirmedHow: 'repeated-aloud' as const }
    const body = { id: desk.newId(), offerIds: [offerId], ...how }
    return matsui.call(agreeRemedies, { params: { complaintId }, body })
  }
  const optionOf = async (complaintId: string) => {
    const { options } = value(await matsui.call(readRemedies, { params: { complaintId } }))
    return options.find(({ rule }) => rule.code === 'R-01')
  }

  it('記録にないあいだは、SVでも管理者でも、どの扉からも、条件なしでは出せない', async () => {
    const complaintId = await unshown()
    const refused = await Promise.all(
      [matsui, sasaki, fujii].map((by) => offerBy(complaintId, {}, by)),
    )
    expect(refused.map(code)).toEqual([0, 1, 2].map(() => 'remedies.evidence-missing'))
    expect(await optionOf(complaintId)).toMatchObject({
      allowed: true,
      awaits: await evidenceOf(),
    })
    expect(await readOffers(complaintId)).toEqual([])
  })

  it('「届いたら」の条件で出し、届くまで合意できず、届けば合意できる', async () => {
    const complaintId = await unshown()
    const { offer: made } = value(await offerBy(complaintId, { onceShown: true }))
    expect(made.awaits).toBe(await evidenceOf())
    expect(made.words).toContain('次のものを確かめてからになります')
    value(await reply(complaintId, made.id, 'accepted'))
    const early = await agree(complaintId, made.id)
    expect([code(early), early.detail]).toEqual([
      'remedies.evidence-awaited',
      expect.stringContaining('不具合が分かる写真'),
    ])
    await upload(desk, complaintId, '急須.png', png)
    expect((await readOffers(complaintId)).map(({ awaits }) => awaits)).toEqual([null])
    value(await agree(complaintId, made.id))
    expect(await readOffers(complaintId)).toHaveLength(1)
  })

  it('承認があれば、なしで出せ、条件つきの案に代わる', async () => {
    const complaintId = await unshown()
    const { offer: first } = value(await offerBy(complaintId, { onceShown: true }))
    const { id: approvalId } = await askUnseen(complaintId)
    value(await grant(approvalId, sasaki))
    const { offer: second } = value(await offer(complaintId, { code: 'R-01', approvalId }))
    const offers = await readOffers(complaintId)
    expect(offers.map(({ id, awaits }) => ({ id, awaits }))).toEqual([
      { id: second.id, awaits: null },
    ])
    expect(second.id).not.toBe(first.id)
    value(await reply(complaintId, second.id, 'accepted'))
    value(await agree(complaintId, second.id))
  })

  async function askUnseen(complaintId: string) {
    const body = { ...order(), what: 'remedy' as const, reason: '写真の撮れない方' }
    return value(await matsui.call(askApproval, { params: { complaintId }, body })).approval
  }

  async function readOffers(complaintId: string) {
    return value(await matsui.call(readRemedies, { params: { complaintId } })).offers
  }
})

it('承認が要るのは、出せない人だけ', async () => {
  const { needs } = await asked(await complaint())
  expect(needs).toBe('supervisor')
})
