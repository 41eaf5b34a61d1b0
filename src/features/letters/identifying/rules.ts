import type { MappedText, Span } from '#kernel/japanese-text/mapped-text.ts'
import type { CustomerFields, Details } from '#features/complaints/contract.ts'
import type { GateFinding } from '../gate/contract.ts'
import * as spelling from '../spellings/rules.ts'

/** What the record knows of a customer, what everybody can read anyway, and what is our own. */
export type Known = {
  readonly customer: CustomerFields
  readonly details: Details
  /** As the place shows them. */
  readonly author: string
  /** What they wrote there. */
  readonly publicWords: string
  /** What was said and noted anywhere else. */
  readonly insideWords: string
  readonly own: {
    readonly names: readonly string[]
    readonly telephones: readonly string[]
    readonly mails: readonly string[]
    readonly address: string
  }
}

/**
 * What would tell everybody who the customer is: name, telephone, mail, address and numbers, also when the customer wrote
 * them there; purchase and health, when only the record knows. In all writings: full-width, cut by any dash, kana,
 * old forms of kanji. Offsets as in `GateFinding`.
 */
export function identifying(text: string, known: Known): GateFinding[] {
  const read = spelling.read(text)
  const found = [
    ...names(read, known),
    ...telephones(read, known),
    ...mails(read, known),
    ...addresses(text, known),
    ...numbers(read, known),
    ...purchases(read, known),
    ...health(read, known),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end)
  return found.filter(
    ({ start, end }, at) =>
      !found.slice(0, at).some((each) => each.start <= start && end <= each.end),
  )
}

const why = {
  'name-in-public':
    'お客様のお名前が入っています。だれでも読めるところでは「お客様」とお呼びしてください。',
  'contact-in-public':
    'お客様の連絡先が入っています。消して、「個別の窓口へ」の言葉でお誘いしてください。',
  'address-in-public': 'お客様の住所が入っています。消してください。',
  'number-in-public':
    'ご注文や受付の番号が入っています。番号からお客様が分かるので、消してください。',
  'purchase-in-public':
    '記録だけにある、お買い物の事実が入っています。お客様がここに書かれていないことは、消してください。',
  'health-in-public':
    '記録だけにある、お体のことが入っています。ここには書かず、個別の窓口でうかがってください。',
} as const

function finding(rule: keyof typeof why, { start, end }: Span, fix?: string): GateFinding {
  const place = { rule, severity: 'error' as const, start, end, need: 'change' as const }
  return { ...place, message: why[rule], ...(fix === undefined ? {} : { fix }) }
}

const honorific = '(?:様|さま|サマ|さん|サン|氏|くん|君|ちゃん|殿)'

function names({ names: form }: spelling.Read, known: Known): GateFinding[] {
  const patterns = namesOf(known).flatMap((name) => [...ofKanji(name), ...ofKana(name)])
  const own = known.own.names.map(spelling.bareName).filter(Boolean)
  const ours = own.flatMap((name) =>
    spelling.placesOf(form, new RegExp(spelling.escaped(name), 'gu')),
  )
  return patterns
    .flatMap((pattern) => spelling.placesOf(form, new RegExp(`${pattern}${honorific}?`, 'giu')))
    .filter(({ start, end }) => !ours.some((each) => each.start <= start && end <= each.end))
    .map(({ said, ...place }) =>
      finding(
        'name-in-public',
        place,
        new RegExp(`${honorific}$`, 'u').test(said) ? 'お客様' : undefined,
      ),
    )
}

// A handle made of kanji alone, in the length of a name, is taken for one: whoever wrote under it is not called by it.
const likeName = /^[\p{Script=Han}々]{1,4}[ 　]?[\p{Script=Han}々ぁ-ゖァ-ヶー]{1,4}$/u

function namesOf({ customer, author }: Known): string[] {
  const handle = author.trim()
  const given = [customer.name ?? '', customer.kana ?? '', likeName.test(handle) ? handle : '']
  return given
    .map((name) => name.trim().replace(/\s*(?:様|さま)$/u, ''))
    .filter((name) => name.length > 1)
}

/** The whole name anywhere; family or given name alone when it has two letters, a single one only before 様. */
function ofKanji(name: string): string[] {
  if (/^[ぁ-ゖァ-ヶー\s・]+$/u.test(name)) return []
  const parts = partsOf(name)
  return [parts.join(''), ...parts].map((part) => {
    const kanji = spelling.escaped(part)
    if (/^[a-z]+$/iu.test(part)) return `(?<![a-z])${kanji}(?![a-z])`
    return [...part].length > 1 ? kanji : `(?<!\\p{Script=Han})${kanji}(?=${honorific})`
  })
}

