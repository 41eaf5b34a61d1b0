import { kanjiVariants } from './japanese-text/kanji-variants.ts'

// Names whose bearers keep these forms apart, while whoever searches cannot know which one was typed.
// Variant and common form, pair by pair; the forms of normal spelling come from japanese-text.
const pairs =
  '斎斉嶋島嶌島冨富𠮷吉曾曽檜桧舘館峯峰嶽岳龍竜萬万藏蔵槇槙凉涼桒桑栁柳薗園壹壱圓円礒磯遙遥彌弥瑤瑶凜凛堯尭蔣蒋灣湾乘乗籔薮藪薮侭儘鷗鴎埜野躰体'

const letters = [...pairs]
const common = new Map(
  letters.flatMap((letter, index) => (index % 2 === 0 ? [[letter, letters[index + 1] ?? '']] : [])),
)
const pattern = new RegExp(`[${[...common.keys()].join('')}]`, 'gu')

/** 髙→高, 﨑→崎, 齋・斎→斉 …: kanji that a search must not tell apart. */
export function foldVariants(text: string): string {
  return text
    .replace(kanjiVariants.pattern, kanjiVariants.usual)
    .replace(pattern, (letter) => common.get(letter) ?? letter)
}
