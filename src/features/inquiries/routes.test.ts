import { describe, expect, it } from 'vitest'
import { understand } from '#platform/mail/understand.ts'
import {
  keepCommitment,
  listComplaintCommitments,
  makeCommitment,
} from '#features/commitments/contract.ts'
import {
  claimFact,
  closeComplaint,
  erasePersonalData,
} from '#features/complaints/handling/contract.ts'
import { listEvidence } from '#features/complaints/evidence/contract.ts'
import { listEscalations } from '#features/escalation/contract.ts'
import { readReply } from '#features/letters/contract.ts'
import { aMail, aMailbox, arrive, upload } from '#features/letters/factory.ts'
import { company } from '#test/cast.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { openPostOffice } from '#test/post-office.ts'
import { readAnswerPage, sendDeed, type Deed } from './answering/contract.ts'
import * as wall from './contract.ts'
import {
  askingAt,
  factoryAddress,
  factoryFields,
  headAddress,
  nothingShown,
  tokenIn,
} from './factory.ts'
import { changeInquirySettings, listDepartments, saveDepartment } from './departments/contract.ts'

const desk = await openDesk()
const office = await openPostOffice()
const [kobayashi, sasaki, admin] = [desk.as('kobayashi'), desk.as('sasaki'), desk.as('fujii')]
const factoryId = desk.newId()
const { asked, mailsTo, entriesOf, listed, received } = askingAt(desk, office, factoryId)
const params = { slug: company.slug }
const fields = factoryFields
const nothing = nothingShown
const iso = (text: string) => Temporal.Instant.from(`${text}+09:00`).toString()
const beforeSetUp = await (async () => {
  value(await aMailbox(desk, office))
  const { complaintId } = await received()
  const body = {
    id: desk.newId(),
    departmentId: factoryId,
    question: 'x',
    dueAt: iso('2026-11-26T17:00'),
    shown: nothing,
  }
  const unknown = await kobayashi.call(wall.askDepartment, { params: { complaintId }, body })
  value(await admin.call(saveDepartment, { params: { departmentId: factoryId }, body: fields }))
  const nowhere = await kobayashi.call(wall.askDepartment, { params: { complaintId }, body })
  const url = { deskUrl: 'https://desk.minato.example/settings?x', linkDays: 14 }
  const saved = value(await admin.call(changeInquirySettings, { body: url }))
  return { unknown: code(unknown), nowhere: code(nowhere), saved }
})()

const open = (token: string) => desk.customer.call(readAnswerPage, { params, body: { token } })
const doIt = (token: string, deed: Deed, id = desk.newId()) =>
  desk.customer.call(sendDeed, { params, body: { token, id, deed } })
const typesOf = async (complaintId: string) =>
  (await entriesOf(complaintId)).map(({ type }) => type)
const answer: Deed = {
  kind: 'answer',
  byName: '佐藤',
  text: '出荷前検査は11月10日に合格しています。欠けの記録はありません。',
  isConfirmed: true,
}

describe('設定', () => {
  it('部署も窓口のアドレスも、決まるまでは聞けず、次にすることが分かる', () => {
    expect(beforeSetUp).toEqual({
      unknown: 'inquiries.no-department',
      nowhere: 'inquiries.no-address',
      saved: { deskUrl: 'https://desk.minato.example', linkDays: 14 },
    })
  })

  it.each([
    [{ address: 'factory' }, 'inquiries.address-unreadable'],
    [{ headAddress: '責任者' }, 'inquiries.address-unreadable'],
    [{ opens: '17:00', closes: '08:00' }, 'inquiries.hours-backwards'],
    [{ name: '製造部' }, 'inquiries.name-taken'],
  ])('%o は %s', async (wrong, why) => {
    const given = {
      params: { departmentId: desk.newId() },
      body: { ...fields, name: '検査課', ...wrong },
    }
    expect(code(await admin.call(saveDepartment, given))).toBe(why)
  })

  it('変えてよいのは管理者だけ', async () => {
    const given = { params: { departmentId: factoryId }, body: fields }
    expect(code(await kobayashi.call(saveDepartment, given))).toBe('access.not-allowed')
    expect(
      value(await kobayashi.call(listDepartments)).departments.map(({ name }) => name),
    ).toEqual(['製造部'])
  })
})