/** Kana stand in many words (おか in おかけして): alone they need a border of katakana, or 様. */
function ofKana(name: string): string[] {
  if (!/^[ぁ-ゖァ-ヶー\s・]+$/u.test(name)) return []
  const parts = partsOf(name)
  const whole = parts.join('')
  const both = (part: string) => [spelling.katakana(part), spelling.hiragana(part)]
  return [
    ...(whole.length > 3 ? both(whole) : []),
    ...parts.flatMap((part) => [
      `(?<![ァ-ヶー])${spelling.katakana(part)}(?![ァ-ヶー])`,
      `(?<![ぁ-ゖ])${spelling.hiragana(part)}(?=${honorific})`,
    ]),
  ]
}

function partsOf(name: string): string[] {
  const parts = name.split(/[\s　・]+/u).map(spelling.bareName)
  return parts.filter((part) => part !== '')
}

function telephones({ figures }: spelling.Read, { customer, own }: Known): GateFinding[] {
  const ours = new Set(own.telephones.map(spelling.phoneDigits))
  const theirs = spelling.phoneDigits(customer.phone ?? '')
  const known = theirs.length < 6 ? [] : spelling.placesOf(figures, spelling.codePattern(theirs))
  const alike = spelling.placesOf(figures, spelling.phonePattern).filter(({ said }) => {
    const digits = spelling.phoneDigits(said)
    return !ours.has(digits) && !/^0(?:120|800|570)/u.test(digits)
  })
  return [...known, ...alike].map((place) => finding('contact-in-public', place))
}

// 「a at b.jp」 counts with spaces or brackets only: 「at」 stands in many words.
const at =
  '(?:\\s*@\\s*|\\s*[（(\\[<]\\s*(?:at|アット|あっと)(?:マーク)?\\s*[）)\\]>]\\s*|\\s+at\\s+|\\s*(?:アット|あっと)(?:マーク)?\\s*)'
const anyMail = new RegExp(`[\\w.+-]{1,64}${at}[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,6}`, 'giu')

function mails({ figures }: spelling.Read, { customer, own }: Known): GateFinding[] {
  const bare = (mail: string) =>
    mail.normalize('NFKC').toLowerCase().replace(new RegExp(at, 'iu'), '@')
  const ours = new Set(own.mails.map(bare))
  const [local = '', domain = ''] = bare(customer.email ?? '').split('@')
  const known =
    local.length > 1 && domain !== ''
      ? new RegExp(`${spelling.escaped(local)}.{0,12}?${spelling.escaped(domain)}`, 'giu')
      : null
  return [
    ...spelling.placesOf(figures, anyMail).filter(({ said }) => !ours.has(bare(said))),
    ...(known ? spelling.placesOf(figures, known) : []),
  ].map((place) => finding('contact-in-public', place))
}

function addresses(text: string, { customer, own }: Known): GateFinding[] {
  const form = spelling.addressForm(text)
  const ours = spelling.addressForm(own.address).text
  const postcode = (customer.postcode ?? '').normalize('NFKC').replace(/\D/gu, '')
  const whole = spelling.addressForm(customer.address ?? '').text
  return [
    ...(postcode.length === 7 ? spelling.placesOf(form, spelling.codePattern(postcode)) : []),
    ...addressParts(whole)
      .filter((part) => !ours.includes(part))
      .flatMap((part) => spelling.placesOf(form, new RegExp(spelling.escaped(part), 'gu'))),
  ].map((place) => finding('address-in-public', place))
}

/** 渋谷区神宮前, 神宮前1-2-3, and the house: what is narrower than a city. */
function addressParts(whole: string): string[] {
  const read =
    /^(?:東京都|北海道|(?:大阪|京都)府|[^都道府県]{2,3}県)?((?:[^市区町村郡\d]+?[市区町村郡])+?)([^\d]*)([\d-]*)(.*)$/u.exec(
      whole,
    )
  if (!read) return whole.length > 5 ? [whole] : []
  const [, city = '', town = '', block = '', house = ''] = read
  const parts = [
    town.length > 1 ? city + town : '',
    town.length > 1 && block.includes('-') ? town + block : '',
    town === '' && block !== '' ? city + block : '',
    house.replace(/[\d-]+$/u, ''),
  ]
  return parts.filter((part) => part.length > 3)
}

