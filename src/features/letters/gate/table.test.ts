import { describe, expect, it } from 'vitest'
import { japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { emptyRecord } from '#features/complaints/record/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { yenOf } from './money.ts'
import { gate } from './rules.ts'

const base: CaseRecord = {
  ...emptyRecord,
  number: 'U26-00001',
  customer: { name: '渡辺 由紀子', kana: 'ワタナベ ユキコ' },
  details: { price: 8000 },
}
const offer = {
  offerId: '00000000-0000-7000-8000-000000000001',
  ruleId: '00000000-0000-7000-8000-000000000002',
  ruleCode: 'R1',
  label: '一部返金',
  clause: '3条',
  words: '3,000円をお返しします',
  feasibility: null,
  answer: 'accepted',
  answerWords: null,
} as const
const refund = { ...offer, kind: 'partial-refund', amountYen: 3000 } as const
const exchange = { ...offer, kind: 'exchange', amountYen: null } as const

/** What a chat would be asked about this sentence, a Tuesday at ten: 「rule:need「words」」. */
function asked(text: string, record: CaseRecord = base, rules?: readonly string[]): string[] {
  const calendar = japaneseOfficeCalendar
  const held = { record, now: '2026-11-24T10:00:00+09:00', calendar, companyWords: [] }
  return gate(text, { ...held, hasAttachments: false, kind: 'talk' })
    .filter(({ rule, need }) => need !== 'nothing' && (rules?.includes(rule) ?? true))
    .map(({ rule, need, start, end, fix }) =>
      [`${rule}:${need}「${text.slice(start, end)}」`, ...(fix === undefined ? [] : [fix])].join(
        '→',
      ),
    )
}

describe('お金は、漢数字でも割合でも、承認された回復策と照らす', () => {
  it.each([
    ['三万円', 30_000],
    ['３万円', 30_000],
    ['1.5万円', 15_000],
    ['1万5千円', 15_000],
    ['一万二千八百円', 12_800],
    ['二千円', 2000],
    ['￥3,000', 3000],
    ['12,800円', 12_800],
  ])('%s は %d', (words, yen) => expect(yenOf(words)).toBe(yen))

  it.each([
    ['三万円をお返しいたします。', '三万円'],
    ['３万円を返金いたします。', '３万円'],
    ['1.5万円をお支払いいたします。', '1.5万円'],
    ['1万5千円を返金させていただきます。', '1万5千円'],
    ['五千円分のクーポンをお送りいたします。', '五千円'],
    ['￥5,000をお返しします。', '￥5,000'],
    ['代金の50％をお返しいたします。', '代金の50％'],
    ['代金の5割引きといたします。', '代金の5割引き'],
    ['代金を全額返金いたします。', '全額'],
    ['3,000円と、別に2,000円分のクーポンを差し上げます。', '2,000円'],
  ])('超える：%s', (text, words) => {
    const record = { ...base, offers: [refund] }
    expect(asked(text, record)).toEqual([`amount-beyond-remedy:leader「${words}」`])
  })

  it.each([
    '3,000円をお返しいたします。3,000円は、三日のうちにお振り込みの手続きをいたしました。',
    '二千円分のクーポンをお送りいたしました。',
    '代金の三割をお返しいたします。',
    '5,000円の急須を確かめました。',
    '5万円の返金をご希望と伺いました。',
    'お支払いいただいた8,000円について確かめております。',
    '「三万円を返せ」とのお言葉を伺いました。',
    '5万円はお返しいたしかねます。',
    '一割ほど欠けておりました。',
  ])('超えない：%s', (text) => {
    expect(asked(text, { ...base, offers: [refund] }, ['amount-beyond-remedy'])).toEqual([])
  })

  it('品物の交換の承認は、お金の承認ではない。代金が分からなければ割合は確かめられない', () => {
    const record = { ...base, offers: [exchange] }
    expect(asked('三万円をお返しいたします。', record)).toEqual([
      'amount-beyond-remedy:leader「三万円」',
    ])
    const unknown = { ...base, offers: [refund], details: {} }
    expect(asked('代金の1割をお返しいたします。', unknown)).toEqual([
      'amount-beyond-remedy:leader「代金の1割」',
    ])
  })
})

describe('様の前の名は、宛名でも本文でも、記録と照らす', () => {
  it.each([
    ['渡邊様におかれましては、ご不便をおかけしました。', 'addressee:change「渡邊」→渡辺'],
    ['渡邉様\n\n確かめております。', 'addressee:change「渡邉」→渡辺'],
    ['先日渡邊様に申し上げた件でございます。', 'addressee:change「渡邊」→渡辺'],
    ['わたなべ様\n\n確かめております。', 'addressee:change「わたなべ」→渡辺'],
    ['渡邊 由紀子様\n\n確かめております。', 'addressee:change「渡邊 由紀子」→渡辺 由紀子'],
    ['森本様\n\n確かめております。', 'addressee:reason「森本」'],
    ['このたび、森本様へのお届けが遅れました。', 'addressee:reason「森本」'],
    ['Smith Jane 様\n\n確かめております。', 'addressee:reason「Smith Jane」'],
  ])('違う：%s', (text, expected) => expect(asked(text)).toEqual([expected]))

  it.each([
    ['髙橋 一', '高橋様におかれましては、', '髙橋'],
    ['斎藤 一', '斉藤様に、齋藤様に', '斎藤'],
    ['吉田 一', '𠮷田様に', '吉田'],
  ])('%s の字', (name, text, fix) => {
    const found = asked(text, { ...base, customer: { name } })
    expect(found.length).toBeGreaterThan(0)
    expect(found.every((each) => each.startsWith('addressee:change') && each.endsWith(fix))).toBe(
      true,
    )
  })

  it.each([
    '渡辺様におかれましては、お変わりございませんか。',
    '渡辺由紀子　様\n\n確かめております。',
    '担当の佐藤でございます。森本が承ります。',
    'お客様、皆様、奥様、お連れ様に、様々なご不便をおかけしました。',
    '店長様、弁護士様、みなと商事様からのお手紙を拝見しました。',
    'オーナー様\nどなた様も、いつもお世話様でございます。',
    '「森本様の品が届いた」とのお話を伺いました。',
    '同様の仕様の品でございます。',
  ])('違わない：%s', (text) => expect(asked(text, base, ['addressee'])).toEqual([]))
})

describe('日付は、暦と営業日に照らす', () => {
  const rules = ['wrong-weekday', 'closed-then', 'day-past']
  it.each([
    ['12月3日（月）に書類をお送りします。', ['wrong-weekday:change「月」→木']],
    ['十二月三日（月）に参ります。', ['wrong-weekday:change「月」→木']],
    ['12/3(金)にお送りします。', ['wrong-weekday:change「金」→木']],
    ['１２月３日 月曜日にお送りします。', ['wrong-weekday:change「月」→木']],
    ['2月30日（月）に伺います。', ['wrong-weekday:change「2月30日（月」']],
    ['11月29日にお電話いたします。', ['closed-then:reason「11月29日にお電話いたします」']],
    ['日曜日に点検に伺います。', ['closed-then:reason「日曜日に点検に伺います」']],
    ['12月30日にお届けする予定です。', ['closed-then:reason「12月30日にお届けする予定です」']],
    ['本日20時にお電話いたします。', ['closed-then:reason「本日20時にお電話いたします」']],
    ['11月20日にお電話いたします。', ['day-past:reason「11月20日にお電話いたします」']],
  ])('尋ねる：%s', (text, expected) => expect(asked(text, base, rules)).toEqual(expected))

  it.each([
    '12月3日（木）にお電話いたします。',
    '明日14時にお電話いたします。',
    '11月29日までにご連絡いたします。',
    '2025年11月24日（月）にご購入いただきました。',
    '1月5日（日）に届いた品でした。',
    '11月20日にご購入いただいた急須をお送りします。',
    '11月20日にお電話いたしました。',
    'お客様の「12月3日（月）に来て」とのお言葉を伺いました。',
  ])('尋ねない：%s', (text) => expect(asked(text, base, rules)).toEqual([]))

  it('休みの日には、次の営業日を言う', () => {
    const calendar = { ...japaneseOfficeCalendar, closedOn: ['2026-11-30'] }
    const held = { record: base, now: '2026-11-24T10:00:00+09:00', calendar, companyWords: [] }
    const found = gate('11月29日にお電話いたします。', { ...held, hasAttachments: false })
    expect(found.find(({ rule }) => rule === 'closed-then')?.message).toContain('12月1日（火）')
  })
})

describe('責任を認める言葉は、事実の確認と承認のどちらもなければ出ない', () => {
  const text = '弊社の過失でございます。'
  const fact = {
    id: '00000000-0000-7000-8000-000000000004',
    topic: 'what',
    statement: '口が欠けていた',
    status: 'confirmed',
    attributedTo: 'us',
  } as const
  it.each([
    [[], 'change'],
    [[{ ...fact, attributedTo: 'customer' as const }], 'change'],
    [[{ ...fact, status: 'claimed' as const }], 'change'],
    [[fact], 'leader'],
  ])('%j → %s', (facts, need) => {
    const record = Object.assign({}, base, { facts })
    expect(asked(text, record)).toEqual([`admits-liability:${need}「弊社の過失で」`])
  })
})

it('社内だけの記録の文は、そのままでは出ない。お客様も言ったことなら出る', () => {
  const note = (speaker: 'internal' | 'customer') => ({
    speaker,
    text: '前の担当が二度も折り返しを忘れている。上に知れると困る',
    at: '2026-11-24T00:00:00Z',
    byName: '小林',
    callId: null,
    isTranscribed: false,
    sequence: 2,
  })
  const text = '前の担当が二度も折り返しを忘れている。お詫びいたします。'
  const rules = ['copied-note']
  expect(asked(text, { ...base, notes: [note('internal')] }, rules)).toEqual([
    'copied-note:reason「前の担当が二度も折り返しを忘れている」',
  ])
  expect(asked(text, { ...base, notes: [note('internal'), note('customer')] }, rules)).toEqual([])
})

it('社内だけの言葉は直すまで出ない。内輪の言い方は、理由があれば出る', () => {
  expect(asked('要注意人物として扱います。')).toEqual(['internal-words:change「要注意人物」'])
  expect(asked('昨日入電いただいた件でございます。')).toEqual(['internal-words:reason「入電」'])
})

describe('目に見えない字や、手で折った行をまたいでも、読める言葉は同じように読む', () => {
  it.each([
    ['弊社の過\u200B失でございます。', 'admits-liability:change「弊社の過\u200B失で」'],
    ['弊社の過\u00AD失でございます。', 'admits-liability:change「弊社の過\u00AD失で」'],
    ['弊社の過\n失でございます。', 'admits-liability:change「弊社の過\n失で」'],
    ['弊社の過 失でございます。', 'admits-liability:change「弊社の過 失で」'],
    ['要注\n　意人物として扱います。', 'internal-words:change「要注\n　意人物」'],
    ['要注意人\uFEFF物として扱います。', 'internal-words:change「要注意人\uFEFF物」'],
    ['渡\u2060邊様\n\n確かめております。', 'addressee:change「渡\u2060邊」→渡辺'],
    ['{商品\n名}を確かめております。', 'placeholder:change「{商品\n名}」'],
    ['手順書を添\n付いたします。', 'attachment-missing:reason「添\n付いたし」'],
  ])('%j', (text, expected) => expect(asked(text)).toContain(expected))

  it.each(['三万\n円をお返しいたします。', '三\u200B万円をお返しいたします。'])('%j', (text) => {
    expect(asked(text)).toHaveLength(1)
    expect(asked(text, { ...base, offers: [refund] })[0]).toMatch(/^amount-beyond-remedy:leader/u)
  })

  it.each([
    'お名前　渡辺由紀子\nご注文　急須\n\n確かめております。',
    '渡辺様\n\nみなと食卓\n担当の佐藤でございます。',
    '・返金のご希望\n・全体の様子\nを伺いました。',
    'お預かりした急須を\n添えてくださった箱とともに拝見しました。',
  ])('尋ねない：%j', (text) => expect(asked(text)).toEqual([]))
})

it.each([
  ['添付の資料をご覧ください。', true],
  ['別添の資料をご確認いただけますでしょうか。', true],
  ['お写真を添付してお送りください。', false],
  ['添付いただいた写真を拝見しました。', false],
])('添付の言葉 %s', (text, isOurs) => {
  expect(asked(text, base, ['attachment-missing'])).toHaveLength(isOurs ? 1 : 0)
})

describe('英語の文も、同じ三つを尋ねる', () => {
  it.each([
    ['It was our fault.', 'admits-liability:change'],
    ['The damage was caused by our negligence.', 'admits-liability:change'],
    ['We are fully responsible for the damage.', 'admits-liability:change'],
    ['We accept full responsibility.', 'admits-liability:change'],
    ['We’ll refund you in full.', 'promises-money:leader'],
    ['We will send you a coupon for 2,000 yen.', 'promises-money:leader'],
    ['You will receive 30,000 yen.', 'promises-money:leader'],
    ['We will call you by 5 pm tomorrow.', 'unbacked-promise:reason'],
    ["I'll get back to you within two days.", 'unbacked-promise:reason'],
  ])('尋ねる：%s', (text, expected) => {
    expect(asked(text).map((each) => each.split('「')[0])).toEqual([expected])
  })

  it.each([
    'We are looking into the cause.',
    'We are sorry that the teapot arrived broken.',
    'We are not liable for delays by the carrier.',
    'We cannot refund you in full.',
    'We will check whether we can refund you.',
    'Thank you for telling us about the 3,000 yen you paid.',
    'Please send us a photo by tomorrow.',
  ])('尋ねない：%s', (text) => expect(asked(text)).toEqual([]))

  it('承認された金額と、台帳にある約束は通る。超えれば通らない', () => {
    const record = { ...base, offers: [refund] }
    expect(asked('We will refund you 3,000 yen.', record)).toEqual([])
    expect(asked('We will refund you 5,000 yen.', record)).toHaveLength(1)
    expect(asked('We will refund you in full.', record)).toHaveLength(1)
  })
})
