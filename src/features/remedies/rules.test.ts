import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sequentialIds } from '#kernel/ids.ts'
import { roles, type Role } from '#features/access/contract.ts'
import { causes, functions } from '#features/complaints/contract.ts'
import type { CaseRecord, RecordedOffer } from '#features/complaints/record/contract.ts'
import { moneyKinds, remedyKinds, type RemedyRule } from './contract.ts'
import { defaultRules } from './defaults/rules.ts'
import { aCase, aRule } from './factory.ts'
import { offerable, optionsFor, whyNotAgreed } from './rules.ts'

const now = '2026-11-24T02:00:00Z'
const operator: Role[] = ['operator']
const supervisor: Role[] = ['supervisor']
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

const confirmed: CaseRecord['facts'][number] = {
  id: id(1),
  topic: 'what',
  statement: '瓶が割れていた',
  source: '写真',
  status: 'confirmed',
  attributedTo: 'us',
}
const because = (
  cause: (typeof causes)[number],
  answeringFunction: (typeof functions)[number] = 'product',
) => ({ cause: { cause, detail: '', answeringFunction } })
const anOffer = (change: Partial<RecordedOffer> = {}): RecordedOffer => ({
  offerId: id(7),
  ruleId: aRule().id,
  ruleCode: 'T-01',
  kind: 'coupon',
  label: 'クーポン',
  amountYen: 300,
  clause: '',
  words: '',
  feasibility: null,
  answer: 'pending',
  answerWords: null,
  ...change,
})

const only = (rule: Partial<RemedyRule>, record: CaseRecord, who = operator) =>
  optionsFor([aRule(rule)], record, now, who)[0]

describe('規定が合うかどうか', () => {
  it.each([
    ['原因がまだ分からない', { causes: ['defect' as const] }, aCase(), ['cause-unknown']],
    [
      '原因が分かる前でもよい',
      { causes: ['defect' as const], causeMayBeUnknown: true },
      aCase(),
      [],
    ],
    ['商品名がまだ', { productContains: 'オイル' }, aCase({ details: {} }), ['product-unknown']],
    ['買った日がまだ', { withinDays: 30 }, aCase({ details: {} }), ['purchase-unknown']],
    [
      '買った日が先の日付',
      { withinDays: 30 },
      aCase({ details: { purchasedOn: '2026-12-01' } }),
      ['purchase-unknown'],
    ],
    ['ちょうど30日め', { withinDays: 30 }, aCase({ details: { purchasedOn: '2026-10-25' } }), []],
    ['31日め', { withinDays: 30 }, aCase({ details: { purchasedOn: '2026-10-24' } }), ['too-late']],
    ['事実がまだ', { needsConfirmedFact: true }, aCase(), ['fact-unconfirmed']],
    ['事実を確認した', { needsConfirmedFact: true }, aCase({ facts: [confirmed] }), []],
    [
      'お客様ご自身による事実だけ',
      { needsConfirmedFact: true },
      aCase({ facts: [{ ...confirmed, attributedTo: 'customer' as const }] }),
      ['fact-unconfirmed'],
    ],
    ['代金がまだ', { maxPercent: 10 }, aCase({ details: {} }), ['price-unknown']],
    [
      '全額返金で代金が上限を超える',
      { kind: 'refund' as const, maxYen: 2000 },
      aCase(),
      ['over-cap'],
    ],
    ['SVの判断が要る', { grantedBy: 'supervisor' as const }, aCase(), ['beyond-authority']],
  ])('%s', (_when, rule, record, obstacles) => {
    expect(only(rule, record)).toMatchObject({ obstacles, allowed: obstacles.length === 0 })
  })

  it.each([
    ['止めてある規定', { isActive: false }, aCase()],
    ['ちがう原因', { causes: ['attitude' as const] }, aCase(because('defect'))],
    ['ちがう部門', { functions: ['logistics' as const] }, aCase(because('expectation', 'desk'))],
    ['ちがう商品', { productContains: '鍋、フライパン' }, aCase()],
  ])('%sは、選択肢に出ない', (_which, rule, record) => {
    expect(only(rule, record)).toBeUndefined()
  })

  it('商品の言葉は、どれか一つ、字の幅や大文字小文字を問わない', () => {
    const record = aCase({ details: { product: 'ＩＨ対応 雪平鍋' } })
    expect(only({ productContains: 'フライパン、鍋' }, record)).toBeDefined()
    expect(only({ productContains: 'ih対応' }, record)).toBeDefined()
  })

  it('日数は、お客様が知らせてくださった日まで。こちらが遅れても期限は切れない', () => {
    const record = aCase({ details: { purchasedOn: '2026-10-25' } })
    const [option] = optionsFor(
      [aRule({ withinDays: 30 })],
      record,
      '2027-01-10T00:00:00Z',
      operator,
    )
    expect(option?.allowed).toBe(true)
  })

  it.each([
    ['円と%の低いほう', { maxYen: 500, maxPercent: 10 }, 248],
    ['円だけ', { maxYen: 500 }, 500],
    ['端数は切り捨て', { maxYen: null, maxPercent: 33 }, 818],
    ['一部返金は代金まで', { kind: 'partial-refund' as const, maxYen: 5000 }, 2480],
    ['全額返金は代金', { kind: 'refund' as const, maxYen: 5000 }, 2480],
    ['交換に金額はない', { kind: 'exchange' as const, maxYen: null }, null],
  ])('上限：%s', (_what, rule, maxYen) => {
    expect(only(rule, aCase())?.maxYen).toBe(maxYen)
  })
})