const ourNumber = /(?<![A-Z0-9])U[ -]?\d{2}[ -]?\d{5,}/giu
const labelled =
  /(?:注文|受注|予約|会員|伝票|送り状|問い?合わせ|お客様|追跡|管理|契約|口座|証券|製造|シリアル|受付)(?:番号|ID|No\.?|コード)?\s*(?:[はが:「]|#)?\s*([A-Z0-9][A-Z0-9-]{3,})/giu
const coded = /(?<![A-Z0-9-])[A-Z]{1,4}-?\d{3,}[A-Z0-9-]*/giu

function numbers({ figures }: spelling.Read, known: Known): GateFinding[] {
  const { details, publicWords, insideWords } = known
  const all = spelling.read(`${publicWords}\n${insideWords}`).figures.text
  const inside = spelling.read(insideWords).figures.text
  const codes = [
    details.orderNumber ?? '',
    details.lot ?? '',
    ...[...all.matchAll(labelled)].map(([, code = '']) => code),
    // What the customer wrote in public without calling it a number may be a model.
    ...(inside.match(coded) ?? []),
  ].map(spelling.bareCode)
  const kept = new Set(codes.filter((code) => code.length > 3 && /\d/u.test(code)))
  return [
    ...spelling.placesOf(figures, ourNumber),
    ...[...kept].flatMap((code) => spelling.placesOf(figures, spelling.codePattern(code))),
  ].map((place) => finding('number-in-public', place))
}

function purchases({ figures }: spelling.Read, known: Known): GateFinding[] {
  const { details, publicWords, own } = known
  const open = spelling.read(publicWords).figures.text
  const isOpen = (pattern: RegExp) =>
    new RegExp(pattern.source, pattern.flags.replace('g', '')).test(open)
  const days = details.purchasedOn ? [spelling.dayPattern(details.purchasedOn)] : []
  const ours = own.names.join('\n')
  const things = [details.product, details.happenedWhere, details.happenedOn]
    .flatMap((words) => piecesOf(words ?? ''))
    .filter((piece) => !ours.includes(piece))
    .map((piece) => new RegExp(spelling.escaped(piece), 'giu'))
  return [
    ...[...days, ...things]
      .filter((pattern) => !isOpen(pattern))
      .flatMap((pattern) => spelling.placesOf(figures, pattern)),
    ...prices(figures, open, details.price),
  ].map((place) => finding('purchase-in-public', place))
}

/** エキストラバージンオリーブオイル 500ml → the name without its measure; short words are everybody's. */
function piecesOf(words: string): string[] {
  const pieces = spelling.read(words).figures.text.split(/[\s　、。（）()「」『』/]+/u)
  return pieces.filter((piece) => piece.length > 3 && !/^\d+[a-z]*$/iu.test(piece))
}

const money = /[¥￥]\s?\d[\d,]*|\d[\d,]*\s?円/gu
const yenIn = (said: string) => Number(said.replace(/\D/gu, ''))

function prices(figures: MappedText, open: string, price: number | undefined) {
  if (price === undefined || price === 0) return []
  if ((open.match(money) ?? []).some((said) => yenIn(said) === price)) return []
  return spelling.placesOf(figures, money).filter(({ said }) => yenIn(said) === price)
}

// One line each for what is the same: who wrote 怪我 in public has told of ケガ.
const conditions: readonly RegExp[] = [
  /けが|ケガ|怪我|負傷/gu,
  /やけど|ヤケド|火傷/gu,
  /じんましん|蕁麻疹|湿疹|発疹|かぶれ/gu,
  /骨折|捻挫|打撲|切り傷|出血/gu,
  /食中毒|嘔吐|下痢|腹痛|吐き気/gu,
  /アレルギー|アナフィラキシー/gu,
  /ぜんそく|喘息/gu,
  /妊娠|妊婦|出産/gu,
  /持病|既往|病名|診断|糖尿|高血圧|がん(?=[のをで治])|癌|うつ病|認知症|障がい|障害者/gu,
  /通院|入院|手術|投薬|服薬|処方|救急|受診|診察|病院/gu,
  /発熱|感染|めまい|失神/gu,
]

/** A condition of this customer, and not the notice on the menu. */
function health({ figures }: spelling.Read, { publicWords, insideWords }: Known): GateFinding[] {
  const [open, inside] = [publicWords, insideWords].map(
    (words) => spelling.read(words).figures.text,
  )
  return conditions
    .filter((pattern) => inside?.search(pattern) !== -1 && open?.search(pattern) === -1)
    .flatMap((pattern) => {
      const aboutThem = `(?:${pattern.source})(?!の?(?:表示|表記|対応|対策|情報|物質|検査|予防|一覧))`
      return spelling.placesOf(figures, new RegExp(aboutThem, 'gu'))
    })
    .map((place) => finding('health-in-public', place))
}
