import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { RemedyRule } from '../contract.ts'

type Files = CaseRecord['evidence'][number]['kind']
type Sort = {
  /** How a row of the table, or the source of a fact, names it. */
  readonly named: RegExp
  /** Files that can be it. */
  readonly files: readonly Files[]
  readonly orderNumber?: true
}

const pictures = ['photo', 'video'] as const
const papers = ['photo', 'document'] as const

/** What companies ask for. The first that fits names the sort; words that fit none are open to every file and fact. */
const sorts: readonly Sort[] = [
  { named: /写真|画像|動画|映像|photo|picture|video/iu, files: pictures },
  { named: /画面|スクリーンショット|スクショ|screen/iu, files: papers },
  {
    named: /注文番号|受注番号|order number/iu,
    files: papers,
    orderNumber: true,
  },
  {
    named:
      /レシート|領収|納品書|明細|保証書|請求書|診断書|見積|契約書|書面|書類|receipt|invoice|warranty|document|letter/iu,
    files: papers,
  },
  { named: /録音|音声|recording/iu, files: ['sound'] },
  { named: /記録|履歴|追跡|ログ|record|log\b|tracking/iu, files: papers },
  {
    named: /現品|現物|実物|お?品物?の返送|返品|返送|来店|the (?:item|product) itself/iu,
    files: [],
  },
]
const words = new RegExp(sorts.map(({ named }) => named.source).join('|'), 'giu')
/** Between two of them: both are wanted. Everything else between them (、または, 。) leaves the choice. */
const both = /^(?:の控え|のコピー)?\s*(?:と|および|及び|ならびに|並びに|かつ|＋|\+|and|&)\s*$/iu

/**
 * What a row wants to be shown and the record does not hold, in the row's words; null when nothing is missing. It is
 * held as a file of its sort, or as a confirmed fact whose source names it: somebody has looked.
 */
export function missingEvidence(
  { evidence }: Pick<RemedyRule, 'evidence'>,
  record: CaseRecord,
): string | null {
  const wanted = evidence?.trim()
  if (!wanted) return null
  const ways = waysToShow(wanted)
  const isShown =
    ways.length === 0
      ? record.evidence.length > 0 || looked(record).length > 0
      : ways.some((way) => way.every((sort) => isHeld(sort, record)))
  return isShown ? null : wanted
}

/** 「写真とレシート、または現品」: two ways, of which the first wants both. */
function waysToShow(wanted: string): Sort[][] {
  const ways: Sort[][] = []
  let end = 0
  for (const found of wanted.matchAll(words)) {
    const sort = sorts.find(({ named }) => named.test(found[0]))
    if (!sort) continue
    const last = both.test(wanted.slice(end, found.index)) ? ways.at(-1) : undefined
    if (last) last.push(sort)
    else ways.push([sort])
    end = found.index + found[0].length
  }
  return ways
}

function isHeld({ named, files, orderNumber }: Sort, record: CaseRecord): boolean {
  return (
    record.evidence.some(
      ({ kind, name, note }) => files.includes(kind) || named.test(`${name} ${note}`),
    ) ||
    looked(record).some(({ source }) => named.test(source)) ||
    (orderNumber === true && Boolean(record.details.orderNumber?.trim()))
  )
}

function looked({ facts }: CaseRecord): CaseRecord['facts'] {
  return facts.filter(({ status }) => status === 'confirmed')
}

/** Said to the customer while it is missing: what we do, and that we look first. */
export function sayOnceShown({ say }: Pick<RemedyRule, 'say'>, awaits: string): string {
  return `${say}お手配は、次のものを確かめてからになります。${awaits.replace(/。$/u, '')}。`
}
