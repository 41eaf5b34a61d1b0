import type { WritingKind } from '#features/language/contract.ts'
import type { GateFinding } from './contract.ts'
import { sentenceAround, spanOf } from './places.ts'

const attached =
  /(?:添付|同封|別添)(?:の(?:とおり|通り|資料|書類|ファイル|写真)|ファイル|資料|書類|いたし|致し|しま|し[、て]|を(?:ご覧|ご確認|お送り))/gu
const theirs = /いただ|頂|くださ|下さ|お客様|様(?:から|より|が|の)|拝見/u

// Whoever is asked to look at it is given it by us.
const lookedAt =
  /(?:ご覧|ご確認|ご参照|ご査収|お目通し|お読み)(?:に?なって)?(?:のうえ、?)?(?:いただ|頂|くださ|下さ)/gu

const messages: Record<WritingKind, string> = {
  mail: '添付とありますが、このメールには何も付いていません。ファイルを添えるか、別に送るときはそう書いてください。',
  letter:
    '同封とありますが、同封するものがありません。同封物に書き加えるか、別に送るときはそう書いてください。',
  talk: 'チャットにはファイルを付けられません。メールでお送りするなら、そう書いてください。',
  'public-reply':
    '公開の返信にはファイルを付けられません。窓口でお渡しするなら、そう書いてください。',
}

/** A text that speaks of a file, while nothing goes with it. */
export function missingAttachment(text: string, kind: WritingKind): GateFinding[] {
  return [...text.matchAll(attached)]
    .filter((found) => !isTheirs(sentenceAround(text, found.index)))
    .map((found) => ({
      rule: 'attachment-missing',
      severity: 'error' as const,
      ...spanOf(found),
      message: messages[kind],
      need: 'reason' as const,
    }))
}

function isTheirs(sentence: string): boolean {
  return theirs.test(sentence.replaceAll(lookedAt, '').slice(0, 60))
}
