import { foldNames } from '#kernel/variants.ts'
import type { CustomerFields } from '#features/complaints/contract.ts'
import { notNames } from '#features/language/door.ts'
import type { GateFinding } from './contract.ts'
import { isInQuotes } from './places.ts'

type Customer = Pick<CustomerFields, 'name' | 'kana'>

const honoured =
  /(?<han>(?:(?!様)\p{Script=Han}|[々ヶ〆])(?:(?!様)[\p{Script=Han}々ヶ〆ノ]|[\u{E0100}-\u{E01EF}]){0,7}(?:[ 　](?:(?!様)[\p{Script=Han}々ヶ〆ノぁ-んァ-ヶー]){1,6})?)[ 　]*(?:様|さま)(?![々式子])|(?<=^|[\n、。「（(・ 　]|(?:[にをとへ])(?=[ァ-ヶ]))(?<kana>[ァ-ヶー]{2,10}|[ぁ-ん]{2,7})[ 　]*様(?![々式子])/gu

const thanks = /^(?:お?世話|ご?苦労|お?粗末|ご?馳走|お?疲れ|お?互い|お?蔭|お?陰|生憎|左|右)$/u
const kanaNoNames =
  /^(?:お?ひとり|お?ふたり|お?ふたかた|どなた|どちら|みな|みなみな|おきゃく|おく|おこ|おじょう|おつれ|おとう|おかあ|おば|おかげ|おつかれ|ごちそう|ご?くろう|おたがい|ひと|かみ|ほとけ|あなた|ご|お|さ|その|この|また|そして|なお|さて|オーナー|ユーザー|ゲスト|メンバー|ドライバー|クライアント|テナント|サポーター|リピーター|メーカー)$/u
const companies =
  /(?:商事|商店|商会|会社|工業|産業|建設|工務店|不動産|病院|医院|薬局|銀行|運輸|運送|急便|配送|物流|宅配|センター|本店|支店|店|社|園|校|課|部|室|局|庁|所|署|組合|協会|団体|旅館|事務所|組|家)$/u
const roles =
  /(?:店長|社長|部長|課長|係長|会長|支店長|先生|弁護士|医師|教授|管理人|大家|代理人|担当|責任者|名義人|相続人|承継人|契約者|使用者|所有者|代表|理事|議員|大使|知事|市長)$/u

type Named = { readonly start: number; readonly end: number; readonly name: string }

/**
 * Whoever the text calls 様, on the line of the addressee and in the body, against the name in the record: other letters for
 * the same name, its sound instead of its letters, and somebody else's name.
 */
export function wrongAddressee(text: string, customer: Customer): GateFinding[] {
  const name = (customer.name ?? '').trim()
  if (name === '') return []
  const own = namesOf({ ...customer, name })
  return namedIn(text).flatMap((named) => {
    const what = whatIsWrong(named, own, isAddressLine(text, named))
    return what ? [{ rule: 'addressee', severity: 'error' as const, ...what }] : []
  })
}

type Own = {
  readonly name: string
  readonly written: readonly string[]
  readonly sounds: readonly string[]
}

function namesOf({ name = '', kana = '' }: Customer): Own {
  const both = (words: string) => {
    const [family = ''] = words.trim().split(/[ 　]+/u)
    return [words.replaceAll(/[ 　]+/gu, ''), family].filter((each) => each !== '')
  }
  return { name, written: both(name), sounds: both(kana).map(inHiragana) }
}

/** Whoever stands before 様, outside of quotation marks. */
export function namedIn(text: string): Named[] {
  const found = [...text.matchAll(honoured)].flatMap((match): Named[] => {
    const name = (match.groups?.['han'] ?? match.groups?.['kana'] ?? '').trim()
    const start = match.index + match[0].indexOf(name)
    const isKana = match.groups?.['kana'] !== undefined
    return isSomebody(name, isKana) && !isInQuotes(text, start)
      ? [{ name, start, end: start + name.length }]
      : []
  })
  const first = onItsLine(text)
  return first && found.every(({ end }) => end !== first.end) ? [first, ...found] : found
}

function isSomebody(name: string, isKana: boolean): boolean {
  if (isKana) return !kanaNoNames.test(name)
  return !notNames.test(name) && !thanks.test(name) && !companies.test(name) && !roles.test(name)
}

/** 「Smith Jane 様」 on a line of its own near the top, in whatever letters. */
function onItsLine(text: string): Named | undefined {
  const found = /^[ 　]*([^\n、。]{1,40}?)[ 　]*様[ 　]*$/mu.exec(text)
  const name = found?.[1] ?? ''
  if (!found || text.slice(0, found.index).split('\n').length > 8) return undefined
  const isKana = /^[ぁ-んァ-ヶー]+$/u.test(name)
  if (/^(?:お客|各位|ご担当(?:者)?)$/u.test(name) || !isSomebody(name, isKana)) return undefined
  const start = found.index + found[0].indexOf(name)
  return { name, start, end: start + name.length }
}

function isAddressLine(text: string, { start, end }: Named): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, end + 6)
  return /^[ 　]*[^\n、。]{1,40}?[ 　]*様[ 　]*(?:\n|$)/u.test(line)
}

function whatIsWrong({ name: typed, start, end }: Named, own: Own, isFirst: boolean) {
  const written = typed.replaceAll(/[ 　]+/gu, '')
  const isRight = (each: string) =>
    written.endsWith(each) || (!isFirst && isGivenName(written, each))
  if (own.written.some(isRight)) return null
  const alike = own.written.find((each) => foldNames(written).endsWith(foldNames(each)))
  if (alike !== undefined) {
    const isOnlyName = foldNames(written) === foldNames(alike)
    // 「先日渡邊様に」: only the letters of the name are changed.
    const from = isOnlyName ? start : end - alike.length
    const fix = alike === own.name.replaceAll(/[ 　]+/gu, '') ? own.name : alike
    return { start: from, end, ...otherLetters(own.name, fix) }
  }
  const sounds = own.sounds.indexOf(inHiragana(written))
  if (sounds >= 0) return { start, end, ...otherLetters(own.name, own.written[sounds] ?? own.name) }
  return { start, end, ...(isFirst ? otherPerson(own.name) : somebodyElse(own.name, written)) }
}

/** 「由紀子様」 for 髙橋 由紀子. */
function isGivenName(written: string, own: string): boolean {
  return written.length >= 2 && own.length > written.length && own.endsWith(written)
}

function otherLetters(name: string, fix: string) {
  const message = `お名前の字が記録と違います（記録は「${name}」）。`
  return { message, fix, need: 'change' as const }
}

function otherPerson(name: string) {
  const message = `宛名が記録のお客様（${name}様）と違います。別の方へのメールではありませんか。`
  return { message, need: 'reason' as const }
}

function somebodyElse(name: string, written: string) {
  const message = `「${written}様」は記録のお客様（${name}様）ではありません。別の方への文面が混ざっていないか確かめ、この方のことを書くなら理由を添えてください。`
  return { message, need: 'reason' as const }
}

function inHiragana(words: string): string {
  return words
    .normalize('NFKC')
    .replaceAll(/[ァ-ヶ]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60))
    .replaceAll(/[ 　ー]/gu, '')
}
