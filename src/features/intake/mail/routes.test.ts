import { describe, expect, it } from 'vitest'
import { closeComplaint, erasePersonalData } from '#features/complaints/handling/contract.ts'
import { listComplaints, readComplaint } from '#features/complaints/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { listReadings } from '#features/audit/contract.ts'
import { inside, systemScope } from '#features/access/door.ts'
import { openDesk, value } from '#test/desk.ts'
import {
  listWaitingMail,
  readMail,
  receivedMail,
  rereadMail,
  type ReceivedMail,
} from './contract.ts'
import { saveReading, storeMail } from './store.ts'

const desk = await openDesk()
const [kobayashi, matsui] = [desk.as('kobayashi'), desk.as('matsui')]

const letter = (head: readonly string[], text = '鍋のふたが割れていました。') =>
  Buffer.from([...head, 'Content-Type: text/plain; charset=utf-8', '', text, ''].join('\r\n'))

function post(
  bytes: Uint8Array<ArrayBuffer>,
  { person = 'kobayashi', type = 'message/rfc822' } = {},
) {
  const headers = { 'content-type': type, 'x-test-person': person }
  return desk.app.request('/api/intake/mail?mailbox=desk@example.com', {
    method: 'POST',
    headers,
    body: bytes,
  })
}

async function bring(head: readonly string[], text?: string): Promise<ReceivedMail> {
  const response = await post(letter(head, text))
  expect(response.status).toBe(200)
  return receivedMail.parse(await response.json())
}

async function typesOf(complaintId: string) {
  const { entries } = value(
    await kobayashi.call(readTimeline, { params: { complaintId }, query: {} }),
  )
  return entries.map(({ type }) => type)
}

const idOf = (mail: ReceivedMail) => mail.complaint?.complaintId ?? ''
const from = 'From: =?UTF-8?B?5bGx55Sw?= <yamada@example.jp>'

