import { browserToken } from '#kit/ids.ts'

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** 100 random bits, made here: the server only ever learns its hash. */
export function newCode(): string {
  const pairs = browserToken().match(/../gu) ?? []
  const chosen = pairs.slice(0, 20).map((hex) => letters[Number.parseInt(hex, 16) % letters.length])
  return grouped(chosen.join(''))
}

/** As it is written, from however it was typed: ａｂｃｄ efgh → ABCD-EFGH. */
export function grouped(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^2-9A-Z]/gu, '')
  return plain.replaceAll(/(.{4})(?=.)/gu, '$1-')
}
