import { normalise } from '#kernel/japanese-text/normalise.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import type { Quotable } from '../judging/contract.ts'

export type HeardCue = CaseRecord['cues'][number]
type Heard = {
  readonly record: CaseRecord
  readonly entries: readonly TimelineEntry[]
  readonly quotables: readonly Quotable[]
}

const hearing = /耳が(?:遠|悪|聞こえ|不自由)|補聴器|難聴|聞こえな(?:い|く)/u
/** Why somebody cannot come, read or write as others do: to ask for another way is their right. */
const need =
  /車(?:椅子|いす)|足(?:腰)?が(?:悪|不自由|動か)|歩け(?:な|ま)|寝たきり|介護|障(?:害|がい)|目が(?:見え|不自由|悪)|視覚|妊娠|入院|透析|ベッドから|段差|筆談|手話|点字|読み上げ|合理的(?:な)?配慮/u
/** Somebody else's words, handed on. */
const handedOn =
  /^[」』”。]?(?:などと|なんて|とか|って|と)、?(?:言|い)われ|^[」』”。]?と、?(?:怒鳴|どな|罵|脅|おど)(?:ら|さ)れ/u
/** In parts of Japan a friendly word; alone it says nothing. */
const friendly = /^(?:あほ|アホ)(?:か|やな|やろ|ちゃう)?$/u
/** Somebody is shown, or it is said to get something. To write what happened is anybody's right. */
const exposes =
  /晒|さらし|さらす|拡散|炎上|ばらま|バズ|(?:名前|実名|顔|住所|写真|動画|録音)(?:を|も|と|ごと|つき|付き)|潰|つぶ|覚悟|(?:ない|なけれ|なきゃ|いや|嫌)(?:なら|ば)|ないと|(?:し|でき)なかったら|られたくな|困る(?:だろ|よな|のは)/u

/** The cues of a record without those that the record itself explains. */
export function unexplained(heard: Heard): HeardCue[] {
  const { record, entries, quotables } = heard
  const texts = textsOf(entries, quotables)
  const needsAid = hintOfHearing(heard)
  const inCrisis = new Set(
    record.cues.flatMap(({ code, sequence }) => (code === 'customer_crisis' ? [sequence] : [])),
  )
  return record.cues.filter((cue) => {
    const { code, words, sequence } = cue
    const text = texts.get(sequence) ?? words
    if (inCrisis.has(sequence) || isHandedOn(cue, text) || isOneThreat(cue, record)) return false
    switch (code) {
      case 'insult':
        return !friendly.test(words)
      case 'anger_high':
        return !needsAid
      case 'threat_exposure':
        return exposes.test(normalise(text).text)
      case 'demands_visit':
        return !need.test(normalise(text).text)
      default:
        return true
    }
  })
}

function textsOf(entries: readonly TimelineEntry[], quotables: readonly Quotable[]) {
  const sequences = new Map(entries.map(({ id, sequence }) => [id, sequence]))
  return new Map(quotables.map(({ entryId, text }) => [sequences.get(entryId) ?? -1, text]))
}

function isHandedOn({ end, words }: HeardCue, text: string): boolean {
  return handedOn.test(`${words.endsWith('と') ? 'と' : ''}${text.slice(end)}`)
}

/** 「晒してやる」 is one threat and not two. */
function isOneThreat({ code, sequence, start, end }: HeardCue, { cues }: CaseRecord): boolean {
  if (code !== 'threat_harm') return false
  return cues.some(
    (each) =>
      each.code === 'threat_exposure' &&
      each.sequence === sequence &&
      each.start <= start &&
      end <= each.end,
  )
}

/** Somebody may not hear well; null: nothing says so. */
export function hintOfHearing({ record, quotables }: Omit<Heard, 'entries'>): string | null {
  const isNoted = record.noticed.some(({ what, isSo }) => what === 'hearing' && isSo)
  const told = quotables.find(({ text }) => hearing.test(text))
  return told?.text ?? (isNoted ? '' : null)
}

/** In the customer's own words, why another way is needed; null: nothing was said of it. */
export function hintOfNeed(quotables: readonly Quotable[]): string | null {
  const told = quotables.find(
    ({ speaker, text }) => speaker === 'customer' && need.test(normalise(text).text),
  )
  return told?.text ?? null
}