describe('日数・代金・効力の幅', () => {
  it.each([
    ['買ってから4日めは、5日めからの規定に合わない', { fromDays: 5 }, undefined],
    ['ちょうどその日から合う', { fromDays: 4 }, []],
    ['代金の下限に届かない', { priceFrom: 2481 }, undefined],
    ['代金の両端は含む', { priceFrom: 2480, priceTo: 2480 }, []],
    ['代金の上限を超える', { priceTo: 2479 }, undefined],
    ['効力の始まる日の前', { effectiveFrom: '2026-11-25' }, undefined],
    ['効力の初日と末日', { effectiveFrom: '2026-11-24', effectiveUntil: '2026-11-24' }, []],
    ['効力が終わったあと', { effectiveUntil: '2026-11-23' }, undefined],
  ])('%s', (_what, rule, obstacles) => {
    expect(only(rule, aCase())?.obstacles).toEqual(obstacles)
  })

  it('日本の日付で効力が変わる', () => {
    const starting = aRule({ effectiveFrom: '2026-11-25' })
    const allowed = (at: string) => optionsFor([starting], aCase(), at, operator).length
    expect([allowed('2026-11-24T14:59:59Z'), allowed('2026-11-24T15:00:00Z')]).toEqual([0, 1])
  })

  it('代金や買った日が分からないうちは、尋ねる', () => {
    const unknown = aCase({ details: {} })
    expect(only({ fromDays: 3 }, unknown)?.obstacles).toEqual(['purchase-unknown'])
    expect(only({ priceTo: 5000 }, unknown)?.obstacles).toEqual(['price-unknown'])
  })
})

describe('優先順位', () => {
  const special = aRule({ id: id(1), code: 'P-1', productContains: 'オイル', priority: 1 })
  const general = aRule({ id: id(2), code: 'P-2', priority: 2 })
  const codes = (rules: RemedyRule[], record: CaseRecord) =>
    optionsFor(rules, record, now, operator).map(({ rule }) => rule.code)

  it('同じ回復の行が重なると、数の小さい行だけが残る', () => {
    expect(codes([general, special], aCase())).toEqual(['P-1'])
    expect(codes([general, special], aCase({ details: { product: '鍋' } }))).toEqual(['P-2'])
  })

  it('まだ分からないことのある行は、後ろの行を隠さない', () => {
    expect(codes([special, general], aCase({ details: {} }))).toContain('P-2')
  })

  it('別の回復どうしは、どちらも出る', () => {
    const other = aRule({ id: id(3), code: 'P-3', kind: 'discount', priority: 9 })
    expect(codes([special, other], aCase())).toEqual(['P-1', 'P-3'])
  })

  it('門も同じ順に従い、どの行で出すかを教える', () => {
    const wanted = { ruleId: general.id, amountYen: 100 }
    expect(offerable([special, general], aCase(), now, operator, wanted)).toMatchObject({
      refusal: { code: 'remedies.outranked', data: { code: 'P-1' } },
    })
  })
})

