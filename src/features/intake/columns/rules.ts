import { normalise } from '#kernel/japanese-text/normalise.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Channel } from '#features/complaints/contract.ts'
import { readCellMoment } from '../moments/rules.ts'
import { fields, type Field, type Mapping, type Plan, type Row, type Standing } from './contract.ts'

/** Headings as Japanese and English files have them, in the order of how sure they are. */
const headings: Readonly<Record<Field, readonly string[]>> = {
  words:
    list(`苦情内容 申告内容 申出内容 お申し出内容 お申出内容 クレーム内容 ご意見内容 問い合わせ内容 お問い合わせ内容
    お問合せ内容 相談内容 口コミ クチコミ 口コミ本文 レビュー本文 内容 本文 詳細 ご意見 コメント words complaint
    narrative text body description message details comment content review reviewtext`),
  received:
    list(`受付日時 受付日 受信日時 受信日 受理日 申告日 申出日 登録日 入電日 投稿日時 投稿日 日時 日付
    receivedat received datereceived postedat postedon createdat createdtime created date`),
  subject: list('件名 タイトル 表題 用件 subject title summary'),
  category: list(
    '不具合装置 装置名 装置 部位 分類 区分 カテゴリ カテゴリー device category component issue',
  ),
  maker: list('メーカー メーカー名 製造元 maker manufacturer brand'),
  product: list(
    '商品名 商品 製品名 製品 品名 車名 通称名 車種 サービス名 サービス model product productname item service',
  ),
  orderNumber: list(
    'ご注文番号 注文番号 注文no オーダー番号 受注番号 伝票番号 契約番号 ordernumber orderno orderid order',
  ),
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
    'お客様氏名 お客様名 顧客名 氏名 お名前 名前 申出者 申告者 customername customer fullname requestername requester contactname name',
  ),
  kana: list('フリガナ ふりがな 氏名カナ 氏名かな カナ かな kana furigana'),
  phone: list(
    '電話番号 お電話番号 電話 連絡先電話番号 携帯電話 携帯番号 携帯 連絡先 tel phonenumber telephone phone mobile',
  ),
  email: list(
    'メールアドレス eメール 電子メール メール mailアドレス emailaddress requesteremail contactemail email mail',
  ),
  postcode: list('郵便番号 〒 postcode postalcode zipcode zip'),
  address: list('ご住所 住所 address'),
  channel: list('受付経路 受付チャネル 受付方法 受付手段 受付区分 経路 チャネル 媒体 channel via'),
  state: list('対応状況 対応状態 処理状況 進捗 状況 状態 ステータス status state'),
  answer: list('回答内容 ご回答 回答 返信内容 返答 対応内容 response answer reply resolution'),
  note: list('社内メモ 社内備考 対応メモ 担当メモ 備考 メモ internalnote notes note memo remarks'),
  site: list('口コミサイト 掲載サイト 投稿先 サイト名 サイト site platform'),
  url: list('url リンク link permalink'),
  author: list(
    '投稿者名 投稿者 ニックネーム ハンドル名 アカウント author handle username reviewer',
  ),
  stars: list('星 星の数 評価 評点 点数 stars rating score'),
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

/** What each column may be; what was told goes before what is guessed, headings before contents. */
export function mappingOf(
  columns: readonly string[],
  told: Readonly<Record<string, string>> = {},
  sample: readonly Row[] = [],
): Result<Mapping> {
  for (const [field, column] of Object.entries(told)) {
    if (!fields.some((known) => known === field))
      return refuse('invalid', 'intake.import-no-such-field', { field, fields })
    if (!columns.includes(column))
      return refuse('invalid', 'intake.import-no-such-column', { column, columns })
  }
  const mapping = guessed(columns, told, sample)
  return mapping.words === undefined
    ? refuse('invalid', 'intake.import-no-words', { columns })
    : ok(mapping)
}

/** The same without a verdict: the screen lets a person choose what could not be guessed. */
export function guessed(
  columns: readonly string[],
  told: Readonly<Record<string, string>>,
  sample: readonly Row[],
): Mapping {
  const taken = new Set(Object.values(told))
  const mapping: Mapping = {}
  for (const field of fields) {
    const column = told[field] ?? byHeading(field, columns, taken)
    if (column === undefined) continue
    taken.add(column)
    mapping[field] = column
  }
  for (const [field, fits] of contents) {
    const free = columns.filter((column) => !taken.has(column))
    const column = mapping[field] ? undefined : byContent(free, sample, fits)
    if (column === undefined) continue
    taken.add(column)
    mapping[field] = column
  }
  return withWords(mapping, columns, taken, sample)
}

function byHeading(field: Field, columns: readonly string[], taken: ReadonlySet<string>) {
  for (const heading of headings[field]) {
    const found = columns.find((column) => !taken.has(column) && keyOf(column) === heading)
    if (found !== undefined) return found
  }
  return undefined
}

const mostOf = 0.7

function byContent(columns: readonly string[], sample: readonly Row[], fits: Fits) {
  return columns.find((column) => {
    const filled = textsIn(column, sample)
    return filled.length > 0 && filled.filter(fits).length >= filled.length * mostOf
  })
}

function textsIn(column: string, sample: readonly Row[]): string[] {
  return sample.flatMap(({ values }) => values[column]?.trim() || [])
}

type Fits = (text: string) => boolean

