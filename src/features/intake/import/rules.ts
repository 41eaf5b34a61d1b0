import { normalise } from '#kernel/japanese-text/normalise.ts'
import { parseNumeral } from '#kernel/japanese-text/numerals.ts'
import { canonicalJson } from '#kernel/canonical-json.ts'
import { sha256Hex } from '#kernel/hash.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyo } from '#kernel/tokyo.ts'
import type { CustomerFields, Details } from '#features/complaints/contract.ts'
import { readWords } from '../rules.ts'
import { fields, type Field, type Mapping, type Row } from './contract.ts'

/** Headings as Japanese and English files have them, in the order of how sure they are. */
const headings: Readonly<Record<Field, readonly string[]>> = {
  words:
    list(`苦情内容 申告内容 申出内容 お申し出内容 お申出内容 クレーム内容 ご意見内容 問い合わせ内容 お問い合わせ内容
    お問合せ内容 相談内容 内容 本文 詳細 ご意見 コメント words complaint narrative text body description message details comment content`),
  received: list(`受付日時 受付日 受信日時 受信日 受理日 申告日 申出日 登録日 入電日 日時 日付
    receivedat received datereceived createdat created date`),
  subject: list('件名 タイトル 表題 用件 subject title summary'),
  category: list(
    '不具合装置 装置名 装置 部位 分類 区分 カテゴリ カテゴリー device category component issue',
  ),
  maker: list('メーカー メーカー名 製造元 maker manufacturer brand'),
  product: list(
    '商品名 商品 製品名 製品 品名 車名 通称名 車種 サービス名 サービス model product productname item service',
  ),
  orderNumber: list('注文番号 受注番号 伝票番号 契約番号 ordernumber orderno orderid order'),
  lot: list('ロット番号 ロット 製造番号 シリアル番号 車台番号 lotnumber lot serialnumber serial'),
  happenedOn: list('発生日時 発生日 発生時期 発生時 いつ happenedon incidentdate occurredon when'),
  happenedWhere: list(
    '発生場所 場所 店舗名 店舗 都道府県 地域 どこ happenedwhere where store location prefecture pref',
  ),
  expectedOutcome: list(
    'ご要望 要望 ご希望 希望 希望する対応 望む対応 expectedoutcome desiredresolution desiredoutcome',
  ),
  price: list('購入金額 価格 金額 税込金額 price amount'),
  purchasedOn: list('購入日 ご購入日 purchasedon purchasedate'),
  name: list(
    'お客様氏名 お客様名 顧客名 氏名 お名前 名前 申出者 申告者 customername customer fullname name',
  ),
  kana: list('フリガナ ふりがな 氏名カナ 氏名かな カナ かな kana furigana'),
  phone: list(
    '電話番号 電話 連絡先電話番号 携帯電話 携帯番号 携帯 tel phonenumber telephone phone mobile',
  ),
  email: list('メールアドレス eメール 電子メール メール emailaddress email mail'),
  postcode: list('郵便番号 〒 postcode postalcode zipcode zip'),
  address: list('ご住所 住所 address'),
  reference: list(
    '管理番号 受付番号 整理番号 問い合わせ番号 番号 no ticketid ticketnumber complaintid reference id',
  ),
  system: list('取込元 出典 システム system source'),
}

function list(text: string): string[] {
  return text.split(/\s+/u).map(keyOf)
}

/** 受付日（ＪＳＴ） and 受付日 are one heading. */
function keyOf(heading: string): string {
  return normalise(heading)
    .text.replace(/\(.*?\)|（.*?）|[\s_\-・:：.*※#]/gu, '')
    .toLowerCase()
}

/** What each column may be; what was said on the command line goes before what is guessed. */
export function mappingOf(
  columns: readonly string[],
  told: Readonly<Record<string, string>> = {},
): Result<Mapping> {
  for (const [field, column] of Object.entries(told)) {
    if (!fields.some((known) => known === field))
      return refuse('invalid', 'intake.import-no-such-field', { field, fields })
    if (!columns.includes(column))
      return refuse('invalid', 'intake.import-no-such-column', { column, columns })
  }
  const taken = new Set(Object.values(told))
  const mapping: Partial<Record<Field, string>> = {}
  for (const field of fields) {
    const column = told[field] ?? guess(field, columns, taken)
    if (column === undefined) continue
    taken.add(column)
    mapping[field] = column
  }
  return mapping.words === undefined
    ? refuse('invalid', 'intake.import-no-words', { columns })
    : ok(mapping)
}

function guess(field: Field, columns: readonly string[], taken: ReadonlySet<string>) {
  for (const heading of headings[field]) {
    const found = columns.find((column) => !taken.has(column) && keyOf(column) === heading)
    if (found !== undefined) return found
  }
  return undefined
}

/** A row as a complaint. The row itself stays beside it, so that nothing of the file is lost. */
export type Entry = {
  readonly words: string
  readonly receivedAt: string | null
  readonly customer: CustomerFields
  readonly details: Details
  readonly source: { system: string; reference: string; row: Record<string, string> }
  /** The same again for the same row: who comes twice is known. */
  readonly sourceKey: string
  readonly warnings: readonly string[]
}

export function entryOf({ values }: Row, mapping: Mapping, system: string | null): Result<Entry> {
  const value = (field: Field) => (values[mapping[field] ?? ''] ?? '').trim()
  const words = readWords(value('words'))
  if (!words.ok) return words
  const received = value('received') ? readMoment(value('received')) : null
  const from = system ?? value('system')
  const reference = value('reference')
  const row = Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ''))
  const hash = sha256Hex(canonicalJson(row))
  return ok({
    words: words.value,
    receivedAt: received?.at ?? null,
    customer: customerOf(value),
    details: detailsOf(value),
    source: { system: from || 'file', reference: reference || hash.slice(0, 16), row },
    sourceKey: from && reference ? `import:${from}:${reference}` : `import:sha256:${hash}`,
    warnings: warningsOf(value('received'), received),
  })
}

