import { flawsOf, type Rule, type Words } from './rule.ts'

const faces =
  '[（(](?:[^（()）\\n]{0,4}[´`^><;ω∀・_T；＞＜°ω▽Д皿益ﾟ≧≦—-]{1,2}[^（()）\\n]{0,6})[）)](?:[ノ/ﾉ]|[;；]+)?'

const words: readonly Words[] = [
  // © ® ™ ☎ ✉ and digits are letters and signs, not pictures.
  {
    match:
      /(?![©®™☎✉\d#*↔〰㊗㊙])(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2})(?:\uFE0E|\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*/gu,
    fix: '',
  },
  { match: /[♪♫♬♡♥☆★❤✨]+/gu, fix: '' },
  { match: /[（(](?:笑|汗|涙|泣|爆|怒|苦笑|爆笑|照|嬉|焦|謝|拝|冷や?汗)[）)]/gu, fix: '' },
  {
    match:
      /m?\(_\s?_\)m?|m\([_.・-]+\)m|orz|OTZ|\^\^;?|\^_\^;?|\(\^[^)\n]{0,5}\)[/ノ]?|;_;|T_T|>_<|:-?\)|:D/giu,
    fix: '',
  },
  {
    match: new RegExp(
      `(?=${faces})[（(](?![\\d０-９\\s]*[-・][\\d\\s-]*[）)])(?![ぁ-んァ-ヶ一-龯a-zA-Z0-9・-]+[）)])[^（()）\\n]{2,11}[）)](?:[ノ/]|;+)?`,
      'gu',
    ),
    fix: '',
  },
  {
    match: /(?<=[ぁ-んァ-ヶー一-龯。、])(?:[wｗ]{1,}(?=[。、\s]|$)|草(?=$|。)|笑(?=$|。|、))/gu,
    fix: '',
  },
  {
    match: /(?<![A-Za-z0-9])[!]+(?:\?+!*)?|\?!+|(?<=[A-Za-z0-9])!{1,}(?=$|\s|[。」])/gu,
    message: '感嘆符は、苦情への返事では軽く、または強く響きます。「。」で言い切ってください。',
    fix: '。',
  },
]

export const emoji: Rule = {
  code: 'emoji',
  find: (draft) =>
    flawsOf(draft, words, {
      severity: 'warning',
      message: '絵文字や記号は、ふざけていると受け取られます。取って、気持ちは文で書いてください。',
    }),
}