describe('聞く', () => {
  it('メールが一通出て、約束台帳に「私たちへの約束」が立ち、お客様のやりとりには混じらない', async () => {
    const before = mailsTo(factoryAddress).length
    const { complaintId, inquiry, token, number, address } = await asked()
    await desk.runJobs()
    const mails = mailsTo(factoryAddress).slice(before)
    expect(mails).toHaveLength(1)
    expect(mails[0]).toContain(`https://desk.minato.example/answer/${company.slug}#${token}`)
    expect(mails[0]).toContain(number)
    const { commitments } = value(
      await kobayashi.call(listComplaintCommitments, { params: { complaintId } }),
    )
    expect(
      commitments.map(({ madeTo, dueAt, ownerId }) => ({ madeTo, dueAt, ownerId })),
    ).toContainEqual({ madeTo: 'us', dueAt: inquiry.dueAt, ownerId: kobayashi.memberId })
    const reply = value(await kobayashi.call(readReply, { params: { complaintId } }))
    expect(reply.to).toEqual([address])
    const kept = JSON.stringify(await entriesOf(complaintId))
    expect(kept).not.toContain(token)
  })

  it('同じ番号で二度送っても、照会もメールも一つ', async () => {
    const id = desk.newId()
    const first = await asked({ id })
    const before = mailsTo(factoryAddress).length
    const again = { params: { complaintId: first.complaintId }, body: first.body }
    expect(value(await kobayashi.call(wall.askDepartment, again)).inquiry.id).toBe(id)
    await desk.runJobs()
    expect(mailsTo(factoryAddress).length).toBe(before)
    expect(await listed(first.complaintId)).toHaveLength(1)
  })

  it('過ぎた日時では聞けない', async () => {
    const { complaintId } = await received()
    const body = {
      id: desk.newId(),
      departmentId: factoryId,
      question: 'x',
      dueAt: iso('2026-11-20T10:00'),
      shown: nothing,
    }
    const refused = await kobayashi.call(wall.askDepartment, { params: { complaintId }, body })
    expect(code(refused)).toBe('inquiries.date-past')
  })

  it('いつまでかは、部署のふだんの日数と、お客様への次の約束から決まる', async () => {
    const { complaintId } = await received()
    const at = { params: { complaintId } }
    const promised = desk.clock.now().add({ hours: 24 }).toZonedDateTimeISO('Asia/Tokyo')
    const due = { on: promised.toPlainDate().toString(), at: '16:00' }
    value(
      await kobayashi.call(makeCommitment, {
        ...at,
        body: { id: desk.newId(), words: '調べた結果', due },
      }),
    )
    const opening = value(await kobayashi.call(wall.readOpening, at))
    expect(opening.nextPromiseAt).not.toBeNull()
    expect(opening.departments[0]?.isTight).toBe(true)
    expect(opening).toMatchObject({ deskUrl: 'https://desk.minato.example', canSend: true })
  })
})

describe('見せるもの', () => {
  it('選んだものだけが見え、名前や電話は伏せられ、下見と本物は同じ', async () => {
    const { complaintId } = await received()
    const at = { params: { complaintId } }
    const statement = '森本 千尋様（090-1111-2222）は、口が欠けていたと言っている'
    const told = {
      id: desk.newId(),
      factId: desk.newId(),
      topic: 'what' as const,
      statement,
      source: 'お客様',
    }
    value(await kobayashi.call(claimFact, { ...at, body: told }))
    const hidden = { ...told, id: desk.newId(), factId: desk.newId(), statement: '見せない事実' }
    value(await kobayashi.call(claimFact, { ...at, body: hidden }))
    const { showable } = value(await kobayashi.call(wall.readOpening, at))
    expect(showable.facts.map(({ isPersonal }) => isPersonal)).toEqual([true, false])
    const shown = { ...nothing, factIds: [showable.facts[0]?.id ?? ''], withWords: true }
    const question = '口の欠けは、検査で見つかりますか。'
    const body = { departmentId: factoryId, question, dueAt: iso('2026-12-31T15:00'), shown }
    const preview = value(await kobayashi.call(wall.previewInquiry, { ...at, body }))
    const sent = { ...at, body: { id: desk.newId(), ...body } }
    value(await kobayashi.call(wall.askDepartment, sent))
    await desk.runJobs()
    const page = value(await open(tokenIn(mailsTo(factoryAddress).at(-1) ?? '')))
    expect(page).toMatchObject(preview.seen)
    expect(page.facts).toEqual([
      { statement: '■■様（■■）は、口が欠けていたと言っている', isConfirmed: false },
    ])
    const all = JSON.stringify(page)
    expect(
      ['森本', '090-1111', 'mori', '見せない', complaintId].filter((each) => all.includes(each)),
    ).toEqual([])
    expect(preview.personalInQuestion).toEqual([])
  })

  it('写真は選んだものだけが開き、ほかの件のものは開かない', async () => {
    const first = await asked()
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const evidenceId = await upload(desk, first.complaintId, '急須.png', png)
    const picture = async (token: string, id: string) => {
      const answered = await desk.app.request(`/api/inquiries/pages/${company.slug}/pictures`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token, evidenceId: id, isWhole: true }),
      })
      return answered.status
    }
    expect(await picture(first.token, evidenceId)).toBe(404)
    const at = { params: { complaintId: first.complaintId } }
    const shown = { ...nothing, evidenceIds: [evidenceId] }
    value(
      await kobayashi.call(wall.askDepartment, {
        ...at,
        body: { ...first.body, id: desk.newId(), shown },
      }),
    )
    await desk.runJobs()
    const token = tokenIn(mailsTo(factoryAddress).at(-1) ?? '')
    expect(await picture(token, evidenceId)).toBe(200)
    expect(await picture(first.token, evidenceId)).toBe(404)
  })
})