function warningsOf(text: string, received: Moment | null): string[] {
  if (received?.precision === 'month')
    return [`受付日「${text}」は日が分からないため、その月の1日としました`]
  if (received) return []
  return text
    ? [`受付日「${text}」を読めないため、取り込んだ日時としました`]
    : ['受付日がないため、取り込んだ日時としました']
}

type Value = (field: Field) => string

function customerOf(value: Value): CustomerFields {
  return filled({
    name: value('name').slice(0, 100),
    kana: value('kana').slice(0, 100),
    phone: value('phone').slice(0, 40),
    email: value('email').slice(0, 200),
    postcode: value('postcode').slice(0, 12),
    address: value('address').slice(0, 300),
  })
}

function detailsOf(value: Value): Details {
  const product = [value('maker'), value('product')].filter(Boolean).join(' ')
  const aboutWhat = [product, value('category')].filter(Boolean).join('：')
  const price = priceOf(value('price'))
  const purchased = readMoment(value('purchasedOn'))
  return {
    ...filled({
      subject: (value('subject') || (value('category') ? aboutWhat : '')).slice(0, 200),
      product: product.slice(0, 200),
      orderNumber: value('orderNumber').slice(0, 80),
      lot: value('lot').slice(0, 80),
      happenedOn: value('happenedOn').slice(0, 80),
      happenedWhere: value('happenedWhere').slice(0, 200),
      expectedOutcome: value('expectedOutcome').slice(0, 2000),
    }),
    ...(price === undefined ? {} : { price }),
    ...(purchased && purchased.precision !== 'month' ? { purchasedOn: dayOf(purchased.at) } : {}),
  }
}

function filled(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
}

function priceOf(text: string): number | undefined {
  const amount = normalise(text).text.replace(/[\s¥\\円]|税込|税抜/gu, '')
  const price = parseNumeral(amount)
  return price !== undefined && Number.isInteger(price) ? price : undefined
}

function dayOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(tokyo).toPlainDate().toString()
}

export type Moment = { readonly at: string; readonly precision: 'minute' | 'day' | 'month' }

const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  R: 2018,
  平成: 1988,
  H: 1988,
  昭和: 1925,
  S: 1925,
  大正: 1911,
  T: 1911,
}

const written = new RegExp(
  [
    '^(?:(?<era>令和|平成|昭和|大正|[RHST])\\s*(?<eraYear>\\d{1,2}|元)|(?<year>\\d{4}))',
    '\\s*[年/.\\-]\\s*(?<month>\\d{1,2})',
    '(?:\\s*[月/.\\-]\\s*(?<day>\\d{1,2})日?)?月?',
    '(?:\\s*[(][月火水木金土日][^)]*[)])?',
    '(?:[\\sT]*(?<half>午前|午後)?\\s*(?<hour>\\d{1,2})(?::|時)\\s*(?<minute>\\d{1,2})?',
    '(?:分|:\\d{2}(?:\\.\\d+)?)?\\s*(?<zone>Z|[+-]\\d{2}:?\\d{2})?)?$',
  ].join(''),
  'iu',
)

/** Days as offices write them; Japanese time unless the text names another. Null when it is none we can trust. */
export function readMoment(typed: string): Moment | null {
  const text = normalise(typed).text.trim()
  const compact = /^(\d{4})(\d{2})(\d{2})$/u.exec(text)
  const match = written.exec(compact ? compact.slice(1).join('-') : text)?.groups
  if (!match) return null
  const { day, hour, zone } = match
  try {
    const date = Temporal.PlainDate.from(
      { year: yearOf(match), month: Number(match['month']), day: Number(day ?? 1) },
      { overflow: 'reject' },
    )
    const time = timeOf(match)
    const local = date.toPlainDateTime(time)
    const at = zone
      ? Temporal.Instant.from(`${local.toString()}${zone}`)
      : local.toZonedDateTime(tokyo).toInstant()
    return {
      at: at.toString(),
      precision: day === undefined ? 'month' : hour === undefined ? 'day' : 'minute',
    }
  } catch {
    return null
  }
}

type Groups = Readonly<Record<string, string | undefined>>

function yearOf({ era, eraYear, year }: Groups): number {
  if (year) return Number(year)
  return (eras[(era ?? '').toUpperCase()] ?? 0) + (eraYear === '元' ? 1 : Number(eraYear))
}

function timeOf({ half, hour, minute }: Groups): Temporal.PlainTime {
  const told = Number(hour ?? 0)
  const inDay = half === '午後' && told < 12 ? told + 12 : half === '午前' && told === 12 ? 0 : told
  return Temporal.PlainTime.from(
    { hour: inDay, minute: Number(minute ?? 0) },
    { overflow: 'reject' },
  )
}
