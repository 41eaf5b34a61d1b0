import { usualLetters } from '#kernel/japanese-text/usual-letters.ts'
import { type Reading, sentenceAround, type Span } from './reading.ts'

/** What keeps words from being a cue: unwanted, said by or to somebody else, about third persons, or thanked for. */
type Guard = 'negated' | 'reported' | 'hearsay' | 'thanked'

/** Over text in the usual letters, and so written in them. */
const compiled = (words: string) => new RegExp(usualLetters(words), 'g')

const unwanted = [
  '^[^。!?、]{0,6}?(?:わけ|つもり|気|意図|考え)(?:で|じゃ|は|も|が|など|なんて)*(?:あり|ない|なく|ねえ|なかっ|毛頭|さらさら|おま)',
  '^[^。!?、]{0,5}?(?:と|って|とか)?(?:まで|ほど|なんか|なんて|など)?(?:は|も)?(?:言いません|言いまへん|いいません|[言い]わ(?:ない|ん(?!と)|へん|ぬ)|申しません|申し(?:上げ|あげ)(?:ません|るつもりは)|思いません|思わ(?:ない|ん|へん)|求めません|望みません)',
  '^[^。!?、]{0,8}?(?:思って|考えて|求めて|望んで|要求して|請求して|頼んで|期待して|希望して|お願いして)(?:は|も|まで)?(?:い|お)?(?:ません|ない|らん|りません|らず|へん|なく)(?!か)',
  '^[^。!?]{0,6}?(?:なくて(?:も)?(?:結構|いい|大丈夫|かま|構)|には?及び?ません|必要(?:は|も|が)?(?:ございません|あり|ない(?!ん?(?:です)?か)|なか)|不要|いりません|いらない|いらん|要りません|要らない|要らん|無用|(?<!れば|けたら|ても)結構です|遠慮し)',
].map(compiled)

const reported = [
  '^[」』"]?[^。!?、]{0,4}?(?:と|って|なんて|とか|などと)[^。!?、]{0,12}?(?:[言い]われ|書いてあ|書かれ|聞い(?:た|て|とる)|聞きまし|聞かされ|伺|おっしゃ|説明され|説明を受|案内され|案内があ|脅され|脅かされ|怒鳴られ|叱られ|指摘され|誤解され|思われ|疑われ|詰め寄られ|責められ|迫られ)',
  '^[」』"]?[^。!?、]{0,3}?(?:と|って)(?:いう|言う|いった|言った)?(?:人|方|客|お客|映画|ドラマ|小説|漫画|本|歌|曲|ニュース|記事|話を聞|噂|口コミ|コメント|時代)',
].map(compiled)

const third =
  '(?:友人|友達|ともだち|友だち|知人|知り合い|隣の(?:人|客|席|家|奥|部屋)[^。]{0,4}|ご?近所(?:の)?|同僚|後輩|先輩|(?:他|別|前|ほか|よそ)の(?:お客|客|人|方|店|会社|家)[^。]{0,3}|他社|よそ|ニュース|テレビ|ドラマ|映画|新聞|小説|漫画|ブログ|口コミ|レビュー|(?:うち|私|俺|自分|主人|夫|妻|父|母|弊社|当社|息子|娘|前)の(?:会社|職場|上司|部下|店|部署|学校|勤め先)[^。]{0,4}|昔|若い頃|学生(?:の|時代))(?:さん|たち|の方|様)?'
const aboutOthers = compiled(`${third}(?:が|は|も|で|から|なんか|って|、)`)
const toldOn = compiled(
  '(?:そうです|そうで、|そうだ|そうな|らしい|らしく|みたい|とのこと|って(?:話|言って|いって|聞|いう話)|と(?:言って|言い|いって|いい|聞|話して|叫|怒鳴って)|んだって|(?:まし|でし)た|てた|ていた|とった|ことがあ|[たっ]た(?=。|$|よ|こと|話|って|らしい|そう|ので|けど|から|と)|シーン|場面|内容)',
)

const thanks = compiled(
  '感謝(?:し|いた|申|の|です|でき|で|。|$)|ありがとう(?:ござい|。|$|ね|、|!)|ありがたく(?:思|存|感)|(?<!と|ば|たら|と大変|と非常に|ととても|ば大変)助かり(?:ました|ます)|おかげ(?:さま|様)?で|お礼(?:を|申|の)|(?<!と|ば|たら|ととても)(?:うれし|嬉し)(?:い|かった|く)|恐縮し|満足して|安心しました|安心して(?:い|お)|安心でき',
)
const turn = compiled(
  '(?:けど|けれど|だが|ですが|ますが|したが|のに|しかし|でも|ただ|とはいえ|それより|が、)',
)

/** Is what these words usually ask for not meant here? */
export function isGuarded(reading: Reading, match: Span): boolean {
  const sentence = sentenceAround(reading, match)
  return Object.values(guards).some((guard) => guard(reading, match, sentence))
}

const guards: Readonly<Record<Guard, (reading: Reading, match: Span, sentence: Span) => boolean>> =
  {
    negated: ({ text }, match, sentence) => {
      const after = text.slice(match.end, Math.min(sentence.end, match.end + 26))
      return unwanted.some((way) => found(way, after))
    },
    reported: ({ text }, match, sentence) => {
      const after = text.slice(match.end, Math.min(sentence.end, match.end + 26))
      return reported.some((way) => found(way, after))
    },
    hearsay: ({ text }, match, sentence) =>
      found(aboutOthers, text.slice(sentence.start, match.start)) &&
      found(toldOn, text.slice(match.start, sentence.end)),
    thanked: ({ text }, match, sentence) => {
      const rest = text.slice(match.start, sentence.end)
      thanks.lastIndex = 0
      const thanked = thanks.exec(rest)
      return thanked !== null && !found(turn, rest.slice(0, thanked.index))
    },
  }

function found(pattern: RegExp, words: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(words)
}
