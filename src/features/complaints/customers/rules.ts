import { normalise } from '#kernel/japanese-text/normalise.ts'
import { foldVariants } from '#kernel/variants.ts'
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

/** Digits alone; numbers written for abroad (+81 90…, 010-81-…, 0081…) begin with 0 again. */
export function phoneKey(typed: string): string {
  const text = normalise(typed).text.trim()
  const digits = text.replace(/\D/gu, '')
  const fromAbroad = /^\(?\+/u.test(text) ? /^81(0?)/u : /^(?:010|00)81(0?)/u
  return fromAbroad.test(digits) ? digits.replace(fromAbroad, '0') : digits
}

export function emailKey(typed: string): string {
  return normalise(typed).text.replace(/\s/gu, '').replaceAll('ー', '-').toLowerCase()
}

/** 髙﨑 様 → 高崎. Who hears a name cannot know which さい, しま or とみ it is, so they are one here. */
export function nameKey(typed: string): string {
  return foldVariants(normalise(typed).text)
    .replace(/[\s・･.,、]/gu, '')
    .replace(/(?:様|さま|さん|殿|氏)$/u, '')
    .toLowerCase()
}

/** ﾆｼﾀﾞ ｹｲｺ → にしだけいこ. */
export function kanaKey(typed: string): string {
  return nameKey(typed).replace(/[ァ-ヶ]/gu, (kana) =>
    String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60),
  )
}

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
  const looksLikePhone = /^[\d+()\-ー\s.]+$/u.test(normalise(words).text.trim())
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
