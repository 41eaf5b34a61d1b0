import { measureState, type Measure } from '#features/complaints/measures/contract.ts'
import { onDetail, onFact, onMeasure, onNoMeasure, onReceipt } from './grounds.ts'
import { dayIn, lacksMeasure, stateNames } from './measures.ts'
import { known, promiseLine, subjectOf, told } from './pieces.ts'
import { blank, dueWords, inline, list, quote, says, type Sentence } from './sentences.ts'
import {
  causesIn,
  claimsIn,
  harmsIn,
  othersIn,
  oursIn,
  promisesIn,
  type Content,
  type Source,
} from './source.ts'
import { response } from './pieces.ts'

/** 事故・苦情報告書: stays inside. What is confirmed and what is only said stand apart. */
export function accidentReport(source: Source): Content {
  const { record } = source
  return {
    subject: subjectOf(record, '事故・苦情報告書'),
    lacks: [
      ...(causesIn(record).length === 0 ? (['cause'] as const) : []),
      ...lacksMeasure(record),
    ],
    timeline: timelineOf(source),
    paragraphs: told(
      occurrence(source),
      known([...oursIn(record), ...othersIn(record), ...harmsIn(record), ...theirOwn(source)]),
      list('次のことは申し出があり、まだ確認できていません。', claimsIn(record).map(claimLine)),
      list(
        '原因として、次のことを確認いたしました。',
        causesIn(record).map((each) => says(inline(each.statement), onFact(each))),
      ),
      causesIn(record).length === 0
        ? [says('原因は、調べている途中です。', onReceipt(record))]
        : [],
      [...response(source), ...overdue(source)],
      measuresOf(source),
    ),
  }
}

function occurrence({ record }: Source): Sentence[] {
  const { details, safety } = record
  const lines = [
    says(`受付：${dueWords({ dueAt: record.receivedAt })}　${record.number}`, onReceipt(record)),
    ...(details.product
      ? [says(`製品・サービス：${inline(details.product)}`, onDetail('product', record))]
      : []),
    ...(details.happenedOn
      ? [says(`起きた日時：${inline(details.happenedOn)}`, onDetail('happenedOn', record))]
      : []),
    ...(details.happenedWhere
      ? [says(`起きた場所：${inline(details.happenedWhere)}`, onDetail('happenedWhere', record))]
      : []),
    ...(record.ownWords
      ? [says(`お申し出：${quote(record.ownWords.slice(0, 300))}`, onReceipt(record))]
      : []),
    ...(safety
      ? [
          says(
            `人への害：${harms[safety.harm]}${safety.words ? `（${inline(safety.words)}）` : ''}`,
            onDetail('harm', record),
          ),
        ]
      : []),
  ]
  return list('起きたこと', lines)
}

const harms = {
  none: 'なし',
  'near-miss': '害になるおそれがあった',
  injured: 'けがあり',
  unknown: '不明',
}

/** Among ourselves it is told, too. */
function theirOwn({ record }: Source) {
  return record.facts.filter(
    ({ status, attributedTo, topic }) =>
      status === 'confirmed' && attributedTo === 'customer' && topic !== 'harm',
  )
}

function claimLine(fact: Parameters<typeof onFact>[0]): Sentence {
  return says(`${inline(fact.statement)}（${inline(fact.source)}）`, onFact(fact))
}

/** Among ourselves: how far each has come, who sees to it and from when to when; or that none is needed, and why. */
function measuresOf({ record: { measures, noMeasure }, now }: Source): Sentence[] {
  const standing = measures.filter(({ state }) => state !== 'withdrawn')
  if (noMeasure) {
    const { reason, byName, on } = noMeasure
    const text = `再発を防ぐための処置：不要と決めました（${dayIn(on, now)}　${byName}）。理由は、${inline(reason)}。`
    return [says(text, onNoMeasure(noMeasure))]
  }
  if (standing.length === 0)
    return [says(`再発を防ぐための処置：${blank('いつから何をどう改めるか')}`)]
  return list(
    '再発を防ぐための処置',
    standing.map((each) => measureLine(each, now)),
  )
}

function measureLine(measure: Measure, now: string): Sentence {
  const { words, answeringFunction, ownerName, fromOn, dueOn, steps } = measure
  const state = measureState.parse(measure.state)
  const last = steps.at(-1)
  const details = [
    [functions[answeringFunction], ownerName].filter((each) => each !== '').join('　'),
    ...(fromOn ? [`${dayIn(fromOn, now)}から`] : []),
    ...(dueOn ? [`${dayIn(dueOn, now)}までに`] : []),
    ...(last ? [`${dayIn(last.on, now)}　${last.byName}`] : []),
    ...(last && last.words !== '' ? [inline(last.words)] : []),
  ]
  const text = `${stateNames[state]}：${inline(words)}（${details.join('、')}）`
  return says(text, onMeasure(measure, state))
}

const functions = {
  product: '製品',
  logistics: '物流',
  sales: '営業',
  store: '店舗',
  support: 'サポート',
  billing: '請求',
  desk: 'お客様窓口',
  other: 'その他',
} as const

function overdue(source: Source): Sentence[] {
  return list(
    '期限を過ぎているお約束は、次のとおりです。',
    promisesIn(source, 'broken').map((each) => promiseLine(each, source.now)),
  )
}

function timelineOf({ record }: Source): NonNullable<Content['timeline']> {
  return [
    { at: record.receivedAt, what: '受け付けました' },
    ...record.inquiries.flatMap(({ askedAt, departmentName, answer }) => [
      { at: askedAt, what: `${departmentName}に照会しました` },
      ...(answer ? [{ at: answer.at, what: `${departmentName}から答えがありました` }] : []),
    ]),
    ...record.escalations.map(({ askedAt, toName }) => ({
      at: askedAt,
      what: `${toName}に引き継ぎを求めました`,
    })),
    ...record.commitments.map(({ madeAt, words }) => ({
      at: madeAt,
      what: `${quote(words)}とお約束しました`,
    })),
    ...(record.closing ? [{ at: record.closing.at, what: '終了しました' }] : []),
  ].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
}