describe('はじめからある規定', () => {
  const rules = defaultRules(sequentialIds())
  const may = (record: CaseRecord, who: Role[]) =>
    optionsFor(rules, record, now, who)
      .filter(({ allowed }) => allowed)
      .map(({ rule }) => rule.code)

  const late = { ...confirmed, topic: 'when' as const, statement: '指定日から二日遅れた' }
  const pot = { product: '雪平鍋 20cm', price: 4800, purchasedOn: '2026-06-01' }
  it.each([
    [
      '割れた瓶。原因は調査中、配送記録は確認済み',
      aCase({ facts: [confirmed] }),
      operator,
      ['R-01', 'R-02'],
    ],
    [
      '届いて間もない鍋の取っ手',
      aCase({ details: { ...pot, purchasedOn: '2026-11-10' } }),
      operator,
      ['R-01', 'R-04'],
    ],
    ['半年使った鍋の取っ手', aCase({ details: pot }), operator, ['R-04']],
    [
      '日曜着が二日遅れた',
      aCase({ facts: [late], ...because('expectation', 'logistics') }),
      operator,
      ['R-03', 'R-07', 'R-08'],
    ],
    [
      '溶けて届いた冷凍便',
      aCase({ facts: [confirmed], ...because('defect', 'logistics') }),
      operator,
      ['R-01', 'R-02', 'R-03', 'R-07'],
    ],
    [
      '店での言葉づかい',
      aCase({ facts: [confirmed], ...because('attitude', 'store') }),
      supervisor,
      ['R-05', 'R-08'],
    ],
    [
      '解約の案内が足りなかった',
      aCase({ facts: [confirmed], ...because('misunderstanding', 'support') }),
      operator,
      ['R-08', 'R-09'],
    ],
    [
      '1万円を超える品の不良',
      aCase({
        facts: [confirmed],
        details: { product: 'おせち', price: 18_000, purchasedOn: '2026-11-20' },
      }),
      supervisor,
      ['R-01', 'R-06'],
    ],
  ])('出せる案：%s', (_case, record, who, codes) => {
    expect(may(record, who)).toEqual(codes)
  })

  it('1万円を超える返金は、応対者には「SVの判断」と示す', () => {
    const record = aCase({
      facts: [confirmed],
      details: { price: 18_000, purchasedOn: '2026-11-20' },
    })
    const large = optionsFor(rules, record, now, operator).find(({ rule }) => rule.code === 'R-06')
    expect(large?.obstacles).toEqual(['beyond-authority'])
  })

  it('応対者が出せる額の返金に、SVの行は並べない', () => {
    const codes = optionsFor(rules, aCase({ facts: [confirmed] }), now, operator).map(
      ({ rule }) => rule.code,
    )
    expect(codes).not.toContain('R-06')
  })

  it('事実の確認がなければ、返金はまだ出さない。交換は出せる', () => {
    const options = optionsFor(rules, aCase(), now, operator)
    expect(options.find(({ rule }) => rule.code === 'R-02')?.obstacles).toEqual([
      'fact-unconfirmed',
    ])
    expect(options.find(({ rule }) => rule.code === 'R-01')?.allowed).toBe(true)
  })
})

