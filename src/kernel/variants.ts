import { kanjiVariants } from './japanese-text/kanji-variants.ts'

// Names whose bearers keep these forms apart, while whoever searches cannot know which one was typed.
// Variant and common form, pair by pair; the forms of normal spelling come from japanese-text.
const pairs =
  '斎斉嶋島嶌島冨富𠮷吉曾曽檜桧舘館峯峰嶽岳龍竜萬万藏蔵槇槙凉涼桒桑栁柳薗園壹壱圓円礒磯遙遥彌弥瑤瑶凜凛堯尭蔣蒋灣湾乘乗籔薮藪薮侭儘鷗鴎埜野躰体'

// Rarer ones, of names alone: the index of the record is built without them.
const namePairs =
  '增増逹達舩船桺柳枩松穗穂寬寛莊荘曻昇薰薫飮飲昻昂渕淵渊淵槗橋𣘺橋塲場籏旗濤涛麴麹鄉郷郞郎朖朗'

const common = folding(pairs)
const ofNames = folding(namePairs)

function folding(written: string) {
  const letters = [...written]
  const usual = new Map(
    letters.flatMap((letter, index) =>
      index % 2 === 0 ? [[letter, letters[index + 1] ?? '']] : [],
    ),
  )
  const pattern = new RegExp(`[${[...usual.keys()].join('')}]`, 'gu')
  return (text: string) => text.replace(pattern, (letter) => usual.get(letter) ?? letter)
}

/** 髙→高, 﨑→崎, 齋・斎→斉 …: kanji that a search must not tell apart. */
export function foldVariants(text: string): string {
  return common(text.replace(kanjiVariants.pattern, kanjiVariants.usual))
}

/** The same for the name of a person: also 增→増, 槗→橋 …, and without the signs that choose a glyph (葛󠄀 → 葛). */
export function foldNames(text: string): string {
  return ofNames(foldVariants(text.replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')))
}
