import { foldVariants } from '#kernel/variants.ts'
import type { GateFinding } from './contract.ts'

/** 「森本様」 on a line of its own near the top, against the name in the record. */
export function wrongAddressee(text: string, name: string): GateFinding[] {
  const found = /^[ 　]*([^\n、。]{1,40}?)[ 　]*様[ 　]*$/mu.exec(text)
  const named = found?.[1] ?? ''
  if (!found || name.trim() === '' || text.slice(0, found.index).split('\n').length > 8) return []
  const written = named.replace(/[ 　]+/gu, '')
  if (/^(?:お客|各位|ご担当(?:者)?)$/u.test(written)) return []
  const [family = ''] = name.trim().split(/[ 　]+/u)
  const names = [name.replace(/[ 　]+/gu, ''), family]
  if (names.some((each) => written.endsWith(each))) return []
  const start = found.index + found[0].indexOf(named)
  const isOnlyWritten = names.some((each) => foldVariants(written).endsWith(foldVariants(each)))
  const what = isOnlyWritten ? otherLetters(name) : otherPerson(name)
  return [{ rule: 'addressee', severity: 'error', start, end: start + named.length, ...what }]
}

function otherLetters(name: string) {
  const message = `お名前の字が記録と違います（記録は「${name}」）。`
  return { message, fix: name, need: 'change' as const }
}

function otherPerson(name: string) {
  const message = `宛名が記録のお客様（${name}様）と違います。別の方へのメールではありませんか。`
  return { message, need: 'reason' as const }
}
