import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { Noticeable, Tongue } from '../contract.ts'

/** What is known of whoever is on the line: written down by the operator, or said by the customer in so many words. */
export type Noticed = {
  readonly what: Noticeable
  readonly speaks: Tongue | null
  /** The words that said so; empty when the operator noted it. */
  readonly words: string
  readonly isTold: boolean
}

type Sign = { readonly what: Noticeable; readonly speaks?: Tongue; readonly words: RegExp }

const family =
  '(?:母|父|祖母|祖父|義母|義父|両親|親|妻|夫|主人|家内|旦那|息子|娘|姉|兄|妹|弟|叔母|叔父|おばあちゃん|おじいちゃん|入居者(?:さん|様)?|利用者(?:さん|様)?|本人|友人|知人)'
const relative = String.raw`(?:mother|father|mum|mom|dad|parents?|grand\w+|wife|husband|son|daughter|sister|brother|aunt|uncle|neighbou?r|friend|client|resident|tenant)`

/** Only what leaves no doubt: a wrong guess about a person is worse than none. */
const signs: readonly Sign[] = [
  {
    what: 'organisation',
    words:
      /(?:弊社|当社|わが社|弊店|当院|当園|当館)(?:は|の|では|で|が|に|も|へ|と|まで)|(?:株式会社|有限会社|合同会社|商事|商店|商会|工業|物産|製作所|クリニック|病院|保育園|ホテル|旅館)の[^、。\s]{1,8}(?:です|でございます|と申します|といいます)|(?:購買|総務|経理|資材|仕入)(?:部|課|担当)?の[^、。\s]{1,6}(?:です|と申します)|(?:購買|総務|経理|資材|仕入)(?:部|課|担当)です/,
  },
  {
    what: 'organisation',
    words:
      /\b(?:calling|ringing|writing) from [A-Z][\w&.-]*(?: [A-Z][\w&.-]*)* (?:Ltd|Inc|Co|Company|Trading|Foods|Hotels?|Clinic)\b|\bI[’']m (?:with|in) (?:purchasing|procurement|accounts)\b|\bour company\b/,
  },
  {
    what: 'proxy',
    words: new RegExp(
      `${family}(?:の代わり|に代わ(?:って|り)|の代理)|代理で(?:お?電話|ご?連絡|掛け|かけ|申)|代理の者です`,
    ),
  },
  {
    what: 'proxy',
    words: new RegExp(
      String.raw`\b(?:call|ring|phon|writ)ing (?:for|on behalf of) (?:my|our|his|her|an?|the) (?:\w+ ){0,2}${relative}\b|\bon behalf of (?:my|our) `,
      'i',
    ),
  },
  {
    what: 'slower',
    words:
      /(?:もう(?:少|すこ)し|もっと|できれば)、?ゆっくり|ゆっくり(?:話して|言って|しゃべって|喋って|お願い)|早口(?:で|だと|は)[^。]{0,8}(?:聞き取れ|分から|わから|ついて)|年寄り(?:です|なもので|なので|だから)|(?:[7-9][0-9]|[七八九]十[一二三四五六七八九]?)(?:歳|才)(?:です|になり|になる|なもので|なので)/,
  },
  {
    what: 'slower',
    words:
      /\b(?:speak|talk|go|say (?:it|that))(?: a (?:bit|little))?(?: more)? slow(?:ly|er)\b|\bslow down\b/i,
  },
  {
    what: 'hearing',
    words: /耳が(?:遠|悪|聞こえ|不自由)|補聴器|難聴|聴覚(?:に)?障|ろう者/,
  },
  { what: 'hearing', words: /\b(?:hard of hearing|hearing aids?|I[’']m deaf)\b/i },
  {
    what: 'language',
    words:
      /(?:日本語|にほんご|ニホンゴ)(?:が|は|を|、|も)*(?:あまり|少し|すこし|ちょっと|まだ|上手|じょうず|へた|下手|苦手|わから|分から|わかりま|分かりま|でき|話せ|はなせ)(?!ますよ)/,
  },
  {
    what: 'language',
    speaks: 'english',
    words: /英語(?:で|を|が)?(?:話せ|はなせ|できる|お願い|大丈夫)|\b(?:speak|in) English\b/i,
  },
  {
    what: 'language',
    speaks: 'chinese',
    words: /中国語(?:で|を|が)?(?:話せ|はなせ|できる|お願い|大丈夫)|中文/,
  },
  {
    what: 'language',
    speaks: 'vietnamese',
    words: /ベトナム語(?:で|を|が)?(?:話せ|はなせ|できる|お願い|大丈夫)/,
  },
  {
    what: 'language',
    speaks: 'korean',
    words: /韓国語(?:で|を|が)?(?:話せ|はなせ|できる|お願い|大丈夫)/,
  },
  {
    what: 'language',
    words: /\bmy English (?:is|isn[’']t)(?: not)? (?:very |so )?(?:good|poor|bad)\b/i,
  },
  {
    what: 'child',
    words:
      /(?:小学生|中学生)です|(?:小学校?|中学校?)[一二三四五六1-6]年(?:生)?です|(?:^|[、。])(?:[6-9]|1[0-4]|[六七八九十])歳です|お(?:母|父|かあ|とう)さんには?(?:言わないで|ないしょ|内緒)/,
  },
  {
    what: 'child',
    words:
      /\bI[’']m (?:six|seven|eight|nine|ten|eleven|twelve|[6-9]|1[0-4])(?: years old)?[.!]|\bmy (?:mum|mom|dad) (?:isn[’']t|is not) home\b/i,
  },
]

/** Without one of these no sign is there: most of what is said in a long talk need not be read any closer. */
const mayTell =
  /[代弊当社商工製購総経資仕早歳才耳聴語小中]|物産|クリニック|病院|保育園|ホテル|旅館|ゆっくり|年寄り|難聴|ろう者|ほんご|ホンゴ|お[母父かと]|[A-Za-z]{3}/

/** What is said of somebody else, or what somebody else is quoted as saying, tells nothing of the caller. */
const ofOthers = new RegExp(
  `(?:${family}|子ども|子供|孫|隣)(?:は|が|も|の耳)|\\b(?:my|our|his|her) ${relative} (?:is|has|was|can[’']t)\\b`,
  'i',
)
const reported = /と(?:言われ|言って|おっしゃ|書いて|いう返事)/
const aboutThemselves: readonly Noticeable[] = ['slower', 'hearing', 'language', 'child']

/** Operator's word first; what was taken back stays away, whatever is said. */
export function noticedOf(record: CaseRecord): Noticed[] {
  const known = record.noticed.filter(({ what }) => what !== 'quiet')
  const told = toldIn(record)
  const noted = known
    .filter(({ isSo }) => isSo)
    .map(({ what, speaks }) => ({
      what,
      speaks: speaks ?? told.find((each) => each.what === what)?.speaks ?? null,
      words: '',
      isTold: false,
    }))
  return [...noted, ...told.filter(({ what }) => known.every((each) => each.what !== what))]
}

function toldIn({ notes, ownWords }: CaseRecord): Noticed[] {
  const spoken = notes
    .filter(({ speaker, text }) => speaker === 'customer' && mayTell.test(text))
    .map(({ text }) => text)
  const told = new Map<Noticeable, Noticed>()
  for (const sentence of [ownWords, ...spoken].flatMap(sentencesOf)) {
    for (const sign of signs) {
      const words = wordsOf(sign, sentence)
      const earlier = told.get(sign.what)
      if (words === undefined || (earlier?.speaks ?? null) !== null) continue
      if (earlier === undefined || sign.speaks !== undefined)
        told.set(sign.what, { what: sign.what, speaks: sign.speaks ?? null, words, isTold: true })
    }
  }
  return [...told.values()]
}

function sentencesOf(text: string): string[] {
  return text.replace(/「[^」]*」|“[^”]*”/g, '').split(/[。！？\n]|(?<=[.!?])\s/)
}

function wordsOf({ what, words }: Sign, sentence: string): string | undefined {
  if (reported.test(sentence)) return undefined
  if (aboutThemselves.includes(what) && ofOthers.test(sentence)) return undefined
  return words.exec(sentence)?.[0]
}
