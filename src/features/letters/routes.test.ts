import { describe, expect, it } from 'vitest'
import { readHead } from '#platform/mail/headers.ts'
import { understand } from '#platform/mail/understand.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { checkLetter } from './composing/contract.ts'
import { openPostOffice } from '#test/post-office.ts'
import { cancelLetter, confirmLetter, sendLetter, writeLetter } from './contract.ts'
import { aMail, aMailbox, arrive, calm, correspond, deskAddress } from './factory.ts'
import {
  changeLetterSettings,
  previewAcknowledgement,
  readLetterSettings,
} from './settings/contract.ts'

const desk = await openDesk()
const office = await openPostOffice()
const [kobayashi, sasaki, admin] = [desk.as('kobayashi'), desk.as('sasaki'), desk.as('fujii')]
value(await aMailbox(desk, office))

const { received, opening, reply, again, repliesOf, stateOf, postedTo, later } = correspond(
  desk,
  office,
)

async function types(complaintId: string) {
  const answer = await kobayashi.call(readTimeline, { params: { complaintId }, query: {} })
  return value(answer).entries.map(({ type }) => type)
}
const original = async (letterId: string) => {
  const headers = { 'x-test-person': 'kobayashi' }
  const answer = await desk.app.request(`/api/letters/${letterId}/original`, { headers })
  return Buffer.from(await answer.arrayBuffer())
}

describe('メールで返す', () => {
  it('取り消せるあいだは出ず、過ぎると一通だけ出て、出たバイトがそのまま残る', async () => {
    const { complaintId, number, address, messageId } = await received()
    const before = postedTo(address).length
    const written = value(await reply(complaintId))
    expect(written.letter.state).toBe('waiting')
    await desk.runJobs(later(29))
    expect(postedTo(address).length).toBe(before)
    await desk.runJobs(later(2))
    await desk.runJobs(later(3600))
    expect(postedTo(address).length).toBe(before + 1)
    const posted = postedTo(address).at(-1)
    expect({ from: posted?.from, to: posted?.to }).toEqual({ from: deskAddress, to: [address] })
    expect(posted?.bytes.equals(await original(written.letter.id))).toBe(true)
    const mail = understand(posted?.bytes ?? Buffer.alloc(0))
    expect(mail.from).toEqual({ name: 'みなと食卓 お客様相談室', address: deskAddress })
    expect(mail.subject).toBe(`Re: 急須の口が欠けていました [${number}]`)
    expect(mail.answers).toContain(messageId)
    expect(mail.passages.map(({ kind }) => kind)).toEqual(['written', 'signature'])
    expect(await stateOf(complaintId)).toBe('sent')
    expect((await types(complaintId)).slice(-2)).toEqual(['letters.written', 'letters.sent'])
  })

  it('お客様の返信は同じ苦情に入り、次の返事は二人のやりとりを順に名指す', async () => {
    const { complaintId, address, messageId } = await received()
    value(await reply(complaintId))
    await desk.runJobs(later(31))
    const ours = understand(postedTo(address).at(-1)?.bytes ?? Buffer.alloc(0))
    const next = { from: address, subject: 'Re: 急須', messageId: `<again-${address}>` }
    const more = [`In-Reply-To: ${ours.messageId}`]
    const answered = await arrive(desk, aMail({ ...next, more, text: '待っています。' }))
    expect(answered.complaint?.complaintId).toBe(complaintId)
    value(await reply(complaintId))
    await desk.runJobs(later(31))
    const { headers } = readHead(postedTo(address).at(-1)?.bytes.toString('latin1') ?? '', 0)
    const field = (name: string) => headers.find(([known]) => known === name)?.[1]
    expect(field('in-reply-to')).toBe(next.messageId)
    const named = field('references')?.split(/\s+/u) ?? []
    expect([named[0], named.at(-2), named.at(-1)]).toEqual([
      messageId,
      ours.messageId,
      next.messageId,
    ])
  })

  it('同じ番号で二度送っても一通', async () => {
    const { complaintId } = await received()
    const id = desk.newId()
    const { head: basedOn } = await opening(complaintId)
    const twice = [
      await reply(complaintId, { id, basedOn }),
      await reply(complaintId, { id, basedOn }),
    ]
    expect(twice.map(code)).toEqual(['ok', 'ok'])
    expect(await repliesOf(complaintId)).toHaveLength(1)
  })

  it('取り消せば出ず、出たあとは取り消せない', async () => {
    const { complaintId, address } = await received()
    const { letter } = value(await reply(complaintId))
    const cancel = () =>
      kobayashi.call(cancelLetter, { params: { letterId: letter.id }, body: { id: desk.newId() } })
    expect(value(await cancel()).letter.state).toBe('cancelled')
    const before = postedTo(address).length
    await desk.runJobs(later(60))
    expect(postedTo(address).length).toBe(before)
    expect(code(await cancel())).toBe('letters.taken-back')
    const other = value(await reply(complaintId))
    await desk.runJobs(later(60))
    const gone = { params: { letterId: other.letter.id }, body: { id: desk.newId() } }
    expect(code(await kobayashi.call(cancelLetter, gone))).toBe('letters.gone')
  })
})

