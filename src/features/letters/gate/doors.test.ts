import { describe, expect, it } from 'vitest'
import { inside } from '#features/access/door.ts'
import { openChat } from '#features/chat/window/contract.ts'
import { changeChatSettings, sendReply } from '#features/chat/contract.ts'
import {
  addNote,
  claimFact,
  confirmFact,
  identifyCustomer,
} from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import {
  askApproval,
  changeLimits,
  grantApproval,
  type Limits,
} from '#features/remedies/approvals/contract.ts'
import { company } from '#test/cast.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { doors as everyExit } from '#test/doors.ts'
import { openPostOffice } from '#test/post-office.ts'
import { changeLetterhead } from '../letterhead/contract.ts'
import { publishWords } from '../public/contract.ts'
import { cancelLetter, sendLetter, writeLetter, listLetters, readReply } from '../contract.ts'
import { aMail, aMailbox, arrive, upload } from '../factory.ts'
import { changeLetterSettings, readLetterSettings } from '../settings/contract.ts'
import { checkPaper, issuePaper, listPapers } from '../typesetting/contract.ts'
import { discardDraft, readWriting, saveDraft } from '../writing/contract.ts'
import { aLetter, ourLetterhead } from '../typesetting/factory.ts'
import type { ReasonGiven } from './contract.ts'

const desk = await openDesk()
const office = await openPostOffice()
const [matsui, fujii, sasaki] = [desk.as('matsui'), desk.as('fujii'), desk.as('sasaki')]
value(await aMailbox(desk, office))
value(await fujii.call(changeLetterhead, { body: ourLetterhead }))
value(await fujii.call(changeChatSettings, { body: { isOn: true } }))
const limits: Limits = {
  supervisorYen: 10_000,
  admissionBy: 'supervisor',
  publicBy: 'nobody',
  expiresHours: 24,
  holdsDays: 7,
}
// Without the approval that public words need, so that what holds them is the gate.
value(await fujii.call(changeLimits, { body: limits }))

const name = '渡辺 由紀子'
const customer = { name, kana: 'ワタナベ ユキコ', email: 'watanabe@example.jp' }
const stranger = { name: '早乙女 三千代', phone: '090-1234-0001', email: 'saotome@example.jp' }

const received = async (given: object, words = '急須の口が欠けていた') => {
  const body = { id: desk.newId(), words, channel: 'letter' as const, customer: given }
  return value(await matsui.call(receiveComplaint, { body })).complaintId
}
await received(stranger)
const headOf = async (complaintId: string) =>
  value(await matsui.call(readTimeline, { params: { complaintId }, query: {} })).head

async function byMail() {
  const mail = {
    from: `${name} <${customer.email}>`,
    subject: '急須',
    messageId: `<${desk.newId()}@example.jp>`,
  }
  const { complaint } = await arrive(desk, aMail({ ...mail, text: '口が欠けていました。' }))
  await desk.runJobs()
  return complaint?.complaintId ?? ''
}

async function byChat() {
  const complaintId = desk.newId()
  const body = {
    id: complaintId,
    token: desk.newId().replaceAll('-', '').repeat(2),
    words: '湯のみが欠けていました。',
  }
  value(await desk.customer.call(openChat, { params: { slug: company.slug }, body }))
  const told = { id: desk.newId(), customer }
  value(await matsui.call(identifyCustomer, { params: { complaintId }, body: told }))
  return complaintId
}

const calm = '確かめたことを、これからお伝えいたします。'
const [mailed, shared] = [await byMail(), await byMail()]
const [written, chatting] = [await received(customer), await byChat()]

type Answered = { readonly ok: boolean; readonly refusal?: { readonly data?: unknown } }
/** The rules that hold this text at this door. */
type Door = (text: string, reasons?: ReasonGiven[]) => Promise<string[]>

function heldBy(answer: Answered): string[] {
  if (answer.ok) return []
  const found = JSON.stringify(answer.refusal?.data ?? {}).matchAll(/"rule":"([^"]+)"/gu)
  const rules = [...new Set([...found].map(([, rule = '']) => rule))]
  return rules.length > 0 ? rules : [JSON.stringify(answer.refusal)]
}

async function write(text: string, reasons: ReasonGiven[] = []) {
  const { to, subject, head } = value(
    await matsui.call(readReply, { params: { complaintId: mailed } }),
  )
  const body = { id: desk.newId(), basedOn: head, to, subject, text, reasons }
  return matsui.call(writeLetter, { params: { complaintId: mailed }, body })
}

