import { refuse } from '#kernel/result.ts'
import type { CueCode } from '#features/language/contract.ts'
import { listen } from '#features/language/door.ts'

const hurting: readonly string[] = [
  'insult',
  'sexual',
  'threat_harm',
  'threat_exposure',
  'anger_high',
  'demands_punishment',
] satisfies CueCode[]

/** Meant well, and heavy to read: they hurry, compare, or make small what was not. */
const pressing =
  /早く(?:戻|復帰|元気)|(?:さっさと|とっとと)|気にし(?:すぎ|過ぎ)|考え(?:すぎ|過ぎ)|それ(?:くらい|ぐらい)|大した(?:こと|事)(?:は|じゃ|で)?な|(?:みんな|皆)(?:も|は|だって)?[^。]{0,8}(?:我慢|耐え)|甘え|慣れ(?:れば|ろ|なさい)|(?:あなた|君|きみ)(?:が|も)悪|自業自得|hurry back|get over it|toughen up|man up/iu

/** Why a sentence is not passed on to a colleague who has just had a hard time. Null: it may go. */
export function whyNotWarm(text: string) {
  const hurts = listen({ speaker: 'customer', text }).cues.find(({ code }) =>
    hurting.includes(code),
  )
  if (hurts) return refuse('invalid', 'wellbeing.words-hurt', { words: hurts.words })
  const words = pressing.exec(text)?.[0]
  return words ? refuse('invalid', 'wellbeing.words-press', { words }) : null
}