describe('答える', () => {
  it('答えは、名のある人の確かめた事実になり、約束は果たされ、終わる', async () => {
    const { complaintId, token } = await asked()
    value(await open(token))
    const page = value(await doIt(token, answer))
    expect(page.state).toBe('answered')
    const entries = await entriesOf(complaintId)
    expect(entries.map(({ type }) => type).slice(-4)).toEqual([
      'inquiries.read',
      'inquiries.answered',
      'complaints.fact-confirmed',
      'commitments.kept',
    ])
    const fact = entries.find(({ type }) => type === 'complaints.fact-confirmed')
    expect(fact?.payload).toMatchObject({
      source: '製造部 佐藤さんの回答（部署照会）',
      attributedTo: 'unknown',
    })
    expect(code(await doIt(token, answer))).toBe('inquiries.answered-already')
  })

  it('確かめていない答えは、主張のまま', async () => {
    const { complaintId, token } = await asked()
    value(await doIt(token, { ...answer, isConfirmed: false }))
    expect(await typesOf(complaintId)).toContain('complaints.fact-claimed')
    expect(await typesOf(complaintId)).not.toContain('complaints.fact-confirmed')
  })

  it('切れた回線で二度送っても一つ', async () => {
    const { complaintId, token } = await asked()
    const id = desk.newId()
    const both = await Promise.all([doIt(token, answer, id), doIt(token, answer, id)])
    expect(both.map(code)).toEqual(['ok', 'ok'])
    const types = await typesOf(complaintId)
    expect(types.filter((type) => type === 'inquiries.answered')).toHaveLength(1)
  })

  it('聞き返されたら催促は止まり、伝えるとメールが出て、また待つ', async () => {
    const { complaintId, inquiry, token } = await asked()
    value(await doIt(token, { kind: 'ask-back', byName: '佐藤', text: 'どの窯の品ですか。' }))
    expect((await listed(complaintId))[0]?.state).toBe('asked-back')
    const before = mailsTo(factoryAddress).length
    const body = { id: desk.newId(), text: '二番窯です。' }
    value(await kobayashi.call(wall.tellDepartment, { params: { inquiryId: inquiry.id }, body }))
    await desk.runJobs()
    expect(mailsTo(factoryAddress).slice(before).join()).toContain('二番窯です。')
    const page = value(await open(token))
    expect(page.turns.map(({ kind }) => kind)).toEqual(['asked-back', 'told'])
    expect(page.state).toBe('asked')
  })

  it('「うちではない」は、聞く先とともに残り、約束も終わる', async () => {
    const { complaintId, token } = await asked()
    const deed: Deed = {
      kind: 'decline',
      byName: '長谷川',
      text: '配送中の傷です。',
      insteadName: '配送課',
    }
    expect(value(await doIt(token, deed)).state).toBe('declined')
    const types = await typesOf(complaintId)
    expect(types.slice(-2)).toEqual(['inquiries.declined', 'commitments.withdrawn'])
  })

  it('新しい日は理由とともに残り、約束の日も動く。過ぎた日にはできない', async () => {
    const { complaintId, token } = await asked()
    const move = { kind: 'move' as const, byName: '佐藤', text: '検査機の点検のため' }
    expect(code(await doIt(token, { ...move, on: '2026-11-20' }))).toBe('inquiries.date-past')
    const page = value(await doIt(token, { ...move, on: '2027-01-12' }))
    expect(page.dueAt).toBe(iso('2027-01-12T17:00'))
    const { commitments } = value(
      await kobayashi.call(listComplaintCommitments, { params: { complaintId } }),
    )
    expect(commitments.find(({ madeTo }) => madeTo === 'us')?.dueAt).toBe(page.dueAt)
  })

  it('写真は、その件の証拠になる。ほかの鍵では送れない', async () => {
    const { complaintId, token } = await asked()
    const { filesPath } = value(await open(token))
    const send = (path: string) =>
      desk.app.request(path, {
        method: 'POST',
        headers: {
          'tus-resumable': '1.0.0',
          'upload-length': '5',
          'upload-metadata': `complaint ${Buffer.from(desk.newId()).toString('base64')},filename ${Buffer.from('記録.txt').toString('base64')}`,
          'content-type': 'application/offset+octet-stream',
        },
        body: 'kiroku'.slice(0, 5),
      })
    expect((await send(filesPath)).status).toBe(201)
    expect(
      (await send(`${filesPath.slice(0, -1)}${filesPath.endsWith('0') ? '1' : '0'}`)).status,
    ).toBe(404)
    const { evidence } = value(await kobayashi.call(listEvidence, { params: { complaintId } }))
    expect(evidence.map(({ name, note }) => ({ name, note }))).toEqual([
      { name: '記録.txt', note: '製造部から（部署照会）' },
    ])
  })

  it('メールで返しても照会に入り、お客様の言葉にはならない。書き取れば答えになる', async () => {
    const { complaintId, inquiry } = await asked()
    const ours = understand(
      office.posted.filter(({ to }) => to.includes(factoryAddress)).at(-1)?.bytes ??
        Buffer.alloc(0),
    )
    const letter = {
      from: `佐藤 <${factoryAddress}>`,
      subject: 'Re: 照会',
      messageId: `<${desk.newId()}@factory>`,
    }
    const more = [`In-Reply-To: ${ours.messageId}`]
    const came = await arrive(desk, aMail({ ...letter, more, text: '検査は合格でした。' }))
    expect(came.complaint?.complaintId).toBe(complaintId)
    await desk.runJobs()
    const [held] = await listed(complaintId)
    expect(held?.turns.at(-1)).toMatchObject({
      kind: 'mail',
      byName: '佐藤',
      text: '検査は合格でした。',
    })
    expect(await typesOf(complaintId)).not.toContain('complaints.noted')
    const reply = value(await kobayashi.call(readReply, { params: { complaintId } }))
    expect(reply.to).not.toContain(factoryAddress)
    const body = { id: desk.newId(), byName: '佐藤', text: '検査は合格でした。', isConfirmed: true }
    const done = await kobayashi.call(wall.receiveAnswer, {
      params: { inquiryId: inquiry.id },
      body,
    })
    expect(value(done).inquiry.state).toBe('answered')
  })
})