describe('メールを受ける', () => {
  it('新しい苦情になり、同じバイトをもう一度送っても何も増えない', async () => {
    const head = [from, 'Subject: lid', 'Message-ID: <first@example.jp>']
    const first = await bring(head)
    expect(first).toMatchObject({ isNew: true, state: 'entered' })
    const complaint = value(
      await kobayashi.call(readComplaint, { params: { complaintId: idOf(first) } }),
    )
    expect(complaint).toMatchObject({
      channel: 'mail',
      words: '鍋のふたが割れていました。',
      customer: { name: '山田', email: 'yamada@example.jp' },
      details: { subject: 'lid' },
    })
    expect(await bring(head)).toEqual({ ...first, isNew: false })
    expect(await typesOf(idOf(first))).toEqual(['complaints.received', 'intake.mail-received'])
  })

  it('同時に二度届いても、苦情は一つ', async () => {
    const head = [from, 'Subject: twice', 'Message-ID: <twice@example.jp>']
    const both = await Promise.all([bring(head), bring(head)])
    expect(both[0].complaint).toEqual(both[1].complaint)
    expect(await typesOf(idOf(both[0]))).toEqual(['complaints.received', 'intake.mail-received'])
  })

  it('返信は元の苦情に入り、引用は繰り返さない', async () => {
    const first = await bring([from, 'Message-ID: <a@example.jp>', 'Subject: 鍋'])
    const reply = await bring(
      ['From: other@example.jp', 'Message-ID: <b@example.jp>', 'References: <a@example.jp>'],
      'まだ届きません。\n\n> 鍋のふたが割れていました。',
    )
    expect(reply.complaint).toEqual(first.complaint)
    const { entries } = value(
      await kobayashi.call(readTimeline, { params: { complaintId: idOf(first) }, query: {} }),
    )
    expect(entries.map(({ type }) => type).slice(2)).toEqual([
      'complaints.noted',
      'intake.mail-received',
    ])
    expect(entries[2]?.payload).toMatchObject({ speaker: 'customer', text: 'まだ届きません。' })
  })

  it('別の道から届いた同じメールは、同じ苦情にあり、記録は増えない', async () => {
    const head = [from, 'Message-ID: <way@example.jp>', 'Subject: way']
    const first = await bring(head)
    const other = await bring(['Received: from elsewhere', ...head])
    expect(other).toMatchObject({ isNew: true, reason: 'twin', complaint: first.complaint })
    expect(await typesOf(idOf(first))).toHaveLength(2)
  })

  it('件名の受付番号は、その苦情のお客様からなら効き、ほかの人からなら案内だけ', async () => {
    const first = await bring([from, 'Subject: tag'], '取っ手が外れました。')
    const subject = `Subject: Re: [${first.complaint?.number}]`
    expect((await bring([from, subject], '続きです。')).complaint).toEqual(first.complaint)
    const stranger = await bring(['From: stranger@example.org', subject], '横から失礼します。')
    expect(stranger.complaint).not.toEqual(first.complaint)
    const view = value(await kobayashi.call(readMail, { params: { mailId: stranger.mailId } }))
    expect(view.suggestion).toEqual(first.complaint)
  })

  it('同じ差出人と件名は、30日のあいだ案内だけする', async () => {
    const writer = 'From: kato@example.jp'
    const first = await bring([writer, 'Subject: 土鍋のひび'], '一通目です。')
    const second = await bring([writer, 'Subject: Re: 土鍋のひび'], '二通目です。')
    expect(second.complaint).not.toEqual(first.complaint)
    const view = value(await kobayashi.call(readMail, { params: { mailId: second.mailId } }))
    expect(view.suggestion).toEqual(first.complaint)
  })

  it('終了した苦情への返信は、苦情を再開する', async () => {
    const first = await bring([from, 'Message-ID: <closed@example.jp>'], '色が違います。')
    const params = { complaintId: idOf(first) }
    const body = { id: desk.newId(), outcome: 'withdrawn', reason: '取り下げ' } as const
    value(await matsui.call(closeComplaint, { params, body }))
    await bring([from, 'In-Reply-To: <closed@example.jp>'], 'やはり困っています。')
    expect((await typesOf(params.complaintId)).slice(-3)).toEqual([
      'complaints.reopened',
      'complaints.noted',
      'intake.mail-received',
    ])
  })

  it('人が書いたのでないメールは取り分け、読み直しで苦情にもできる', async () => {
    const aside = await bring([from, 'Auto-Submitted: auto-replied', 'Subject: away'])
    expect(aside).toMatchObject({ state: 'set-aside', reason: 'auto-reply', complaint: null })
    const { mails } = value(await kobayashi.call(listWaitingMail))
    expect(mails.find(({ id }) => id === aside.mailId)).toMatchObject({
      from: '山田',
      subject: 'away',
    })
    const params = { mailId: aside.mailId }
    expect(value(await kobayashi.call(rereadMail, { params, body: {} })).state).toBe('set-aside')
    const entered = value(await kobayashi.call(rereadMail, { params, body: { asComplaint: true } }))
    expect(entered.state).toBe('entered')
    expect(value(await kobayashi.call(rereadMail, { params, body: {} })).complaint).toEqual(
      entered.complaint,
    )
  })

  it('空、ほかの形、大きすぎ、サインイン前、分析だけの人は断る', async () => {
    expect((await post(Buffer.alloc(0))).status).toBe(422)
    expect((await post(letter([from]), { type: 'text/plain' })).status).toBe(422)
    expect((await post(letter([from]), { person: '' })).status).toBe(401)
    desk.as('nakano')
    expect((await post(letter([from]), { person: 'nakano' })).status).toBe(403)
    const large = await post(Buffer.alloc(40_000_001, 'x'))
    expect(large.status).toBe(413)
    expect(await large.json()).toMatchObject({ detail: expect.stringContaining('40MBまで') })
  })
})

