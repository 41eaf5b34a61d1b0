import type { LucideIcon } from 'lucide-react'

/** One thing the palette can do or open. */
export type PaletteItem = {
  readonly id: string
  readonly name: string
  readonly detail?: string
  readonly keys?: string
  readonly icon?: LucideIcon
  /** Other words people may type for it: かな, ローマ字, English. */
  readonly alsoCalled?: string
  readonly run: () => void
}

/** Every typed word occurs somewhere in the item; width, case and katakana do not matter. */
export function paletteMatches(items: readonly PaletteItem[], typed: string): PaletteItem[] {
  const wanted = folded(typed).split(/\s+/).filter(Boolean)
  return items.filter((item) => {
    const text = folded(`${item.name} ${item.detail ?? ''} ${item.alsoCalled ?? ''}`)
    return wanted.every((word) => text.includes(word))
  })
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
}