describe('まだ見ていないものが届いたとき', () => {
  const news = (address: string) =>
    aMail({
      from: address,
      subject: '急須の口が欠けていました',
      messageId: `<news-${address}>`,
      more: [`References: <first-${address}>`],
      text: '箱も濡れていました。',
    })

  it('書く前に届いていれば、409で何が届いたかを言い、読んだあとなら送れる', async () => {
    const { complaintId, address } = await received()
    const { head } = await opening(complaintId)
    await arrive(desk, news(address))
    const stopped = await reply(complaintId, { basedOn: head })
    expect([stopped.status, code(stopped)]).toEqual([409, 'letters.unseen'])
    expect(JSON.stringify(stopped.ok ? null : stopped.refusal.data)).toContain(
      '箱も濡れていました。',
    )
    expect(await repliesOf(complaintId)).toEqual([])
    expect(code(await reply(complaintId))).toBe('ok')
  })

  it('待っているあいだに届けば、出る前に止まり、読んでから一度で送れる', async () => {
    const { complaintId, address } = await received()
    const { letter } = value(await reply(complaintId))
    await arrive(desk, news(address))
    const before = postedTo(address).length
    await desk.runJobs(later(60))
    expect([postedTo(address).length, await stateOf(complaintId)]).toEqual([before, 'stopped'])
    const send = (basedOn: number) =>
      kobayashi.call(sendLetter, {
        params: { letterId: letter.id },
        body: { id: desk.newId(), basedOn },
      })
    expect(code(await send(letter ? 3 : 0))).toBe('letters.unseen')
    value(await send((await opening(complaintId)).head))
    await desk.runJobs()
    expect([postedTo(address).length, await stateOf(complaintId)]).toEqual([before + 1, 'sent'])
  })

  it('同僚が書いた返事も、知らずには追いかけない', async () => {
    const { complaintId } = await received()
    const { head } = await opening(complaintId)
    value(await reply(complaintId, {}, sasaki))
    expect(code(await reply(complaintId, { basedOn: head }))).toBe('letters.unseen')
  })
})

describe('メールサーバーがうまくいかないとき', () => {
  it('混んでいるあいだは間をあけて送り直し、同じバイトが一度だけ届く', async () => {
    const { complaintId, address } = await received()
    const { letter } = value(await reply(complaintId))
    const before = postedTo(address).length
    office.mood = { data: { code: 451, text: 'try again later' } }
    await desk.runJobs(later(31))
    const first = await original(letter.id)
    expect((await repliesOf(complaintId)).at(-1)).toMatchObject({
      state: 'waiting',
      attempts: 1,
      trouble: 'refused',
    })
    await desk.runJobs(later(60))
    office.mood = {}
    await desk.runJobs(later(600))
    expect(postedTo(address).length).toBe(before + 1)
    expect(postedTo(address).at(-1)?.bytes.equals(first)).toBe(true)
    expect(
      (await types(complaintId)).filter((type) => type.startsWith('letters.')).slice(-3),
    ).toEqual(['letters.written', 'letters.delayed', 'letters.sent'])
  })

  it('あて先がないと言われたら、送り直さずに失敗と言い、直せば送れる', async () => {
    const { complaintId } = await received()
    office.mood = { rcpt: () => ({ code: 550, text: '5.1.1 no such user' }) }
    const { letter } = value(await reply(complaintId))
    await desk.runJobs(later(86_400))
    const held = (await repliesOf(complaintId)).at(-1)
    expect(held).toMatchObject({ state: 'failed', trouble: 'recipient', attempts: 1 })
    expect(held?.said).toContain('no such user')
    office.mood = {}
    value(await again(complaintId, letter.id))
    await desk.runJobs()
    expect(await stateOf(complaintId)).toBe('sent')
  })

  it('一日つながらなければ、ほかの方法で知らせるように言う', async () => {
    const { complaintId } = await received()
    office.mood = { greeting: { code: 421, text: 'closed' } }
    value(await reply(complaintId))
    await desk.runJobs(later(2 * 86_400))
    expect((await repliesOf(complaintId)).at(-1)).toMatchObject({
      state: 'failed',
      trouble: 'gave-up',
    })
  })

  it('渡したあとで線が切れたら送り直さず、人が確かめるまで待つ', async () => {
    const { complaintId, address } = await received()
    const before = postedTo(address).length
    office.mood = { data: 'cut' }
    const { letter } = value(await reply(complaintId))
    await desk.runJobs(later(86_400))
    expect([postedTo(address).length, await stateOf(complaintId)]).toEqual([before + 1, 'unknown'])
    const params = { letterId: letter.id }
    const cancel = await kobayashi.call(cancelLetter, { params, body: { id: desk.newId() } })
    expect(code(cancel)).toBe('letters.perhaps-gone')
    const arrived = await kobayashi.call(confirmLetter, { params, body: { id: desk.newId() } })
    expect(value(arrived).letter.state).toBe('sent')
  })
})

