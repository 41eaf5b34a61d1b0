import { refuse } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'

/** Where help is at once. Numbers looked up 2026-11-23; they stand in the messages of this room. */
export const hints = ['danger', 'hurt', 'alone'] as const
export type Hint = (typeof hints)[number]

const signs: Readonly<Record<Hint, RegExp>> = {
  danger:
    /待ち伏せ|つけられ|つきまと|尾行|刃物|ナイフ|包丁|殺す|殺して|殺される|ころす|家に来|家まで来|自宅に来|閉じ込め|帰してもらえ|脅され|脅迫|襲われ|殴られ|殴る|蹴られ|weapon|knife|stalk|kill (?:me|you)|threat|locked in|followed me/iu,
  hurt: /けが|怪我|ケガ|出血|血が|骨折|倒れ|意識|病院に運|救急|息が(?:でき|苦し)|injur|bleeding|unconscious|can'?t breathe/iu,
  alone:
    /死にた|しにた|消えた(?:い|く)|消えてしまいた|いなくなりた|自殺|生きて(?:い)?(?:たくな|るのが|いけな)|自分を傷つけ|リストカット|終わりにした|kill myself|suicid|want to die|end it all|hurt myself/iu,
}

/** Which help to name at once, before anything is sent. Sooner one too many than one too few. */
export function hintsIn(text: string): Hint[] {
  return hints.filter((hint) => signs[hint].test(text))
}

/** Somebody must be left who reads it. */
export function whyNotBegun(counsellors: readonly string[], excluded: readonly string[]) {
  if (counsellors.length === 0) return refuse('blocked', 'consultation.nobody-there', {})
  return counsellors.every((each) => excluded.includes(each))
    ? refuse('blocked', 'consultation.nobody-left', {})
    : null
}

/** As it is compared: how it was typed does not matter. */
export function plainCode(code: string): string {
  return code.replaceAll('-', '')
}

/**
 * When something without a name was written: the day. A moment could be compared with who was signed in, and an id that
 * carries its moment (UUIDv7), too.
 */
export function dayOf(now: Temporal.Instant): string {
  return tokyoDay(now).toString()
}

/** An id without a moment in it (UUIDv4) from 16 random bytes in hex. */
export function timelessId(hex: string): string {
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  const flat = `${hex.slice(0, 12)}4${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`
  return flat.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