describe('リンク', () => {
  it('知らない・期限切れ・取り消しは、どれも同じに見え、何も教えない', async () => {
    const { token, inquiry } = await asked()
    const at = { params: { inquiryId: inquiry.id } }
    expect(code(await open('0'.repeat(64)))).toBe('inquiries.link-shut')
    value(await kobayashi.call(wall.revokeLink, { ...at, body: { id: desk.newId() } }))
    expect(code(await open(token))).toBe('inquiries.link-shut')
    expect(code(await doIt(token, answer))).toBe('inquiries.link-shut')
    value(await kobayashi.call(wall.renewLink, { ...at, body: { id: desk.newId() } }))
    await desk.runJobs()
    const next = tokenIn(mailsTo(factoryAddress).at(-1) ?? '')
    expect(next).not.toBe(token)
    expect(value(await open(next)).inquiryId).toBe(inquiry.id)
    expect(code(await open(token))).toBe('inquiries.link-shut')
  })

  it('取り下げたら開かず、私たちへの約束も残らない', async () => {
    const { complaintId, token, inquiry } = await asked()
    const body = { id: desk.newId(), reason: '分かったため' }
    value(await kobayashi.call(wall.withdrawInquiry, { params: { inquiryId: inquiry.id }, body }))
    expect(code(await open(token))).toBe('inquiries.link-shut')
    const at = { params: { complaintId } }
    const { commitments } = value(await kobayashi.call(listComplaintCommitments, at))
    const ours = commitments.filter(({ madeTo }) => madeTo === 'us')
    expect(ours.map(({ state }) => state)).toEqual(['withdrawn'])
  })

  it('個人情報を消した件のリンクは、もう開かない', async () => {
    const { complaintId, token } = await asked()
    value(await doIt(token, answer))
    const at = { params: { complaintId } }
    const { commitments } = value(await kobayashi.call(listComplaintCommitments, at))
    for (const { id: commitmentId } of commitments.filter(({ state }) => state !== 'kept')) {
      const body = { id: desk.newId(), how: 'お伝えした' }
      value(await kobayashi.call(keepCommitment, { params: { commitmentId }, body }))
    }
    const end = { outcome: 'withdrawn' as const, reason: 'お取り下げ' }
    value(await sasaki.call(closeComplaint, { ...at, body: { id: desk.newId(), ...end } }))
    expect(value(await open(token)).state).toBe('answered')
    const body = { id: desk.newId(), reason: 'お求めがあったため' }
    value(await admin.call(erasePersonalData, { ...at, body }))
    await desk.runJobs()
    expect(code(await open(token))).toBe('inquiries.link-shut')
  })

  it('多すぎる問いは断られる', async () => {
    const codes: string[] = []
    for (let count = 0; count < 70; count += 1) {
      const answered = await desk.app.request(
        `/api/inquiries/pages/${company.slug}`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ token: 'f'.repeat(64) }),
        },
        { incoming: { socket: { remoteAddress: '203.0.113.9' } } },
      )
      codes.push(String(answered.status))
    }
    expect(new Set(codes)).toEqual(new Set(['404', '429']))
  })
})