/** A calm letter, of which somebody changes the words in the database: no door wrote them. */
async function altered(text: string): Promise<string> {
  const { letter } = value(await write(calm))
  await inside(desk.ports.db, matsui.scope, (tx) =>
    tx.updateTable('letters').set({ text }).where('id', '=', letter.id).execute(),
  )
  return letter.id
}

const stopped: Door = async (text) => {
  const letterId = await altered(text)
  await desk.runJobs(desk.clock.now().add({ seconds: 31 }).toString())
  const { entries } = value(
    await matsui.call(readTimeline, { params: { complaintId: mailed }, query: {} }),
  )
  const last = entries.findLast(({ type }) => type === 'letters.stopped' || type === 'letters.sent')
  expect(JSON.stringify(last)).toContain(letterId)
  return (
    JSON.stringify(last)
      .match(/(?<="asks":\[)[^\]]*/u)?.[0]
      .replaceAll('"', '')
      .split(',')
      .filter(Boolean) ?? []
  )
}

/** What colleagues write together; refused, it still has every word. */
const fromDraft: Door = async (text, reasons = []) => {
  const params = { complaintId: shared }
  const [draftId, hand] = [desk.newId(), desk.newId()]
  const { to, subject, head } = value(await matsui.call(readReply, { params }))
  const content = { text, subject, to: to.join(', '), cc: '', reasons: {}, attachments: [] }
  const saving = { draftId, hand, basedOn: 0, content }
  const { version } = value(await matsui.call(saveDraft, { params, body: saving })).draft
  const from = { draftId, version, hand }
  const body = { id: desk.newId(), basedOn: head, to, subject, text, reasons, from }
  const answer = await matsui.call(writeLetter, { params, body })
  if (answer.ok) return []
  const { draft } = value(await matsui.call(readWriting, { params }))
  expect(draft?.content.text).toBe(text)
  const discarding = { params: { ...params, draftId }, body: { id: desk.newId() } }
  value(await matsui.call(discardDraft, discarding))
  return heldBy(answer)
}

const onPaper =
  (format: 'pdf' | 'docx'): Door =>
  async (text, reasons = []) => {
    const letter = aLetter({ kind: 'progress', recipient: { name }, text })
    const body = { id: desk.newId(), letter, format, basedOn: await headOf(written), reasons }
    return heldBy(await matsui.call(issuePaper, { params: { complaintId: written }, body }))
  }

const doors: Record<string, Door> = {
  メールの返事: async (text, reasons) => heldBy(await write(text, reasons)),
  共同の下書きからのメール: fromDraft,
  取り消して書き直したメール: async (text, reasons) => {
    const { letter } = value(await write(calm))
    const cancelling = { params: { letterId: letter.id }, body: { id: desk.newId() } }
    value(await matsui.call(cancelLetter, cancelling))
    return heldBy(await write(text, reasons))
  },
  待っていたメールが出るとき: stopped,
  止まったメールをもう一度: async (text, reasons = []) => {
    const letterId = await altered(text)
    await desk.runJobs(desk.clock.now().add({ seconds: 31 }).toString())
    const { letters } = value(await matsui.call(listLetters, { params: { complaintId: mailed } }))
    if (letters.find(({ id }) => id === letterId)?.state === 'sent') return []
    const body = { id: desk.newId(), basedOn: await headOf(mailed), reasons }
    return heldBy(await matsui.call(sendLetter, { params: { letterId }, body }))
  },
  チャット: async (text, reasons = []) => {
    const body = { id: desk.newId(), basedOn: await headOf(chatting), text, reasons }
    return heldBy(await matsui.call(sendReply, { params: { complaintId: chatting }, body }))
  },
  '紙の手紙（Word）': onPaper('docx'),
  '紙の手紙（PDF）': onPaper('pdf'),
  公開の言葉: async (text, reasons = []) => {
    const body = { id: desk.newId(), text, reasons }
    return heldBy(await matsui.call(publishWords, { params: { complaintId: written }, body }))
  },
}
const everyDoor = Object.keys(doors)
const papers = ['紙の手紙（Word）', '紙の手紙（PDF）']
const besides = (...names: string[]) => everyDoor.filter((door) => !names.includes(door))

