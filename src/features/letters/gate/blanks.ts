import type { GateFinding } from './contract.ts'
import { spanOf } from './places.ts'

const blank =
  /[{｛]{1,2}[^{}｛｝\n]{1,30}[}｝]{1,2}|[〇○◯●△]{2,}|[＿_]{3,}|(?:XX|ＸＸ|××)(?=様|円|月|日|時)|【(?:要)?(?:記入|確認|差し替え)[^】\n]{0,20}】/gu

/** What nobody has filled in yet. */
export function placeholders(text: string): GateFinding[] {
  return [...text.matchAll(blank)].map((found) => ({
    rule: 'placeholder',
    severity: 'error' as const,
    ...spanOf(found),
    message: `「${found[0]}」がまだ埋まっていません。このお客様の言葉に書き換えてください。`,
    need: 'change' as const,
  }))
}