describe('知らせる', () => {
  it('期限の前・期限・翌営業日に一通ずつ、最後は責任者にも。二つの節で鳴っても一度だけ', async () => {
    const dueAt = iso('2026-12-10T15:00')
    const { complaintId, inquiry } = await asked({ dueAt })
    const before = mailsTo(factoryAddress).length
    for (const at of ['2026-12-10T11:00:01', '2026-12-10T15:00:01', '2026-12-11T08:00:01'])
      await Promise.all([desk.runJobs(iso(at)), desk.runJobs()])
    await desk.runJobs(iso('2026-12-14T12:00'))
    const reminded = (await entriesOf(complaintId)).filter(
      ({ type }) => type === 'inquiries.reminded',
    )
    expect(reminded.map(({ payload }) => payload?.['reminder'])).toEqual(['before', 'due', 'late'])
    expect(
      mailsTo(factoryAddress)
        .slice(before)
        .filter((text) => text.includes('照会の期限')),
    ).toHaveLength(3)
    expect(mailsTo(headAddress)).toHaveLength(1)
    expect(await typesOf(complaintId)).toContain('commitments.broken')
    const toldLeader = (await entriesOf(complaintId)).filter(
      ({ type }) => type === 'escalation.asked',
    )
    expect(toldLeader.map(({ payload }) => payload?.['reason'])).toEqual([
      expect.stringContaining('の期限が'),
      '製造部からの回答が、期限を過ぎても届いていません。責任者の大石さんにも知らせました。お客様へのご連絡を確かめてください。',
    ])
    const { requests } = value(await sasaki.call(listEscalations, {}))
    const waiting = requests.filter((each) => each.complaintId === complaintId)
    expect(waiting.map(({ mode }) => mode)).toEqual(['watch'])
    expect((await listed(complaintId))[0]).toMatchObject({
      id: inquiry.id,
      isOverdue: true,
      reminded: 'late',
    })
    const { departments } = value(await sasaki.call(wall.listInquiries, { query: {} }))
    expect(departments[0]?.overdue).toBe(1)
    expect(departments[0]?.broken).toBeGreaterThan(0)
    const token = tokenIn(mailsTo(headAddress)[0] ?? '')
    const late = value(await doIt(token, { ...answer, byName: '大石' }))
    expect(late.state).toBe('answered')
    const answered = (await entriesOf(complaintId)).find(
      ({ type }) => type === 'inquiries.answered',
    )
    expect(answered?.payload?.['isLate']).toBe(true)
  })

  it('答えたあとは鳴らない。日を動かせば、新しい日に鳴る', async () => {
    const now = desk.clock.now().toZonedDateTimeISO('Asia/Tokyo')
    const dueAt = now.add({ days: 2 }).with({ hour: 15, minute: 0 }).toInstant().toString()
    const [one, other] = [await asked({ dueAt }), await asked({ dueAt })]
    value(await doIt(one.token, answer))
    const on = now.add({ days: 9 }).toPlainDate().toString()
    value(await doIt(other.token, { kind: 'move', byName: '佐藤', text: '点検', on }))
    await desk.runJobs(now.add({ days: 4 }).toInstant().toString())
    const reminded = async (complaintId: string) =>
      (await typesOf(complaintId)).filter((type) => type === 'inquiries.reminded').length
    expect([await reminded(one.complaintId), await reminded(other.complaintId)]).toEqual([0, 0])
    await desk.runJobs(now.add({ days: 10 }).toInstant().toString())
    expect(await reminded(one.complaintId)).toBe(0)
    expect(await reminded(other.complaintId)).toBeGreaterThan(0)
  })
})