describe('門', () => {
  it('どの戸口でも同じことを尋ね、理由を書けば通り、記録に残る', async () => {
    const { complaintId } = await received()
    const text = `${calm}\n明日の17時までにご連絡いたします。`
    const refused = await reply(complaintId, { text })
    expect([refused.status, code(refused)]).toEqual([422, 'letters.gate'])
    const { to, subject, head } = await opening(complaintId)
    const params = { complaintId }
    const { findings } = value(
      await kobayashi.call(checkLetter, { params, body: { to, subject, text } }),
    )
    expect(findings.find(({ need }) => need === 'reason')?.rule).toBe('unbacked-promise')
    const reasons = [{ rule: 'unbacked-promise', reason: '送ってすぐ台帳に載せます' }]
    const body = { id: desk.newId(), basedOn: head, to, subject, text, reasons }
    value(await kobayashi.call(writeLetter, { params, body }))
    const entries = value(await kobayashi.call(readTimeline, { params, query: {} })).entries
    expect(entries.at(-1)?.payload?.['reasons']).toEqual(reasons)
  })

  it('空の本文、読めないあて先、当社あては、文面を残して断る', async () => {
    const { complaintId } = await received()
    expect(code(await reply(complaintId, { text: '  ' }))).toBe('letters.empty')
    expect(code(await reply(complaintId, { to: ['mori'] }))).toBe('letters.address-unreadable')
    expect(code(await reply(complaintId, { to: [deskAddress] }))).toBe('letters.to-ourselves')
  })

  it('見るだけの人は書けない', async () => {
    const { complaintId } = await received()
    expect((await reply(complaintId, {}, desk.as('nakano'))).status).toBe(403)
  })
})

it('届かなかった知らせは、それが答えるメールに付く', async () => {
  const { complaintId, address } = await received()
  const { letter } = value(await reply(complaintId))
  await desk.runJobs(later(31))
  const { messageId } = understand(postedTo(address).at(-1)?.bytes ?? Buffer.alloc(0))
  const lines = [
    'From: MAILER-DAEMON@mx.example.jp',
    `To: ${deskAddress}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.jp',
    '',
    `Final-Recipient: rfc822; ${address}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; user unknown',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    '--b--',
  ]
  await arrive(desk, Buffer.from(lines.join('\r\n')))
  await desk.runJobs()
  const held = (await repliesOf(complaintId)).find(({ id }) => id === letter.id)
  expect(held?.bounce).toMatchObject({ isPermanent: true })
  expect(held?.bounce?.reason).toContain('user unknown')
  expect(await types(complaintId)).toContain('letters.bounced')
})

describe('設定', () => {
  it('取り消せる時間は会社が決め、0ならすぐに出る', async () => {
    const now = value(await admin.call(readLetterSettings))
    const body = { ...now, undoSeconds: 0 }
    expect((await kobayashi.call(changeLetterSettings, { body })).status).toBe(403)
    value(await admin.call(changeLetterSettings, { body }))
    const { complaintId } = await received()
    value(await reply(complaintId))
    await desk.runJobs()
    expect(await stateOf(complaintId)).toBe('sent')
    value(await admin.call(changeLetterSettings, { body: { ...now, undoSeconds: 30 } }))
  })

  it('埋められない言葉のある文面は残せず、見本がどれかを言う', async () => {
    const now = value(await admin.call(readLetterSettings))
    const text = '{お名前}様、{担当者}が承ります。'
    const kept = await admin.call(changeLetterSettings, { body: { ...now, acknowledgement: text } })
    expect([code(kept), kept.detail]).toEqual([
      'letters.placeholder-unknown',
      '「担当者」は埋められません。使える言葉から選び直してください。',
    ])
    const seen = value(
      await admin.call(previewAcknowledgement, { body: { text: now.shippedText } }),
    )
    expect(seen.unknown).toEqual([])
    expect(seen.text).toContain('山田 花子様')
  })
})
