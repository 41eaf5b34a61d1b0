import { promisedIn } from './acts.ts'
import type { Expression } from './expressions.ts'
import { isAsked, isState, predicateEnds } from './predicates.ts'

/** A sentence with the times said in it, and what it promises by itself. */
export type Part = {
  readonly start: number
  readonly sentence: string
  readonly said: readonly Expression[]
  readonly found: readonly Found[]
  /** Only a time of the day was said: the day is the one said before. */
  readonly isOnlyClock: boolean
}
/** `isFragment`: a time and nothing else. */
export type Found = Expression & { readonly words: string; readonly isFragment?: boolean }

/** 「確認してご連絡いたします。明日の15時までには必ず。」: what is promised in one sentence and dated in the next, or before. */
export function linked(parts: readonly Part[]): Found[] {
  const kept = parts.map(({ found }) => [...found])
  for (const [i, part] of parts.entries()) {
    const own = kept[i] ?? []
    const bare = bareOf(part)
    if (!bare) continue
    if (bare.isSelf) {
      kept[i] = [bare]
      continue
    }
    const before = i - 1
    if (refines(part, kept[before]?.at(-1)) || isOpen(parts[before], kept[before])) {
      kept[before] = (kept[before] ?? []).filter(
        (found) => !refines(part, found) && found.due !== null,
      )
    } else if (isOpen(parts[i + 1], kept[i + 1])) {
      kept[i + 1] = []
    } else if (own.length > 0 && !contradicts(parts[before])) continue
    else {
      kept[i] = own.filter(({ isFragment }) => !isFragment)
      continue
    }
    kept[i] = [bare]
  }
  return kept.flat()
}

// One word after the other, none of them the beginning of two: nothing to go back over.
const fillers =
  /^(?:[\s「、]|ただし?|では|なお|それも|はい|具体的な?|大体の|(?:ご?回答|お?返事|ご?連絡|お届け|ご?返金|お?電話|ご?訪問)の|に|期[限日]|目[安途処]|めど|日[時程]|時[間刻期]|予定|お?日にち|リミット|締め?切り?|は|が|として|ですが|につきましては|遅くとも|遅くても|必ず|おそらく|勝手ながら|恐れ入りますが|申し訳ございませんが|恐縮ですが|まずは|(?:その)?結果)*$/u
const polite =
  '(?:いた|致)?(?:し|せて)?(?:ます|ください(?:ませ)?|下さい|いただ(?:きます|きたく.{0,12}|けますか|けますでしょうか|けませんか|けませんでしょうか|ければ.{0,12})|頂(?:きます|戴します))'
const bareEnd = new RegExp(
  `^(?:の間|中|頃|ごろ|くらい|ぐらい|ほど)?(?:までには?|まで|には?|を?(?:目[処途標安]|めど)に?|として|、)*(?:必ずや?|間違いなく|確実に|きっと)?、?(?:で|に|と|を)?(?:の予定|予定|の見込み|見込み|の予定と)?(?:(?:で|が)?(?:す|ございます)|なります|なる(?:予定|見込み|か)(?:です|でございます|と.{0,6})|さ?${polite}|お願い${polite}|し(?:て|ており|てい)(?:い?ます|おります)?|(?:の|、)?(?:お?時間|ご?猶予|お?日にち)を?(?:ちょうだい|頂戴)?${polite}|お待ち${polite}|(?:お)?待って${polite})?(?:ね|よ)?[。?!」\\s]*$`,
  'u',
)

/** The one time in a sentence that says little else. */
function bareOf({ sentence, said, start }: Part): (Found & { isSelf: boolean }) | undefined {
  const [only, another] = said
  if (only?.kind !== 'dated' || another) return undefined
  const rest = sentence.slice(only.end)
  const before = sentence.slice(0, only.start)
  if (rest.length > 40 || !bareEnd.test(rest)) return undefined
  const isWaiting = /(?:ます)(?:ので|から)、?$/u.test(before) && /(?:くだ|下)さい/u.test(rest)
  const isSelf = isWaiting && promisesSomething(before)
  if (!isSelf && !(before.length < 30 && fillers.test(before))) return undefined
  const words = sentence.slice(only.start).replace(/[。、!?\s」』)]+$/u, '')
  const [from, to] = [start + only.start, start + only.start + words.length]
  return { ...only, start: from, end: to, words, isSelf }
}

const refines = (part: Part, found: Found | undefined) =>
  part.isOnlyClock && found?.kind === 'dated' && found.precision === 'day'

/** Promises something and has not said when. */
function isOpen(part: Part | undefined, found: readonly Found[] = []): boolean {
  if (!part) return false
  return found.length > 0
    ? found.every(({ due }) => due === null)
    : part.said.every(({ kind }) => kind !== 'dated') && promisesSomething(part.sentence)
}

const contradicts = (part: Part | undefined) =>
  part !== undefined &&
  (isState(part.sentence.replace(/[。!?\s]+$/u, '')) || isAsked(part.sentence.slice(-20)))

function promisesSomething(sentence: string): boolean {
  return [0, ...predicateEnds(sentence.slice(0, 160))].some((from) => {
    const verdict = promisedIn({ sentence, start: from, end: from, next: undefined })
    return verdict?.hasOwnAct === true
  })
}
