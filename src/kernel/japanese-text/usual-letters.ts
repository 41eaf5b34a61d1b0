import { type MappedText, rewrite } from './mapped-text.ts'

/**
 * One spelling for words that people write in several ways, so that one pattern reads them all. Only for
 * matching, never for showing. Every entry must hold for all forms of a verb, or name what has to follow.
 */
const spellings: Readonly<Record<string, readonly string[]>> = {
  ください: [
    '下さい',
    '下サイ',
    'くださーい',
    'くださぃ',
    'くださ一い',
    'くだサイ',
    'ください。ませ',
  ],
  くださ: ['下さ'],
  いただ: ['頂', '戴'],
  いたし: ['致し'],
  いたす: ['致す'],
  でき: ['出来'],
  ありがとう: ['有難う', '有り難う', 'ありがと(?!う)', 'アリガトウ', 'あざす', 'ありがたう'],
  ない: ['無い', 'ナイ'],
  なく: ['無く'],
  なかっ: ['無かっ'],
  ほしい: ['欲しい'],
  ほしく: ['欲しく'],
  もらい: ['貰い'],
  もらう: ['貰う'],
  もらえ: ['貰え', 'もらへ'],
  もらわ: ['貰わ'],
  もらお: ['貰お'],
  もらっ: ['貰っ'],
  くれ: ['呉れ'],
  わかっ: [
    '(?<![処自部半成気区存当随数何配多細身十分百千0-9])分かっ',
    '判っ',
    '解っ',
    '(?<![処自部半成気区存当随数何配多細身十分百千0-9])分っ',
  ],
  わから: [
    '(?<![処自部半成気区存当随数何配多細身十分百千0-9])分から',
    '判ら',
    '解ら',
    '(?<![処自部半成気区存当随数何配多細身十分百千0-9])分ら',
  ],
  わかり: ['(?<![処自部半成気区存当随数何配多細身十分百千0-9])分かり', '判り', '解り'],
  わかる: ['(?<![処自部半成気区存当随数何配多細身十分百千0-9])分かる', '判る', '解る'],
  わかれ: ['分かれ(?!道|目)'],
  いい: ['良い', '善い', 'イイ', 'ええ(?=加減|人|か|から|です|わ|ねん|やろ)'],
  みせ: ['見せ', 'ミセ'],
  つか: ['掴'],
  おまえ: ['お前', 'オマエ', '御前', 'おめえ', 'おめー'],
  てめえ: ['テメエ', 'テメェ', 'てめー', 'テメー', '手前ら'],
  あんた: ['アンタ', 'あなた', '貴方', '貴女', 'アナタ'],
  おたく: ['お宅', 'オタク', '御宅'],
  俺: [
    'オレ',
    'おれ(?=は|が|も|の|を|に|ら|達|たち|んち)',
    'ワシ(?=は|が|も|の|ら)',
    'わし(?=は|が|も|の|ら)',
    'ワイ(?=は|が|も|の)',
    '儂',
    '僕',
    'ボク',
    'ぼく',
  ],
  私: [
    'わたくし',
    'わたし',
    'あたし',
    'ワタシ',
    'うち(?=の(?:子|主人|夫|妻|娘|息子|母|父|旦那|嫁|家内|人))',
  ],
  奴: ['やつ(?!れ|ら(?:い|く))', 'ヤツ', 'ヤロウ', 'やろうめ', '野郎'],
  馬鹿: ['バカ', 'ばか(?!り|し)', 'ヴァカ', 'バーカ', 'ばーか'],
  クソ: ['くそ', '糞', 'クッソ'],
  アホ: ['あほ', '阿呆', '阿保', 'アホー', 'ドアホ', 'どあほ'],
  ふざけ: ['フザケ', '巫山戯', 'ふさけ(?=んな|るな)'],
  なめ: ['舐め', 'ナメ(?=てん|とん|るな|んな|て)', '嘗め'],
  殺: [
    'コロ(?=[すしさスシサ](?!ッケ|ナ))',
    'ころ(?=すぞ|してや|してほし|されたい|したろ|したる|しに行|す[!。])',
    '殺ろ',
  ],
  やつら: ['奴ら'],
  うそ: ['嘘', 'ウソ', '噓', 'うっそ'],
  だま: ['騙'],
  かば: ['庇'],
  まだ: ['未だ'],
  すぐ: ['直ぐ(?=に|さま|や|対|連|来|返)', 'スグ'],
  いつ: ['何時(?=になったら|まで(?!も?の)|まで待|頃|ごろ)', 'イツ'],
  ここ: ['此処', 'ココ'],
  こっち: ['コッチ', '此方', 'こちら'],
  そっち: ['ソッチ', 'そちら'],
  つけ: ['付け', '着け(?=て|ろ)'],
  かけ: ['掛け', '懸け', '架け'],
  かか: ['掛か', '掛っ'],
  つな: ['繋', 'ツナ(?=が|い)'],
  話: ['はなし(?=に|を|が|て)', 'ハナシ'],
  お金: [
    'おかね',
    'オカネ',
    'カネ(?!ボウ)',
    'ゼニ',
    '(?<![料返代現税送募献預入出借罰賞年給頭資保前後お])金(?=を?払え|を?だせ|を?出せ|くれ|を?返せ|かえせ|よこせ|で解決|を返|返し)',
  ],
  慰謝料: ['慰藉料', '慰しゃ料', 'いしゃりょう', '慰謝量', '医者料'],
  誠意: ['せいい(?!っぱい)', 'セイイ', '誠心誠意'],
  土下座: ['どげざ', 'ドゲザ', '土下坐', '土下ざ', '土下寝'],
  責任者: ['せきにんしゃ', '責任もの', '責任社'],
  上司: ['じょうし', '上士(?=を|に)'],
  店長: ['てんちょう', '店超'],
  弁護士: ['べんごし', '弁護師'],
  迷惑: ['めいわく', 'メイワク'],
  返金: ['へんきん', '返禁', '変金'],
  警察: ['けいさつ', 'ケーサツ', '警札', 'サツ(?=に)'],
  ネット: ['インターネット'],
  けが: ['怪我', 'ケガ'],
  やけど: ['火傷', 'ヤケド'],
  かび: ['黴', 'カビ'],
  こわ: ['怖', '恐(?=い|く|か)'],
  ひど: ['酷', 'ヒド'],
  うるさ: ['五月蝿', 'ウルサ', '煩(?=い)'],
  ちゃんと: ['チャント', 'ちゃんっと'],
  本当: [
    'ほんと(?!う)',
    'ほんとう',
    'ホント',
    'ほんま',
    'ホンマ',
    'マジ',
    '(?<![ぁ-ん])まじ(?=で|か|ありえ|むか|最|、)',
  ],
  全然: ['ぜんぜん', 'ゼンゼン', '全全'],
  何回: [
    '何べん',
    '何遍',
    'なんべん',
    '何度',
    'なんど(?=も|いえ|いっ|いわ|電)',
    'なんかい(?=も|いえ|いっ|いわ|電)',
  ],
  電話: ['でんわ', 'TEL', 'tel', 'Tel', '☎', '℡'],
  繰り返: ['くり返', 'くりかえ', '繰返'],
  すみません: [
    '済みません',
    'スミマセン',
    'すいません',
    'スイマセン',
    'すんません',
    'すいませーん',
  ],
  子ども: ['子供', 'こども', 'コドモ', 'お子さん', 'お子様'],
  とこ: ['トコ'],
  やめ: ['辞め', '(?<![足引呼受押差突食歯塗きびけしい])止め(?=て|ます|る|さ|た|よう|にし)', 'ヤメ'],
  つら: ['辛(?=い|く|か)'],
  きたな: ['汚(?=い|く|な)'],
  つぶ: ['潰'],
  しゃべ: ['喋'],
  まわ: ['廻'],
  こと: [
    '(?<![仕食返火大工行記家軍人刑判検領知当時好民用無来炊理幹議従法慶惨万参商])事(?=が|を|は|に|も|で|だ|な|じゃ|や)',
  ],
  ため: ['為(?=に|の)'],
  たぶん: ['多分'],
  さっき: ['先程', '先ほど', 'さきほど', 'サッキ'],
  ございま: ['御座いま', '御座いま'],
  お客: ['御客'],
  ご: [
    '御(?=連絡|対応|迷惑|不便|心配|説明|案内|確認|検討|返答|回答|返信|指摘|意見|丁寧|親切|用意|準備|返金|予約|注文|購入|利用|理解|了承|容赦|安心|自宅|主人|家族|住所|本人)',
  ],
  お願い: ['おねがい', '御願い', 'お願ひ'],
  お: ['御(?=電話|詫|願|礼|手数|返事|店|値段|名前|忙|手紙|話|世話|時間|金)'],
}