/** What must not leave, the rule that says so, and the doors it could leave by. */
const gates: readonly [gate: string, text: string, rule: string, through: readonly string[]][] = [
  ['事実の確認のない、責任を認める言葉', '弊社の過失でございます。', 'admits-liability', everyDoor],
  ['承認のないお金', '代金は全額お返しいたします。', 'promises-money', everyDoor],
  ['漢数字のお金', '三万円をお返しいたします。', 'promises-money', everyDoor],
  ['クーポン', '二千円分のクーポンをお送りいたします。', 'promises-money', everyDoor],
  ['割合', '代金の50％をお返しいたします。', 'promises-money', everyDoor],
  ['台帳にない約束', '明日の17時までにご連絡いたします。', 'unbacked-promise', everyDoor],
  [
    'お名前の字',
    '渡邊様におかれましては、ご不便をおかけしております。',
    'addressee',
    besides('公開の言葉'),
  ],
  [
    '別の方の名',
    'このたびは森本様へのお届けが遅れております。',
    'addressee',
    besides('公開の言葉'),
  ],
  [
    '公開の場の個人の情報',
    '先週の土曜にご来店いただいた際の件でございます。',
    'private-in-public',
    ['公開の言葉'],
  ],
  [
    '公開の場のお客様のお名前',
    '渡辺様、急須の件をお調べしております。',
    'name-in-public',
    ['公開の言葉'],
  ],
  ['ほかのお客様の名', '早乙女三千代様の品と、同じ箱でございました。', 'other-customer', everyDoor],
  [
    'ほかのお客様の電話',
    '090-1234-0001 のご記録と、照らしております。',
    'other-customer',
    everyDoor,
  ],
  [
    'ほかのお客様のアドレス',
    'saotome@example.jp のご記録と、照らしております。',
    'other-customer',
    everyDoor,
  ],
  ['社内だけの言葉', '要注意人物として記録しております。', 'internal-words', everyDoor],
  ['社内の書き込み', '【社内メモ】在庫は三点。', 'internal-words', everyDoor],
  ['付いていない添付', '手順書を添付いたします。', 'attachment-missing', besides(...papers)],
  ['曜日の違う日付', '12月3日（月）までに、書面でお送りいたします。', 'wrong-weekday', everyDoor],
  ['休みの日の電話', '11月29日の10時にお電話いたします。', 'closed-then', everyDoor],
  ['営業時間の外の電話', '明日の20時にお電話いたします。', 'closed-then', everyDoor],
  ['過ぎた日', '11月20日にお電話いたします。', 'day-past', everyDoor],
  ['頼まれていないお詫びの訪問', '日曜日に、お詫びに伺います。', 'visit-unasked', everyDoor],
  [
    '目に見えない字の入った、責任を認める言葉',
    '弊社の過\u200B失でございます。',
    'admits-liability',
    everyDoor,
  ],
  ['行をまたいだ、責任を認める言葉', '弊社の過\n失でございます。', 'admits-liability', everyDoor],
  [
    '全角で書いたほかのお客様の電話',
    '０９０−１２３４−０００１ のご記録と、照らしております。',
    'other-customer',
    everyDoor,
  ],
  ['埋まっていない所', '{商品名}を確かめております。', 'placeholder', besides(...papers)],
]

it('関所を通ると一覧にあるドアは、どれもここで試す', () => {
  const listed = everyExit.flatMap(({ gate, proved = [] }) => (gate === 'whole' ? proved : []))
  expect(everyDoor.toSorted()).toEqual(listed.toSorted())
})

describe.each(everyDoor)('%s', (door) => {
  const through = async (text: string) => (await doors[door]?.(text)) ?? []

  it('穏やかな文は通る', async () => {
    expect(await through(calm)).toEqual([])
  })

  it.each(gates.filter(([, , , list]) => list.includes(door)))(
    '%s は通らない',
    async (_, text, rule) => {
      expect(await through(`${calm}\n${text}`)).toContain(rule)
    },
  )
})

describe('理由では通らないもの', () => {
  const reasons = gates.map(([, , rule]) => ({ rule, reason: '急いでおりますので' }))
  const never = [
    'admits-liability',
    'promises-money',
    'internal-words',
    'private-in-public',
    'name-in-public',
    'wrong-weekday',
    'placeholder',
  ]
  const cells = gates
    .filter(([, , rule]) => never.includes(rule))
    .flatMap(([gate, text, rule, through]) =>
      through
        .filter((door) => door !== '待っていたメールが出るとき')
        .map((door) => [door, gate, text, rule] as const),
    )
  it.each(cells)('%s：%s', async (door, _, text, rule) => {
    expect(await doors[door]?.(`${calm}\n${text}`, reasons)).toContain(rule)
  })
})

