import { sentences } from '#kernel/japanese-text/clauses.ts'
import { normalise } from '#kernel/japanese-text/normalise.ts'
import type { Draft } from './draft.ts'
import { isQuoted } from './draft.ts'
import type { Rule } from './rule.ts'

const feeling =
  /お詫び|申し?訳(?:ござ|あり|な)|謝罪|陳謝|すみません|お気持ち|ご気分|ご心中|お察し|ごもっとも|もっともで|お怒り|ご不安|ご心配|ご不快|ご不便|ご迷惑|お困り|お辛|おつら|残念|(?:おっしゃる|仰る)(?:とお|通)り|さようで|恐れ入り|重く受け止め|真摯に|痛み入|心苦し|ご立腹|お手数|胸が痛|ご心痛|ことと(?:存じ|思い|拝察)|でしたね|何より|お待たせ|つら|悲し|驚か|悔し|心細|心を痛|がっかり|(?:分|わ)かります|お急ぎ|恐縮|失礼いたし/u

export const repeatsPhrase: Rule = {
  code: 'repeats-phrase',
  find: (draft) => {
    const said = (draft.context.saidBefore ?? []).flatMap(phrasesOf)
    const seen: string[] = said
    return phrases(draft).flatMap(({ core, tail, start, end }) => {
      const isAgain = seen.some(
        (known) => isSame(known, core) || (tail.length >= ownWords && isSame(known, tail)),
      )
      // 「ご注文が通っておらず、申し訳ございません。申し訳ございません。」
      seen.push(core, tail)
      return isAgain ? [{ start, end, severity: 'warning' as const, message }] : []
    })
  },
}

/** How many letters the end of a sentence has at least that is a phrase by itself: every apology ends in 申し訳. */
const ownWords = 7

const message =
  '同じお詫びや共感を、もう述べています。繰り返すとマニュアルに聞こえます。消すか、その方の出来事に触れた言葉に替えてください。'

function phrases(draft: Draft): { core: string; tail: string; start: number; end: number }[] {
  return draft.sentences.flatMap(({ start, end }) => {
    const words = draft.text.slice(start, end)
    const core = coreOf(words)
    const lead = /^\s*/u.exec(words)?.[0].length ?? 0
    return feeling.test(words) &&
      core.length >= 3 &&
      !isQuoted(draft, start + lead) &&
      !isCushion(words)
      ? [
          {
            core,
            tail: coreOf(words.slice(words.lastIndexOf('、') + 1)),
            start: start + lead,
            end: start + words.trimEnd().length,
          },
        ]
      : []
  })
}

function phrasesOf(text: string): string[] {
  const words = normalise(text).text
  return sentences(words)
    .map(({ start, end }) => words.slice(start, end))
    .filter((sentence) => feeling.test(sentence) && !isCushion(sentence))
    .map(coreOf)
    .filter((core) => core.length >= 3)
}

/** 「恐れ入りますが、お電話番号を…」 opens a question. */
const isCushion = (words: string) =>
  /(?:ますか|でしょうか|ください(?:ませ)?|願い(?:いたし|し)ます)[。?]?\s*$/u.test(words)

const trimmings =
  /(?:はい|ええ)、|この度は|このたびは|この度|このたび|今回は|今回|誠に|まことに|大変|本当に|ほんとうに|心より|心から|深く|重ねて|改めて|重ね重ね|あらためて|非常に|とても|お客様の|お客様|[、。!?\s「」]/gu
const endings =
  /(?:ございませんでした|ございません|ありませんでした|ありません|申し上げます|いたします|致します|でございます|ございます|でした|です|ます|した|と(?:存じ|思い))+$/u

function coreOf(sentence: string): string {
  return sentence.replaceAll(trimmings, '').replace(endings, '')
}

function isSame(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < 8) return false
  const [left, right] = [pairs(a), pairs(b)]
  const common = [...left].filter((pair) => right.has(pair)).length
  return common / (left.size + right.size - common) >= 0.8
}

function pairs(words: string): Set<string> {
  const found = new Set<string>()
  for (let i = 0; i + 1 < words.length; i += 1) found.add(words.slice(i, i + 2))
  return found
}