describe('門', () => {
  const ask = (
    rule: Partial<RemedyRule>,
    amountYen: number | undefined,
    record = aCase(),
    who = operator,
  ) => {
    const row = aRule(rule)
    const gate = offerable([row], record, now, who, { ruleId: row.id, amountYen })
    return gate.ok ? gate.value.amountYen : gate.refusal.code
  }

  it.each([
    ['上限ちょうどは出せる', {}, 500, 500],
    ['上限を1円でも超えたら出せない', {}, 501, 'remedies.over-limit'],
    ['金額がなければ尋ねる', {}, undefined, 'remedies.amount-missing'],
    ['0円は金額がないのと同じ', {}, 0, 'remedies.amount-missing'],
    [
      '全額返金は、黙っていても代金の額',
      { kind: 'refund' as const, maxYen: 5000 },
      undefined,
      2480,
    ],
    [
      '全額返金は、一部ではない',
      { kind: 'refund' as const, maxYen: 5000 },
      1000,
      'remedies.amount-not-full',
    ],
    [
      '全額返金は、代金より多くない',
      { kind: 'refund' as const, maxYen: 5000 },
      2481,
      'remedies.over-limit',
    ],
    ['交換に金額はない', { kind: 'exchange' as const, maxYen: null }, undefined, null],
    [
      '交換に金額を付けない',
      { kind: 'exchange' as const, maxYen: null },
      100,
      'remedies.amount-needless',
    ],
    ['合わない規定は使えない', { isActive: false }, 100, 'remedies.no-rule'],
    ['足りないことは、足りないと言う', { withinDays: 1 }, 100, 'remedies.too-late'],
    [
      '権限を超えるものは出せない',
      { grantedBy: 'supervisor' as const },
      100,
      'remedies.beyond-authority',
    ],
  ])('%s', (_what, rule, amount, expected) => {
    expect(ask(rule, amount)).toBe(expected)
  })

  it('知らない規定は使えない', () => {
    const gate = offerable([aRule()], aCase(), now, operator, { ruleId: id(99), amountYen: 100 })
    expect(gate).toMatchObject({ refusal: { code: 'remedies.no-rule' } })
  })

  it.each([
    ['返事を待っている', 'pending' as const, 300, 'remedies.already-offered'],
    ['検討中', 'considering' as const, 200, 'remedies.already-offered'],
    ['もう受け入れた', 'accepted' as const, 200, 'remedies.already-offered'],
    ['断られた同じ額', 'rejected' as const, 300, 'remedies.already-rejected'],
    ['断られたが、額を変えた', 'rejected' as const, 400, 400],
  ])('同じ案をもう一度：%s', (_what, answer, amount, expected) => {
    expect(ask({}, amount, aCase({ offers: [anOffer({ answer })] }))).toBe(expected)
  })

  it('合意したあとは、合意を取り消すまで出せない', () => {
    const agreement = { id: id(3), words: '交換で', labels: [] }
    expect(ask({}, 100, aCase({ agreement }))).toBe('remedies.already-agreed')
  })

  it('終わった苦情には出せない', () => {
    const closing = { outcome: 'resolved' as const, agreementWords: '', reason: null, at: now }
    expect(ask({}, 100, aCase({ closing }))).toBe('remedies.complaint-closed')
  })
})

