import type { Language } from '#kernel/dictionary.ts'
import { targetsMessages } from '../../targets/messages.ts'

/** 2時間10分 of open time, from minutes. */
export function spoken(minutes: number, language: Language): string {
  const { words } = targetsMessages[language]
  const whole = Math.floor(Math.abs(minutes))
  if (whole === 0) return words.less
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  const parts = [
    hours > 0 ? words.hours({ count: hours }) : '',
    rest > 0 ? words.minutes({ count: rest }) : '',
  ]
  return parts.filter(Boolean).join(language === 'ja' ? '' : ' ')
}