/** What can be told from the cells alone, in the order of how unlikely it is to be anything else. */
const contents: readonly (readonly [Field, Fits])[] = [
  ['email', (text) => /^[^\s@＠]+[@＠][^\s@＠]+[.．][^\s@＠]+$/u.test(text)],
  ['url', (text) => /^https?:\/\/\S+$/u.test(text)],
  ['phone', isPhone],
  ['postcode', (text) => /^〒?\d{3}-\d{4}$/u.test(normalise(text).text)],
  ['received', (text) => readCellMoment(text) !== null],
  ['orderNumber', (text) => /^[A-Z]{1,5}[-_]?\d{4,}(?:[-_]\d+)*$/iu.test(normalise(text).text)],
  ['channel', (text) => channelOf(text) !== null],
  ['state', (text) => standingOf(text) !== null],
  ['kana', (text) => /^[ァ-ヶー]+[ 　][ァ-ヶー]+$/u.test(text.normalize('NFKC'))],
  ['address', (text) => /^(?:東京都|北海道|(?:京都|大阪)府|\S{2,3}県)\S+[市区町村郡]/u.test(text)],
]

function isPhone(text: string): boolean {
  const digits = normalise(text).text.replace(/[\s()ー-]/gu, '')
  return /^(?:0|\+81)\d{9,10}$/u.test(digits)
}

const sentenceLength = 10

/** The longest writing is what customers said; a file that has none but subjects gives these. */
function withWords(
  mapping: Mapping,
  columns: readonly string[],
  taken: ReadonlySet<string>,
  sample: readonly Row[],
): Mapping {
  if (mapping.words !== undefined) return mapping
  const [longest] = columns
    .filter((column) => !taken.has(column))
    .map((column) => ({ column, length: averageLength(textsIn(column, sample)) }))
    .toSorted((a, b) => b.length - a.length)
  if (longest && longest.length >= sentenceLength) return { ...mapping, words: longest.column }
  const { subject, ...rest } = mapping
  return subject === undefined ? mapping : { ...rest, words: subject }
}

function averageLength(texts: readonly string[]): number {
  const writing = texts.filter((text) =>
    /[\p{Script=Hiragana}\p{Script=Katakana}\p{L}]/u.test(text),
  )
  return writing.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length)
}

const channelWords: readonly (readonly [Channel, RegExp])[] = [
  ['review', /^(?:口コミ|クチコミ|レビュー|sns|x$|twitter|facebook|instagram|google|review)/u],
  ['phone', /^(?:お?電話|tel|phone|voice|入電|架電|コールセンター|フリーダイヤル)/u],
  ['web-form', /^(?:web|ウェブ|ホームページ|hp|サイト|フォーム|問い?合わ?せフォーム|form|portal)/u],
  ['mail', /^(?:電子メール|eメール|e-?mail|メール|mail)/u],
  ['chat', /^(?:チャット|chat|line|messaging|ライン)/u],
  ['counter', /^(?:店頭|窓口|来店|来社|カウンター|対面|counter|in-?person)/u],
  [
    'letter',
    /^(?:手紙|はがき|葉書|ハガキ|郵便|郵送|書面|文書|封書|fax|ファックス|ファクス|letter|post)/u,
  ],
  ['visit', /^(?:訪問|visit)/u],
  ['api', /^(?:api|連携)$/u],
]

/** 入電 → phone. Null for a word that may mean anything. */
export function channelOf(text: string): Channel | null {
  const word = normalise(text).text.replaceAll(/\s/gu, '').toLowerCase()
  return channelWords.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}

const closedWords =
  /^(?:対応済み?|対応完了|処理済み?|解決済み?|解決|完了|終了|完結|クローズ|済み?|closed?|solved|resolved|done|merged)$/u
const openWords =
  /^(?:未対応|未処理|未着手|未解決|未完了|未|対応中|処理中|進行中|保留|受付済み?|受付|新規|継続中?|確認中|オープン|open|new|pending|on-?hold|hold|inprogress|waiting.*)$/u

/** 対応済 → closed. Null for a word that may mean anything. */
export function standingOf(text: string): Standing | null {
  const word = normalise(text).text.replaceAll(/[\s_]/gu, '').toLowerCase()
  if (closedWords.test(word)) return 'closed'
  return openWords.test(word) ? 'open' : null
}

/** Every different value that stands in a column, most frequent first. */
export function valuesIn(column: string | undefined, rows: readonly Row[]): string[] {
  const counts = new Map<string, number>()
  for (const text of column === undefined ? [] : textsIn(column, rows))
    counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([text]) => text)
}

const mostValues = 60

/** What is guessed of a whole file, with what a person said about it before. */
export function planFor(
  columns: readonly string[],
  rows: readonly Row[],
  told: Partial<Plan> = {},
): Plan {
  const mapping = told.mapping ?? guessed(columns, {}, rows.slice(0, 200))
  const channels = valuesIn(mapping.channel, rows).slice(0, mostValues)
  const states = valuesIn(mapping.state, rows).slice(0, mostValues)
  return {
    mapping,
    channels: guessValues(channels, (text) => channelOf(text) ?? 'import', told.channels),
    states: guessValues(states, (text) => standingOf(text) ?? 'open', told.states),
    system: told.system ?? '',
  }
}

function guessValues<T>(
  values: readonly string[],
  guess: (text: string) => T,
  told: Readonly<Record<string, T>> = {},
): Record<string, T> {
  return Object.fromEntries(values.map((text) => [text, told[text] ?? guess(text)]))
}