describe('どんな表でも', () => {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary)
  const anyRule = fc
    .record({
      causes: fc.subarray([...causes], { maxLength: 2 }),
      functions: fc.subarray([...functions], { maxLength: 2 }),
      causeMayBeUnknown: fc.boolean(),
      productContains: maybe(fc.constantFrom('オイル', '鍋')),
      withinDays: maybe(fc.integer({ min: 1, max: 60 })),
      needsConfirmedFact: fc.boolean(),
      kind: fc.constantFrom(...remedyKinds),
      maxYen: maybe(fc.integer({ min: 0, max: 20_000 })),
      maxPercent: maybe(fc.integer({ min: 1, max: 100 })),
      grantedBy: fc.constantFrom('operator' as const, 'supervisor' as const, 'admin' as const),
      isActive: fc.boolean(),
    })
    .map((change) => aRule(change))
  const anyCase = fc
    .record({
      cause: maybe(
        fc.record({
          cause: fc.constantFrom(...causes),
          detail: fc.constant(''),
          answeringFunction: fc.constantFrom(...functions),
        }),
      ),
      facts: fc.constantFrom([], [confirmed]),
      details: fc.constantFrom({}, aCase().details, { product: '雪平鍋', price: 12_000 }),
    })
    .map((change) => aCase(change))
  const anyRoles = fc.subarray([...roles])
  const anyAmount = maybe(fc.integer({ min: 0, max: 30_000 })).map((amount) => amount ?? undefined)

  it('上限を超える金額は、決して通らない', () => {
    fc.assert(
      fc.property(anyRule, anyCase, anyAmount, (rule, record, amountYen) => {
        const gate = offerable([rule], record, now, ['admin'], { ruleId: rule.id, amountYen })
        const granted = gate.ok ? (gate.value.amountYen ?? 0) : 0
        const { price = 0 } = record.details
        expect(granted).toBeLessThanOrEqual(rule.maxYen ?? Infinity)
        expect(granted).toBeLessThanOrEqual(
          rule.maxPercent === null ? Infinity : (price * rule.maxPercent) / 100,
        )
        expect(moneyKinds.includes(rule.kind) || granted === 0).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('SVや管理者の行を、その役割のない人が通ることはない', () => {
    fc.assert(
      fc.property(anyRule, anyCase, anyAmount, anyRoles, (rule, record, amountYen, who) => {
        const gate = offerable([rule], record, now, who, { ruleId: rule.id, amountYen })
        const mayGrant = {
          operator: who.length > 0,
          supervisor: has(who, 'supervisor', 'admin'),
          admin: has(who, 'admin'),
        }
        expect(!gate.ok || mayGrant[rule.grantedBy]).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('門を通るのは、出せると示した案だけ', () => {
    fc.assert(
      fc.property(anyRule, anyCase, anyAmount, anyRoles, (rule, record, amountYen, who) => {
        const gate = offerable([rule], record, now, who, { ruleId: rule.id, amountYen })
        const [option] = optionsFor([rule], record, now, who)
        expect(!gate.ok || option?.allowed).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('合わない規定を足しても、何も変わらない', () => {
    fc.assert(
      fc.property(
        fc.array(anyRule, { maxLength: 5 }),
        anyRule,
        anyCase,
        anyRoles,
        (table, added, record, who) => {
          const rules = table.map((rule, index) => ({ ...rule, id: id(index + 1) }))
          fc.pre(optionsFor([added], record, now, who).length === 0)
          expect(optionsFor([...rules, added], record, now, who)).toEqual(
            optionsFor(rules, record, now, who),
          )
        },
      ),
    )
  })

  function has(who: readonly Role[], ...wanted: Role[]): boolean {
    return wanted.some((role) => who.includes(role))
  }
})

describe('合意', () => {
  const accepted = anOffer({ answer: 'accepted' })
  const why = (record: CaseRecord, ...offerIds: string[]) =>
    whyNotAgreed(record, offerIds)?.refusal.code ?? null

  it('受け入れた案で合意する', () => {
    expect(why(aCase({ offers: [accepted] }), accepted.offerId)).toBeNull()
  })

  it('案がなくても、ご説明だけで合意できる', () => {
    expect(why(aCase({ offers: [anOffer({ answer: 'rejected' })] }))).toBeNull()
  })

  it.each([
    ['返事がまだの案', [anOffer()], 'remedies.not-accepted'],
    ['断られた案', [anOffer({ answer: 'rejected' as const })], 'remedies.not-accepted'],
    ['知らない案', [], 'remedies.offer-missing'],
  ])('%sでは合意できない', (_what, offers, code) => {
    expect(why(aCase({ offers }), anOffer().offerId)).toBe(code)
  })

  it('受け入れた案を、合意からもらさない', () => {
    const other = anOffer({ offerId: id(8), answer: 'accepted' })
    expect(why(aCase({ offers: [accepted, other] }), other.offerId)).toBe(
      'remedies.accepted-left-out',
    )
  })

  it('合わせて、払った額より多くは返さない', () => {
    const offers = [
      anOffer({ offerId: id(8), kind: 'refund', amountYen: 2480, answer: 'accepted' }),
      anOffer({ offerId: id(9), kind: 'partial-refund', amountYen: 1, answer: 'accepted' }),
    ]
    expect(why(aCase({ offers }), id(8), id(9))).toBe('remedies.more-than-paid')
  })

  it('もう合意していれば、先に取り消す', () => {
    const agreement = { id: id(3), words: '交換で', labels: [] }
    expect(why(aCase({ agreement }))).toBe('remedies.already-agreed')
  })
})
