import type { CaseRecord } from '#features/complaints/record/contract.ts'

/** How strong the feeling is that was put into words: nobody is told of a displeasure that was never heard. */
export const feelings = ['none', 'some', 'strong'] as const
export type Feeling = (typeof feelings)[number]

const strong =
  /許せ(?:ない|ません|なかった|ん)|許しがた|腹が立|腹立|頭に(?:き|来)|怒って|怒りが|悔し|悲し|ひどすぎ|ひどい(?:話|と思|です)|最低|最悪|信じられな|裏切|怖(?:い|か|く)|恐ろし|ぞっと|泣(?:い|き|け)|ショック|情けな|\b(?:furious|outraged|disgust\w*|devastated|terrified|betrayed|appalled|heartbroken|so angry)\b/i
const some =
  /がっかり|残念|困(?:って|り|る|惑)|不安|心配|心細|戸惑|つら(?:い|か|く)|辛(?:い|か|く)|嫌な(?:思|気)|気持ち悪|不快|寂し|落ち(?:込|着か)|疲れ|うんざり|待ちくたび|気が気で|焦(?:って|り)|\b(?:disappoint\w*|upset|worried|anxious|frustrat\w*|annoy\w*|sad|ashamed|afraid|tired of|let down|angry)\b/i
/** 怒ってるわけじゃない, 心配はしていません: what is said not to be there. */
const denied =
  /^(?![^、。]{0,4}(?:なら|なり|たまら|仕方|しかた|しょうが)[なま])(?:[^、。]{0,6}?(?:わけ|の|ん)(?:で|じゃ)[^、。]{0,3}な|[^、。]{0,5}(?:ない|なかった|ません))/
const deniedBefore = /\b(?:not|isn[’']t|[’']m not|never)(?: \w+)?\s$/i

/** The feeling that these words carry by themselves. */
export function feelingIn(words: string): Feeling {
  if (isSaid(strong, words)) return 'strong'
  return isSaid(some, words) ? 'some' : 'none'
}

function isSaid(feeling: RegExp, words: string): boolean {
  const found = feeling.exec(words)
  if (found === null) return false
  const before = words.slice(0, found.index)
  return !denied.test(words.slice(found.index + found[0].length)) && !deniedBefore.test(before)
}

/** The strongest feeling that was heard since then; anger that was heard counts until it has calmed down. */
export function feelingHeard(
  { notes, cues, concerns, ownWords }: CaseRecord,
  since: number,
): Feeling {
  const calmed = calmedAt(notes, since)
  const isAngry = cues.some(
    ({ code, sequence }) => isAnger(code) && sequence > Math.max(since, calmed),
  )
  if (isAngry) return 'strong'
  const heard = notes.filter((note) => isCustomers(note) && note.sequence > Math.max(since, calmed))
  const written = [...concerns.map(({ words }) => words), ownWords].map(strongestIn)
  return strongest([...heard.map(({ text }) => strongestIn(text)), ...written])
}

function strongestIn(text: string): Feeling {
  if (!strong.test(text) && !some.test(text)) return 'none'
  return strongest(text.split(/[。．！？!?\n]|\.(?=\s|$)/).map(feelingIn))
}

function strongest(told: readonly Feeling[]): Feeling {
  if (told.includes('strong')) return 'strong'
  return told.includes('some') ? 'some' : 'none'
}

function isAnger(code: string): boolean {
  return code === 'anger_high' || code === 'insult'
}

type Note = CaseRecord['notes'][number]

function isCustomers({ speaker }: Note): boolean {
  return speaker === 'customer'
}

const loud =
  '(?:大声|大きな声|声を荒|怒鳴|どなっ|言い過ぎ|言いすぎ|きつい(?:言い方|こと)|感情的|取り乱|カッと|かっと|八つ当たり|当たっ|興奮|熱くな)'
const sorry =
  '(?:悪かった|悪い(?:ね|な)|すまな|すまん|すみません|すいません|ごめん|申し訳|失礼(?:し|を)|恥ずかし)'
const apology = new RegExp(
  [
    `${sorry}[^。]{0,14}${loud}`,
    `${loud}[^。]{0,14}${sorry}`,
    '(?:言い過ぎ|言いすぎ)(?:た|まし)',
    '(?:^|。)(?:いや|さっきは|先ほどは|、)*(?:悪かった|すまなかった|すまん|ごめん(?:なさい|なさいね|ね)?)(?:な|ね|です|よ)*(?:[、。]|$)',
    String.raw`\b(?:sorry|apologi[sz]e)\b[^.]{0,30}\b(?:shout\w*|yell\w*|rais\w+ my voice|los\w+ (?:my temper|it)|rude|snapp\w+|outburst)\b`,
    String.raw`\bI (?:shouldn[’']t have|didn[’']t mean to) (?:shout|yell|snap|rais)\w*`,
  ].join('|'),
  'i',
)

const maySayIt = /悪|す[まい]|ごめ|申し訳|失礼|恥|過ぎ|すぎ|sorry|apolog|I (?:shouldn|didn)/i

/** Does the customer apologise for having been loud? Such words are never said back. */
export function takesBackAnger(text: string): boolean {
  return maySayIt.test(text) && apology.test(text)
}

/** Where the customer last apologised for having been loud; 0 when never. */
export function calmedAt(notes: readonly Note[], since: number): number {
  const last = notes.findLast((note) => isCustomers(note) && takesBackAnger(note.text))
  return last !== undefined && last.sequence > since ? last.sequence : 0
}