describe('失わない', () => {
  it('読む前に止まっても残り、あとから仕事が読む', async () => {
    const scope = systemScope(kobayashi.scope.organisationId, 'intake')
    const bytes = letter([from, 'Subject: lost'], '読まれる前に止まりました。')
    const mail = {
      id: desk.newId(),
      organisationId: scope.organisationId,
      bytes,
      sha256: 'x',
      mailbox: '',
    }
    const receivedAt = desk.clock.now().toString()
    await inside(desk.ports.db, scope, (tx) => storeMail(tx, { ...mail, receivedAt }))
    await desk.runJobs(desk.clock.now().add({ minutes: 3 }).toString())
    const view = value(await kobayashi.call(readMail, { params: { mailId: mail.id } }))
    expect(view).toMatchObject({ state: 'entered', mail: { subject: 'lost' } })
  })

  it('読み取れないメールは理由とともに残り、読み直せる', async () => {
    const scope = systemScope(kobayashi.scope.organisationId, 'intake')
    const bytes = letter([from, 'Subject: later'], '後で読めるようになりました。')
    const receivedAt = desk.clock.now().toString()
    const mail = {
      id: desk.newId(),
      organisationId: scope.organisationId,
      bytes,
      sha256: 'y',
      mailbox: '',
      receivedAt,
    }
    await inside(desk.ports.db, scope, async (tx) => {
      await storeMail(tx, mail)
      await saveReading(tx, mail.id, receivedAt, { problem: 'too-slow' })
    })
    const { mails } = value(await kobayashi.call(listWaitingMail))
    expect(mails.find(({ id }) => id === mail.id)).toMatchObject({
      state: 'not-understood',
      reason: 'too-slow',
    })
    const again = value(await kobayashi.call(rereadMail, { params: { mailId: mail.id }, body: {} }))
    expect(again.state).toBe('entered')
  })

  it('個人情報を消すと、メールもバイトごと消える', async () => {
    const first = await bring([from, 'Message-ID: <erase@example.jp>'], '消してください。')
    const params = { complaintId: idOf(first) }
    value(
      await matsui.call(closeComplaint, {
        params,
        body: { id: desk.newId(), outcome: 'withdrawn', reason: '取り下げ' },
      }),
    )
    value(
      await desk.as('fujii').call(erasePersonalData, {
        params,
        body: { id: desk.newId(), reason: 'ご本人の求め' },
      }),
    )
    await desk.runJobs()
    expect((await kobayashi.call(readMail, { params: { mailId: first.mailId } })).status).toBe(404)
    const found = value(
      await kobayashi.call(listComplaints, { query: { view: 'all', words: '消してください' } }),
    )
    expect(found.complaints).toEqual([])
  })
})

describe('添付と元のメール', () => {
  const mail = Buffer.from(
    [
      from,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      '写真を送ります。',
      '--b',
      `Content-Disposition: attachment; filename*=UTF-8''..%2F%E5%89%B2%E3%82%8C.html`,
      'Content-Type: text/html',
      '',
      '<script>alert(1)</script>',
      '--b--',
      '',
    ].join('\r\n'),
  )
  it('いつも保存するファイルとして渡し、ブラウザーに開かせない', async () => {
    const { mailId, complaint } = receivedMail.parse(await (await post(mail)).json())
    const headers = { 'x-test-person': 'kobayashi' }
    const file = await desk.app.request(`/api/intake/mail/${mailId}/attachments/0`, { headers })
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="_.html"; filename*=UTF-8''%E5%89%B2%E3%82%8C.html`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(await file.text()).toBe('<script>alert(1)</script>')
    const original = await desk.app.request(`/api/intake/mail/${mailId}/original`, { headers })
    expect(Buffer.from(await original.arrayBuffer()).equals(mail)).toBe(true)
    const { readings } = value(await desk.as('fujii').call(listReadings, { query: {} }))
    expect(readings.filter(({ subjectId }) => subjectId === mailId)).toEqual([
      expect.objectContaining({ subject: 'mail', label: complaint?.number }),
    ])
    expect(
      (await desk.app.request(`/api/intake/mail/${mailId}/attachments/7`, { headers })).status,
    ).toBe(404)
    expect((await desk.app.request(`/api/intake/mail/${mailId}/original`)).status).toBe(401)
  })
})

describe('HTMLのページ', () => {
  it('枠の中でだけ見え、外の画像は求めたときだけ許し、サインインと権限を確かめる', async () => {
    const html = '<p>割れました</p><img src="https://shop.example/a.png">'
    const bytes = Buffer.from(`${from}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`)
    const { mailId } = receivedMail.parse(await (await post(bytes)).json())
    const path = `/api/intake/mail/${mailId}/page`
    const headers = { 'x-test-person': 'kobayashi' }
    const page = await desk.app.request(path, { headers })
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; img-src data:; .*sandbox allow-popups/u)
    expect(policy).not.toContain('allow-scripts')
    expect(await page.text()).toMatch(/割れました(?!.*shop\.example)/u)
    const loaded = await desk.app.request(`${path}?images`, { headers })
    expect(loaded.headers.get('content-security-policy')).toContain('img-src data: https: http:;')
    expect(await loaded.text()).toContain('https://shop.example/a.png')
    expect((await desk.app.request(path)).status).toBe(401)
    const missing = await desk.app.request('/api/intake/mail/x/page', { headers })
    expect(missing.status).toBe(404)
  })
})
