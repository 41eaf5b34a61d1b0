import type { GateFinding } from './contract.ts'
import { spanOf } from './places.ts'

/** A place that a template or a draft has left open. */
export const hole = /[{｛]{1,2}[^{}｛｝\n]{1,30}[}｝]{1,2}/gu

const typed =
  /[〇○◯●△]{2,}|[＿_]{3,}|(?:XX|ＸＸ|××)(?=様|円|月|日|時)|【(?:要)?(?:記入|確認|差し替え)[^】\n]{0,20}】/gu

/** What nobody has filled in yet. */
export function placeholders(text: string): GateFinding[] {
  return [...text.matchAll(hole), ...text.matchAll(typed)].map((found) => ({
    rule: 'placeholder',
    severity: 'error' as const,
    ...spanOf(found),
    message: `「${found[0]}」がまだ埋まっていません。このお客様の言葉に書き換えてください。`,
    need: 'change' as const,
  }))
}