it('記録にないアドレスへは、理由なしには出ない。お客様が書いてきたアドレスへは出る', async () => {
  const { head, subject } = value(await matsui.call(readReply, { params: { complaintId: mailed } }))
  const to = ['betsu@example.jp']
  const body = { id: desk.newId(), basedOn: head, to, subject, text: calm }
  const params = { complaintId: mailed }
  expect(heldBy(await matsui.call(writeLetter, { params, body }))).toEqual(['addressee-unknown'])
  const reasons = [{ rule: 'addressee-unknown', reason: 'お電話で伺いました' }]
  expect(heldBy(await matsui.call(writeLetter, { params, body: { ...body, reasons } }))).toEqual([])
})

it('件名の社内だけの言葉も、出ない', async () => {
  const { head, to } = value(await matsui.call(readReply, { params: { complaintId: mailed } }))
  const body = { id: desk.newId(), basedOn: head, to, subject: '【社内】急須の件', text: calm }
  const answer = await matsui.call(writeLetter, { params: { complaintId: mailed }, body })
  expect(heldBy(answer)).toEqual(['internal-words'])
})

it('当社側と確認した事実があっても、責任を認める言葉は承認なしには出ない', async () => {
  const [params, factId] = [{ complaintId: written }, desk.newId()]
  const claim = { id: factId, topic: 'what' as const, statement: '口が欠けていた', source: '電話' }
  value(await matsui.call(claimFact, { params, body: claim }))
  const fact = { id: desk.newId(), source: '写真', attributedTo: 'us' as const }
  value(await matsui.call(confirmFact, { params: { ...params, factId }, body: fact }))
  const text = '弊社の過失でございます。'
  expect(await doors['紙の手紙（Word）']?.(text)).toEqual(['admits-liability'])
  const reasons = [{ rule: 'admits-liability', reason: '写真で確かめました' }]
  expect(await doors['紙の手紙（Word）']?.(text, reasons)).toEqual(['admits-liability'])
})

it('受付のご連絡の文にも、出せない言葉は入れられない', async () => {
  const now = value(await fujii.call(readLetterSettings, {}))
  const keep = (acknowledgement: string) => {
    const { undoSeconds, attachmentsMegabytes, acknowledges, silentMailboxes } = now
    const kept = { undoSeconds, attachmentsMegabytes, acknowledges, silentMailboxes }
    return fujii.call(changeLetterSettings, { body: { ...kept, acknowledgement } })
  }
  expect(heldBy(await keep('{お名前}様\n\n弊社の過失でございます。'))).toEqual(['admits-liability'])
  expect(heldBy(await keep('{お名前}様\n\n【社内メモ】要折り返し。'))).toEqual(['internal-words'])
  expect(heldBy(await keep(now.shippedText))).toEqual([])
})

it('断る言葉は、次に何をするかを言い、文面が残っていると言う', async () => {
  const answer = await write(`${calm}\n弊社の過失でございます。`)
  expect(code(answer)).toBe('letters.gate')
  expect(answer.detail).toContain('文面は残っています。')
  const found = JSON.stringify(answer.ok ? {} : answer.refusal.data)
  expect(found).toMatch(/先に事実を確かめるか、「[^」]+」と書いてください。/u)
})

describe('読んでいない知らせがあれば、どのドアからも出ない', () => {
  const news = async (complaintId: string) => {
    const before = await headOf(complaintId)
    const body = { id: desk.newId(), speaker: 'customer' as const, text: '箱も濡れていました。' }
    value(await fujii.call(addNote, { params: { complaintId }, body }))
    return { params: { complaintId }, id: desk.newId(), basedOn: before }
  }
  it('メール', async () => {
    const { params, ...old } = await news(mailed)
    const { to, subject } = value(await matsui.call(readReply, { params }))
    const answer = await matsui.call(writeLetter, {
      params,
      body: { ...old, to, subject, text: calm },
    })
    expect([code(answer), answer.detail]).toEqual([
      'letters.unseen',
      expect.stringContaining('残っています'),
    ])
  })
  it('チャット', async () => {
    const { params, ...old } = await news(chatting)
    const answer = await matsui.call(sendReply, { params, body: { ...old, text: calm } })
    expect([code(answer), answer.detail]).toEqual([
      'letters.unseen',
      expect.stringContaining('残っています'),
    ])
  })
  it.each(['pdf', 'docx'] as const)('紙（%s）', async (format) => {
    const { params, ...old } = await news(written)
    const letter = aLetter({ kind: 'progress', recipient: { name }, text: calm })
    const before = value(await matsui.call(listPapers, { params })).papers.length
    const answer = await matsui.call(issuePaper, { params, body: { ...old, letter, format } })
    expect([code(answer), answer.detail]).toEqual([
      'letters.unseen',
      expect.stringContaining('残っています'),
    ])
    expect(value(await matsui.call(listPapers, { params })).papers).toHaveLength(before)
  })
  it('公開の言葉', async () => {
    const { params, ...old } = await news(written)
    const answer = await matsui.call(publishWords, { params, body: { ...old, text: calm } })
    expect(answer.status).toBe(409)
  })
})

