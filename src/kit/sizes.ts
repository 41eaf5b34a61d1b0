import type { Language } from '#kernel/dictionary.ts'

/** 830 kB, 3.4 MB: as phones show it. */
export function sizeOf(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  const digits = value < 10 && unit === 'MB' ? 1 : 0
  return `${Math.max(value, unit === 'kB' ? 1 : 0.1).toLocaleString(language, { maximumFractionDigits: digits })} ${unit}`
}
