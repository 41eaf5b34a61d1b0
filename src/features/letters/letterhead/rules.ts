import type { Place } from '#kernel/document.ts'
import type { EnvelopeWindow, Letterhead, LetterheadChange } from './contract.ts'

// 長形3号, and how far a sheet of A4 folded in three (210 × 99 mm) slides in it.
const envelope = { width: 235, height: 120 }
const slides = { across: 25, down: 21 }

/** What the window shows of the sheet however it lies in its envelope, with a millimetre to spare on each side. */
export function placeInWindow({ left, top, width, height }: EnvelopeWindow): Place {
  return {
    x: left + 1,
    y: top + 1.5,
    width: width - slides.across - 1,
    height: height - slides.down,
  }
}

/** Full-width letters of an address in a line, and lines, that stand in this place. */
export function roomIn({ width, height }: Place): {
  readonly letters: number
  readonly lines: number
} {
  return { letters: Math.floor(width / 3.7), lines: Math.floor(height / 4.8) }
}

/** A window that shows too little of a sheet for an address, or that its envelope has no room for. */
export function isWindowUsable(window: EnvelopeWindow): boolean {
  const { letters, lines } = roomIn(placeInWindow(window))
  const fits =
    window.left + window.width <= envelope.width && window.top + window.height <= envelope.height
  return fits && letters >= 12 && lines >= 3
}

const colours = { none: '', navy: '#1f3a68', green: '#1f5a3c', wine: '#7a1f35' } as const

/** Dark enough for a copier, as `#rrggbb`; empty for black. */
export function colourOf(accent: Letterhead['accent']): string {
  return colours[accent]
}

const fields = [
  'name',
  'postcode',
  'address',
  'telephone',
  'department',
  'person',
  'era',
  'numerals',
  'hasWindow',
  'window',
  'hasSeal',
  'accent',
  'logo',
] as const

/** What differs between two editions, in the order of the form. */
export function changesBetween(before: Letterhead | null, after: Letterhead): LetterheadChange[] {
  return fields.flatMap((field) => {
    const [was, is] = [before && wordsOf(before, field), wordsOf(after, field)]
    const isSame = field === 'logo' ? before?.logo === after.logo : was === is
    return isSame || (before === null && is === '') ? [] : [{ field, before: was ?? '', after: is }]
  })
}

function wordsOf(letterhead: Letterhead, field: (typeof fields)[number]): string {
  if (field === 'logo') return letterhead.logo === null ? '' : '○'
  if (field === 'window') {
    const { left, top, width, height } = letterhead.window
    return `${width} × ${height} mm（${left}, ${top}）`
  }
  const value = letterhead[field]
  if (typeof value === 'boolean') return value ? '○' : ''
  return value
}
