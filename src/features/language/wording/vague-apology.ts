import { apologiesIn } from './apologies.ts'
import { type Draft, sentenceIndexAt } from './draft.ts'
import type { Flaw, Rule } from './rule.ts'

export const vagueApology: Rule = {
  code: 'vague-apology',
  find: (draft) =>
    apologiesIn(draft).flatMap((apology, i, apologies) => {
      if (
        apology.namesMatter ||
        isConditional.test(apology.before) ||
        isNamedBeside(draft, apology) ||
        apologies[i - 1]?.namesMatter
      )
        return []
      return [flaw(apology.sentence.start, apology.end, draft)]
    }),
}

const message =
  '何についてのお詫びかが分かりません。口先と受け取られるので、「お届けが遅れましたこと」のように出来事を名指ししてください。'

function flaw(from: number, end: number, { text }: Draft): Flaw {
  const lead = /^[\s、。]*/u.exec(text.slice(from, end))?.[0].length ?? 0
  return { start: from + lead, end, severity: 'warning', message }
}

// 「…としたら、お詫びします」 is another rule's.
const isConditional = /(?:なら(?:ば)?|れば|たら|でしたら|とすれば|場合(?:に)?は?)、?[^。、]{0,6}$/u

const whatWentWrong =
  /遅れ|遅延|遅く|誤|間違|まちが|違っ|異な|相違|漏れ|もれ|不足|足り|破損|割れ|壊|傷|汚|破れ|届(?:いて|か|け)|届きません|できて(?:い|お)(?:り)?ません|しておりませんでした|いたしませんでした|不具合|不良|故障|欠|混入|欠陥|動か|つながら|忘れ|失念|行き違い|手違い|不手際|取り違え|重複|二重|消え|失礼な|不適切|配慮を欠|お待たせ|聞き漏らし/u

const asItWas = /(?<!お(?:世話|待ち)[^。]{0,8})(?:て|で)(?:い|お)り?ま(?:した|せんでした)[。\s]*$/u

// What the customer told us: the apology behind it is for that.
const asTold =
  /と(?:伺い|承り|お聞きし)ました[。\s]*$|とのこと(?:でした|です|でございます)[。\s]*$/u

/** The sentence before or after says what went wrong: then the apology between needs not say it again. */
function isNamedBeside(draft: Draft, { sentence }: { sentence: { start: number } }): boolean {
  const { text, sentences } = draft
  const at = sentenceIndexAt(draft, sentence.start)
  const before = sentences[at - 1]
  if (before && asTold.test(text.slice(before.start, before.end))) return true
  return [before, sentences[at + 1]].some(
    (span) =>
      span !== undefined &&
      (whatWentWrong.test(text.slice(span.start, span.end)) ||
        asItWas.test(text.slice(span.start, span.end))) &&
      !/(?:でしょうか|ますか|ください|ませんように)[。?]?\s*$|よう(?:に)?(?:努|いたし|に)/u.test(
        text.slice(span.start, span.end),
      ),
  )
}
