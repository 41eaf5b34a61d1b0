import type { CaseRecord, RecordedCommitment } from '#features/complaints/record/contract.ts'
import type { Fact } from '#features/complaints/contract.ts'
import {
  onAgreement,
  onClause,
  onConcern,
  onDetail,
  onFact,
  onFault,
  onOffer,
  onPromise,
  onReceipt,
} from './grounds.ts'
import { asMatter, dueWords, fresh, inline, list, quote, says, type Sentence } from './sentences.ts'
import { causesIn, claimsIn, harmsIn, offersIn, oursIn, promisesIn, type Source } from './source.ts'

/** What it is about, as it may stand before 「の件」: the product, or what they wrote of it. */
export function matterOf(record: CaseRecord): Sentence {
  const { product, subject } = record.details
  if (product) return says(`${inline(product)}の件`, onDetail('product', record))
  if (subject) return says(`${quote(subject)}の件`, onDetail('subject', record))
  return says('お申し出の件', onReceipt(record))
}

export function subjectOf(record: CaseRecord, behind: string): string {
  const { product, subject } = record.details
  const about = product ? inline(product) : subject ? inline(subject) : 'お申し出'
  return `${about.slice(0, 40)}の件　${behind}`
}

/** What it is about. Thanks stand in the opening of a reply already. */
export function about(record: CaseRecord): Sentence {
  const { text, grounds } = matterOf(record)
  const wording = fresh(record, [
    `${text}について、お返事いたします。`,
    `${text}へのお返事でございます。`,
    `${text}について、順に申し上げます。`,
  ])
  return says(wording, ...grounds)
}

/** For what is confirmed to be our doing; else for what it meant to have to tell us. Never for what nobody has found out. */
export function apology(record: CaseRecord): Sentence {
  const [fault] = [...oursIn(record), ...causesIn(record).filter(isOurs)]
  const isFelt = harmsIn(record).length + record.concerns.length > 0
  if (fault && isFelt) {
    const matter = asMatter(fault.statement)
    const wording = fresh(record, [
      `${matter}につきまして、心からお詫び申し上げます。`,
      `${matter}を、深くお詫びいたします。`,
    ])
    return says(wording, onFault(fault))
  }
  // Nobody has told us what it meant to them; that they had to come to us is sure.
  const trouble = fault
    ? `${asMatter(fault.statement)}、またご連絡のお手間を取らせましたこと`
    : `${matterOf(record).text}で、ご連絡のお手間を取らせましたこと`
  const wording = fresh(record, [
    `${trouble}を、心からお詫び申し上げます。`,
    `${trouble}を、お詫びいたします。`,
  ])
  return says(wording, ...(fault ? [onFault(fault)] : matterOf(record).grounds))
}

export function isOurs({ attributedTo }: Fact): boolean {
  return attributedTo === 'us'
}

/** 影響: what it meant for them, in confirmed facts, or in what they have told us. */
export function impact(record: CaseRecord): Sentence[] {
  const harms = harmsIn(record)
  const told = record.concerns.slice(0, 2)
  return [
    ...list('お客様に及んだことは、次のとおりと確認いたしました。', harms.map(confirmedLine)),
    ...told.map((each, at) =>
      says(
        at === 0
          ? `${quote(each.words)}とのお気持ちを、確かに承りました。`
          : `${quote(each.words)}とのお言葉も、忘れずに進めてまいります。`,
        onConcern(each),
      ),
    ),
  ]
}

export function confirmedLine(fact: Fact): Sentence {
  return says(inline(fact.statement), onFact(fact))
}

/** 原因: only what is confirmed; else that it is being looked into. */
export function cause(record: CaseRecord): Sentence[] {
  const causes = causesIn(record)
  const [only] = causes
  if (only === undefined) return [says(fresh(record, notYet), onReceipt(record))]
  if (causes.length > 1)
    return list('なぜ起きたのか、原因は次のとおりと分かりました。', causes.map(confirmedLine))
  return [says(`調べた結果、原因は${asMatter(only.statement)}と分かりました。`, onFact(only))]
}

const notYet = [
  'なぜこのようなことが起きたのか、原因を調べております。',
  '原因は、いま調べているところです。',
] as const

/** Said by somebody, confirmed by nobody: that we are looking. */
export function lookingInto(record: CaseRecord): Sentence[] {
  return claimsIn(record)
    .slice(0, 4)
    .map((fact, at) => {
      const words = quote(fact.statement)
      return says(
        at % 2 === 0
          ? `${words}との点は、ただいま確認しております。`
          : `また、${words}との点も確かめております。`,
        onFact(fact),
      )
    })
}

export function known(facts: readonly Fact[]): Sentence[] {
  const [only, ...more] = facts
  if (only && more.length === 0)
    return [says(`${asMatter(only.statement)}を確認いたしました。`, onFact(only))]
  return list('これまでに、次のことを確認いたしました。', facts.map(confirmedLine))
}

/** 対応: what is agreed, what is offered, what is promised by when. */
export function response({ record, now, clauses }: Source): Sentence[] {
  const { agreement } = record
  const offers = offersIn(record)
  const open = promisesIn({ record, now }, 'open')
  return [
    ...(agreement
      ? list('ご相談して決めたとおり、次の対応をいたします。', [
          says(inline(agreement.words), onAgreement(agreement)),
        ])
      : []),
    ...list(
      '次の対応をご用意しております。',
      offers.map((offer) => says(inline(offer.words), onOffer(offer))),
    ),
    ...offers.slice(0, 1).flatMap((offer) => {
      const clause = clauses.find(({ id }) => id === offer.ruleId)
      if (!clause) return []
      const text = `このご用意は、当社の規定（${inline(clause.clause)}）によるものです。`
      return [says(text, onOffer(offer), onClause(clause))]
    }),
    ...list(
      '次の日までに行うことを、お約束しております。',
      open.map((promise) => promiseLine(promise, now)),
    ),
  ]
}

export function promiseLine(promise: RecordedCommitment, now: string): Sentence {
  return says(`${dueWords(promise)}まで：${inline(promise.words)}`, onPromise(promise, now))
}

/** Promises whose date has passed: named, with the date that was told. `isBeside`: another apology stands before it. */
export function brokenPromises(source: Source, isBeside = false): Sentence[] {
  return promisesIn(source, 'broken')
    .slice(0, 2)
    .map((promise, at) => {
      const told = `${quote(promise.words)}とお約束した${dueWords(promise)}を過ぎて`
      const text =
        at === 0 && !isBeside
          ? `${told}、長くお待ちいただきましたことを、お詫びいたします。`
          : `また、${told}、お待たせしております。`
      return says(text, onPromise(promise, source.now))
    })
}

/** What follows from a date that was not kept, whatever its reason. */
export function earlierFromNowOn(source: Source): Sentence[] {
  return promisesIn(source, 'broken').length === 0
    ? []
    : [
        says(
          '今後は、間に合わないと分かった時点で、期限の前にこちらからお知らせするように改めます。',
        ),
      ]
}

export function goodbye(record: CaseRecord): Sentence {
  return says(
    fresh(record, [
      'ご不明な点がございましたら、どうぞお知らせください。',
      'お気づきのことがございましたら、いつでもお聞かせください。',
      'ほかにも気がかりなことがございましたら、お聞かせください。',
    ]),
  )
}

/** Paragraphs that say something. */
export function told(
  ...paragraphs: readonly (readonly Sentence[])[]
): readonly (readonly Sentence[])[] {
  return paragraphs.filter((each) => each.length > 0)
}
