import type { GateFinding } from './contract.ts'
import { sentenceAround, spanOf } from './places.ts'

const attached =
  /(?:添付|同封|別添)(?:の(?:とおり|通り|資料|書類|ファイル|写真)|ファイル|資料|書類|いたし|致し|しま|し[、て]|を(?:ご覧|ご確認|お送り))/gu
const theirs = /いただ|頂|くださ|下さ|お客様|様(?:から|より|が|の)|拝見/u

/** A text that speaks of a file, while nothing goes with it. */
export function missingAttachment(text: string): GateFinding[] {
  return [...text.matchAll(attached)]
    .filter((found) => !theirs.test(sentenceAround(text, found.index).slice(0, 60)))
    .map((found) => ({
      rule: 'attachment-missing',
      severity: 'error' as const,
      ...spanOf(found),
      message:
        '添付とありますが、このメールには何も付いていません。ファイルを添えるか、別に送るときはそう書いてください。',
      need: 'reason' as const,
    }))
}
