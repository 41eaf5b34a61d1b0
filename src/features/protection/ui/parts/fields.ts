import type { z } from 'zod'
import type { readProtection } from '../../contract.ts'

export type Opened = z.output<typeof readProtection.answer>

/** One field of a small form, by the key under which its text is kept. */
export type FieldSpec = {
  readonly key: string
  readonly label: string
  readonly form: 'line' | 'text' | 'day' | 'time' | 'select' | 'choice'
  readonly hint?: string
  readonly choices?: readonly { readonly id: string; readonly name: string }[]
  readonly isOptional?: boolean
}
export type Values = Readonly<Record<string, string>>

const time = /^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/u

/** What stands in a field that can be sent. */
export function isFilled({ key, form, isOptional }: FieldSpec, values: Values): boolean {
  const text = plain(values[key] ?? '')
  return form === 'time' ? time.test(text) : isOptional === true || text !== ''
}

/** A day and a time of day in Japan as an instant; only for what `isFilled`. */
export function instantOf(day: string, at: string): string {
  const [hour = '', minute = '', second = '00'] = plain(at).split(':')
  return new Date(`${day}T${hour.padStart(2, '0')}:${minute}:${second}+09:00`).toISOString()
}

/** Now in Japan, as a day and a time to the second. */
export function tokyoNow(now: number): { day: string; time: string } {
  const local = new Date(now + 9 * 3_600_000).toISOString()
  return { day: local.slice(0, 10), time: local.slice(11, 19) }
}

function plain(text: string): string {
  return text.normalize('NFKC').trim()
}

/** `2026年11月24日 09:55:12` in Japan. */
export function second(instant: string): string {
  const { day, time: at } = tokyoNow(Date.parse(instant))
  return `${day.replaceAll('-', '/')} ${at}`
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
