import { normalise } from '#kernel/japanese-text/normalise.ts'
import { foldNames } from '#kernel/variants.ts'
import type { CustomerFields } from '../contract.ts'

/** Under these a customer is found again, whatever width, variant or hyphen was typed. Null when there is nothing. */
export type CustomerKeys = {
  readonly name: string | null
  readonly kana: string | null
  readonly phone: string | null
  readonly email: string | null
}

export function keysOf(fields: CustomerFields): CustomerKeys {
  return {
    name: nameKey(fields.name ?? '') || null,
    kana: kanaKey(fields.kana ?? '') || null,
    phone: phoneKey(fields.phone ?? '') || null,
    email: emailKey(fields.email ?? '') || null,
  }
}

/**
 * Digits alone, without an extension; numbers written for abroad (+81 90…, 81-90…, 010-81-…, 0081…) begin with 0 again.
 * No number of Japan begins with 81 and has as many digits as one with its country code.
 */
export function phoneKey(typed: string): string {
  const text = phoneWords(typed)
  const digits = text.replace(/\D/gu, '')
  const fromAbroad = /^\(?\+/u.test(text)
    ? /^810?/u
    : /^(?:(?:010|00)810?|81(?=[1-9]\d{8,9}$)|810(?=[1-9]\d{8,9}$))/u
  return digits.replace(fromAbroad, '0')
}

/** 「TEL：」 before a number and 「内線12」 or 「（自宅）」 after it are not the number. */
function phoneWords(typed: string): string {
  return normalise(typed)
    .text.trim()
    .replace(/^(?:tel|fax|電話|携帯|でんわ)(?:番号)?[:：.\s]*/iu, '')
    .replace(/(?:内線|ext\.?|\(?(?:自宅|携帯|会社|勤務先|実家)).*$/iu, '')
    .trim()
}

export function emailKey(typed: string): string {
  return normalise(typed).text.replace(/\s/gu, '').replaceAll('ー', '-').toLowerCase()
}

/** 髙﨑 様 → 高崎. Who hears a name cannot know which さい, しま or とみ it is, so they are one here. */
export function nameKey(typed: string): string {
  return foldNames(normalise(typed).text)
    .replace(/[\s・･.,、]/gu, '')
    .replace(/(?:様|さま|さん|殿|氏)$/u, '')
    .toLowerCase()
}

/** ﾆｼﾀﾞ ｹｲｺ → にしだけいこ. Who hears ちづる cannot know whether it is ちずる. */
export function kanaKey(typed: string): string {
  return nameKey(typed)
    .replace(/[ァ-ヶ]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60))
    .replace(/[ぢづゐゑを]/gu, (kana) => alike.get(kana) ?? kana)
}

const alike = new Map([
  ['ぢ', 'じ'],
  ['づ', 'ず'],
  ['ゐ', 'い'],
  ['ゑ', 'え'],
  ['を', 'お'],
])

/** Ａ－１２３４ and a1234 are one order. */
export function orderKey(typed: string): string {
  return normalise(typed)
    .text.replace(/[^\p{L}\p{N}]|ー/gu, '')
    .toUpperCase()
}

export type SearchKeys = {
  readonly name: string | null
  readonly kana: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly order: string | null
}

/** What the words could be the beginning of. Too little to go by is null: it would match half the town. */
export function searchKeysOf(words: string): SearchKeys {
  const phone = phoneKey(words)
  const email = emailKey(words)
  const order = orderKey(words)
  const kana = kanaKey(words)
  const looksLikePhone = /^[\d+()\-ー\s.]+$/u.test(phoneWords(words))
  return {
    phone: looksLikePhone && phone.length >= 4 ? phone : null,
    email: !looksLikePhone && /^[\w.+-]{3,}(?:@[\w.-]*)?$/u.test(email) ? email : null,
    order: /\d/u.test(order) && order.length >= 4 ? order : null,
    name: looksLikePhone ? null : nameKey(words) || null,
    kana: /^[ぁ-ゖー]+$/u.test(kana) ? kana : null,
  }
}

/** One telephone is often a whole family's: a name that is known on both sides must not contradict. */
export function couldBeSame(known: CustomerKeys, told: CustomerKeys): boolean {
  return agree(known.name, told.name) && agree(known.kana, told.kana)
}

function agree(one: string | null, other: string | null): boolean {
  return !one || !other || one.startsWith(other) || other.startsWith(one)
}
