import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { GateFinding } from './contract.ts'
import { isGranted, offered } from './money.ts'
import { spanOf } from './places.ts'

/** A sentence, or a line, with its place. */
const sentence = /[^.!?\n]+(?:\.(?=\d)[^.!?\n]+)*/gu

const our = "(?:our|my)(?: own| company(?:'|’)?s)?"
const fault = new RegExp(
  [
    `\\b(?:was|were|is|are|(?:it|this|that)(?:'|’)s) (?:entirely |completely |clearly |all )?${our} (?:fault|mistake|error|negligence|responsibility)\\b`,
    `\\b(?:due to|because of|caused by|through) ${our} (?:fault|mistake|error|negligence|carelessness)\\b`,
    '\\b(?:we|our company|our shop|our store) (?:are|were|is|was) (?:entirely |fully |solely |legally )?(?:at fault|to blame|liable|negligent|responsible for)\\b',
    '\\b(?:we|I) (?:fully |hereby )?(?:admit|accept|acknowledge|take) (?:our |full |all |the )*(?:liability|responsibility|fault|blame|negligence)\\b',
    '\\b(?:we|I) made (?:a|the|this) mistake\\b',
  ].join('|'),
  'iu',
)
const giving =
  /\b(?:we|I)(?:(?:'|’)(?:ll|d)| will| can| shall| would| are| have)?\b(?: [a-z]+){0,5}? (?:refund|reimburse|compensate|pay|repay|credit|give|offer|send|issue)\b|\byou (?:will|(?:'|’)ll) (?:receive|get|be (?:refunded|reimbursed|paid|compensated))\b/iu
const money =
  /\b(?:refund|reimburse|compensat|repay|discount|coupon|voucher|gift card|yen|jpy|full amount|purchase price|money back)|[¥￥$€£]|\d ?%/iu
const open =
  /\b(?:not|cannot|unable|whether|if|consider|look into|check|ask|would you)\b|n(?:'|’)t\b/iu
const promise =
  /\b(?:we|I)(?: will|(?:'|’)ll| shall)\b[^.!?\n]{0,60}?\b(?:call|contact|reply|respond|answer|write|get back|let you know|send|visit|inform|update)\b/iu
const when =
  /\b(?:by|until|before|within|tomorrow|today|tonight|this (?:week|afternoon|evening)|next (?:week|month)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu

/** Whether a letter in English admits a fault, gives money or promises a day. The rules are those of Japanese. */
export function saidInEnglish(text: string, record: CaseRecord): GateFinding[] {
  return [...text.matchAll(sentence)].flatMap((found) => {
    const [said] = found
    const place = { ...spanOf(found), severity: 'error' as const }
    return [
      ...(fault.test(said) ? [{ ...place, ...admission(record) }] : []),
      ...(givesTooMuch(said, record) ? [{ ...place, ...beyond }] : []),
      ...(promise.test(said) && when.test(said) && !isPromised(record)
        ? [{ ...place, ...unbacked }]
        : []),
    ]
  })
}

function admission({ facts }: CaseRecord): Pick<GateFinding, 'rule' | 'need' | 'message'> {
  const rule = 'admits-liability'
  return facts.some(({ status, attributedTo }) => status === 'confirmed' && attributedTo === 'us')
    ? {
        rule,
        need: 'leader',
        message: '英語で責任を認めています。この文面で送ってよいか、承認を受けてください。',
      }
    : {
        rule,
        need: 'change',
        message:
          '英語で責任を認めていますが、当社側と確認した事実が記録にありません。先に事実を確かめるか、「We are looking into the cause」と書いてください。',
      }
}

const beyond = {
  rule: 'promises-money',
  need: 'leader' as const,
  message:
    '英語でお金をお約束していますが、承認された金額が記録にないか、それを超えています。先に解決策で承認を受けるか、いつお答えするかを書いてください。',
}
const unbacked = {
  rule: 'unbacked-promise',
  need: 'reason' as const,
  message:
    '英語の約束が、台帳にありません。先に約束として記録するか、このまま送る理由を書いてください。',
}

function givesTooMuch(said: string, record: CaseRecord): boolean {
  if (!giving.test(said) || !money.test(said) || open.test(said)) return false
  const amounts = offered(record).flatMap(({ amountYen }) => amountYen ?? [])
  const named = [...said.matchAll(/\d[\d,]*/gu)].map(([figures]) =>
    Number(figures.replaceAll(',', '')),
  )
  const isWhole = /\b(?:full|whole|entire|all)\b|\d ?%/iu.test(said)
  const yen = isWhole ? (record.details.price ?? null) : Math.max(0, ...named)
  return !isGranted(yen, amounts) || (amounts.length === 0 && record.agreement === null)
}

function isPromised({ commitments }: CaseRecord): boolean {
  return commitments.some(({ state, madeTo }) => state === 'open' && madeTo === 'customer')
}