describe('承認したその言葉だけが、一度だけ出る', () => {
  const text = `${calm}\n代金は全額お返しいたします。`
  const approving = besides('待っていたメールが出るとき', '止まったメールをもう一度')
  const complaintAt = (door: string) => {
    if (door.startsWith('紙') || door === '公開の言葉') return written
    if (door === 'チャット') return chatting
    return door === '共同の下書きからのメール' ? shared : mailed
  }
  /** All that leaves at this door with this text. */
  const saidAt = async (door: string) => {
    if (!door.startsWith('紙')) return text
    const letter = aLetter({ kind: 'progress', recipient: { name }, text })
    const asked = { params: { complaintId: written }, body: { letter } }
    return value(await matsui.call(checkPaper, asked)).said
  }
  const approve = async (complaintId: string, words: string) => {
    const body = {
      id: desk.newId(),
      what: 'words' as const,
      text: words,
      opens: ['promises-money' as const],
      reason: '課長と相談済み',
    }
    const { approval } = value(await matsui.call(askApproval, { params: { complaintId }, body }))
    const granting = { params: { approvalId: approval.id }, body: { id: desk.newId() } }
    value(await sasaki.call(grantApproval, granting))
  }

  it.each(approving)('%s', async (door) => {
    await approve(complaintAt(door), await saidAt(door))
    expect(await doors[door]?.(`${text}送料もお返しいたします。`)).toContain('promises-money')
    expect(await doors[door]?.(text)).toEqual([])
    expect(await doors[door]?.(text)).toContain('promises-money')
  })

  it('書いたあとに言葉が変わっていれば、承認は効かず、出る前に止まる', async () => {
    await approve(mailed, text)
    const { letter } = value(await write(text))
    await inside(desk.ports.db, matsui.scope, (tx) =>
      tx
        .updateTable('letters')
        .set({ text: `${text}送料もお返しいたします。` })
        .where('id', '=', letter.id)
        .execute(),
    )
    await desk.runJobs(desk.clock.now().add({ seconds: 31 }).toString())
    const { letters } = value(await matsui.call(listLetters, { params: { complaintId: mailed } }))
    expect(letters.find(({ id }) => id === letter.id)?.state).toBe('stopped')
  })

  it('承認した本文でも、件名の言葉までは通さない', async () => {
    await approve(mailed, text)
    const params = { complaintId: mailed }
    const { to, head } = value(await matsui.call(readReply, { params }))
    const body = {
      id: desk.newId(),
      basedOn: head,
      to,
      subject: '弊社の過失のお詫びと全額お返しいたします',
      text,
    }
    const answer = await matsui.call(writeLetter, { params, body })
    expect(heldBy(answer)).toContain('admits-liability')
    const reasons = ['admits-liability', 'promises-money'].map((rule) => ({
      rule,
      reason: '急ぎます',
    }))
    const again = { params, body: { ...body, id: desk.newId(), reasons } }
    expect(heldBy(await sasaki.call(writeLetter, again))).toContain('admits-liability')
  })
})

it.each(['要注意人物の控え.pdf', '早乙女三千代様の写真.jpg'])(
  '添付の名前「%s」も、お客様に届く言葉',
  async (file) => {
    const params = { complaintId: mailed }
    const evidenceId = await upload(desk, mailed, file, Buffer.from('%PDF-1.7'))
    const { to, subject, head } = value(await matsui.call(readReply, { params }))
    const body = {
      id: desk.newId(),
      basedOn: head,
      to,
      subject,
      text: calm,
      attachments: [evidenceId],
    }
    const answer = await matsui.call(writeLetter, { params, body })
    expect(answer.detail).toContain('文面は残っています。')
    expect(JSON.stringify(answer)).toContain('名前を替えたファイル')
  },
)