type Spelling = { readonly pattern: RegExp; readonly usual: string }

// Some spellings are only meant between certain neighbours: those stand as look-arounds beside the word.
const bare = (way: string) => way.replace(/^\(\?<!.*?\)/u, '').replace(/\(\?[=!].*$/u, '')
const byVariant = new Map<string, string>()
const variants: string[] = []
for (const [usual, ways] of Object.entries(spellings)) {
  for (const way of ways) {
    byVariant.set(bare(way), usual)
    variants.push(way)
  }
}
const longestFirst = variants.toSorted((a, b) => bare(b).length - bare(a).length)

const steps: readonly Spelling[] = [
  // ふざけんなぁぁ, 早くーーー, !!!!: drawn-out sounds carry no meaning of their own.
  { pattern: /ー{2,}/gu, usual: 'ー' },
  { pattern: /(?<=下さ|くださ)ー(?=い)/gu, usual: '' },
  { pattern: /(?<=[ぁ-ん])ー(?=[!?。、\n]|$)/gu, usual: '' },
  { pattern: /(?<=[あ-ん])[〜](?=[!?。、\n]|$)/gu, usual: '' },
  { pattern: /(?<=っ)っ+/gu, usual: '' },
  { pattern: /っ(?=[!?。、…\n]|$)/gu, usual: '' },
]

const small: Readonly<Record<string, string>> = { ぁ: 'あ', ぃ: 'い', ぅ: 'う', ぇ: 'え', ぉ: 'お' }
const variantPattern = new RegExp(longestFirst.join('|'), 'gu')

const firstLetters = new Set(variants.map((way) => bare(way)[0]))

/** The same for the words that are looked for. */
export function usualLetters(words: string): string {
  if (![...words].some((letter) => firstLetters.has(letter))) return words
  return words.replace(variantPattern, (way) => byVariant.get(way) ?? way)
}

export function inUsualLetters(mapped: MappedText): MappedText {
  let now = rewrite(mapped, katakanaSentence, (letters) =>
    isSpeech(letters) ? hiragana(letters) : letters,
  )
  now = rewrite(now, /[A-Z]+/gu, (letters) => letters.toLowerCase())
  now = rewrite(now, /(?<=[ぁ-ん])[ぁぃぅぇぉ]+/gu, (letters) => small[letters[0] ?? ''] ?? letters)
  // 火ぃつける, 手ぇ出す: western speech draws short words out.
  now = rewrite(now, /(?<=[一-龯])[ぁぃぅぇぉ]+/gu, () => '')
  for (const step of steps) now = rewrite(now, step.pattern, () => step.usual)
  now = rewrite(now, variantPattern, (way) => byVariant.get(way) ?? way)
  return rewrite(now, katakanaEnding, (letters) => hiragana(letters))
}

// ｶｴﾘﾏｾﾝ。 — a sentence without any hiragana or kanji, as old terminals and old hands write.
const katakanaSentence = /(?<=^|[。!?\n」])[^ぁ-ん一-龯。!?\n]{5,}(?=$|[。!?\n])/gu
const isSpeech = (letters: string) =>
  /[ァ-ヶ].*[ァ-ヶ].*[ァ-ヶ].*[ァ-ヶ]/u.test(letters) &&
  /(?:マス|デス|マセン|マシタ|デシタ|ナイ|タイ|クレ|シロ|ダ|タ|テ|デ|ル|ス|ロ|ゾ|ヨ|ネ|ナ|カ|カラ|サイ|ケド|ウ|エ|ヤ|ワ)[ 、,]*$/u.test(
    letters,
  ) &&
  /[ヲハガニデモトノ]|ナイ|マセ|テ/u.test(letters)

// 殺スぞ, 帰レ: an ending written for emphasis.
const katakanaEnding = /(?<=[一-龯])[スシサセソルレラリロッテケクカキイエ]{1,3}(?![ァ-ヶー])/gu

const hiragana = (letters: string) =>
  letters.replaceAll(/[ァ-ヶ]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
