import type { Language } from '#kernel/dictionary.ts'

/** Every placeholder by its two names: as a Japanese play writes it, and as an English play does. */
const english = {
  お客様名: 'customer',
  自社名: 'company',
  担当名: 'my name',
  受付番号: 'number',
  商品: 'product',
  注文番号: 'order number',
  お客様の言葉: "customer's words",
  お気持ちの言葉: 'words of feeling',
  合図の言葉: 'words heard',
  最初の言葉: 'first words',
  懸念: 'concern',
  懸念の数: 'number of concerns',
  望み: 'wish',
  いつ: 'when',
  どこ: 'where',
  なに: 'what',
  確認した事実: 'confirmed fact',
  原因: 'cause',
  代替案1: 'option 1',
  代替案2: 'option 2',
  できること: 'what we can do',
  受け入れた案: 'accepted option',
  合意: 'agreement',
  条項: 'clause',
  約束: 'promise',
  期限: 'deadline',
  約束の担当: 'promise owner',
  破れた約束: 'broken promise',
  破れた期限: 'broken deadline',
  提案期限: 'proposed deadline',
  引き継ぎ先: 'colleague',
  指名: 'person asked for',
  回数: 'times',
  経過分: 'minutes',
  ご連絡の回数: 'contacts',
  お使いの言葉: 'language',
} as const
export type Placeholder = keyof typeof english

const japanese = Object.keys(english) as readonly Placeholder[] // Object.keys forgets the literals
const byName: Readonly<Record<Language, ReadonlyMap<string, Placeholder>>> = {
  ja: new Map(japanese.map((key) => [key, key])),
  en: new Map(japanese.map((key) => [english[key], key])),
}

export function placeholdersIn(language: Language): readonly string[] {
  return [...byName[language].keys()]
}

export function placeholderNamed(name: string, language: Language): Placeholder | undefined {
  return byName[language].get(name)
}
