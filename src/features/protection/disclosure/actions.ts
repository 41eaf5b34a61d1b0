import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, memberNames, organisationOf, toldAs, type May } from '#features/access/door.ts'
import { noteReading } from '#features/audit/door.ts'
import { entriesOf, evidenceOf, recordOf } from '#features/complaints/door.ts'
import { isShown, japaneseSecond, lineOf, masker } from '../packs/rules.ts'
import { packPaper } from '../paper/queries.ts'
import { sizeOf } from '../paper/rules.ts'
import type { Saying } from '../rules.ts'

const parts = ['talk', 'letters', 'judgement'] as const

/** Only what stands in the ordinary history. The tables of the protective record are not even open here. */
export async function disclose(
  ports: Ports,
  may: May<'protection.disclose'>,
  saying: Saying,
  complaintId: string,
  mask: readonly string[],
): Promise<Result<{ name: string; type: 'application/pdf'; bytes: Uint8Array<ArrayBuffer> }>> {
  const found = await ordinaryOf(ports, may, complaintId)
  if (!found) return refuse('missing', 'complaints.missing', {})
  const paper = paperOf(found, saying, masker(mask))
  const bytes = new Uint8Array(await packPaper(paper, []))
  return ok({ name: `応対の記録-${found.record.number}.pdf`, type: 'application/pdf', bytes })
}

type Found = NonNullable<Awaited<ReturnType<typeof ordinaryOf>>>

function ordinaryOf(ports: Ports, may: May<'protection.disclose'>, complaintId: string) {
  return inside(ports.db, may, async (tx) => {
    const record = await recordOf(tx, may, complaintId)
    if (!record) return null
    const names = await memberNames(tx, may)
    const label = `${record.number} 開示`
    noteReading(ports, tx, may, 'disclosure', complaintId, label)
    return {
      record,
      entries: await entriesOf(tx, names, complaintId),
      files: await evidenceOf(tx, names, complaintId),
      told: await toldAs(tx, may),
      organisation: (await organisationOf(tx, may)).name,
    }
  })
}

function paperOf(found: Found, saying: Saying, covered: (text: string) => string) {
  const { record, entries, files, organisation } = found
  const lines = linesOf(found, saying, covered)
  const last = entries.at(-1)?.at ?? record.receivedAt
  return {
    title: '応対の記録',
    organisation,
    customer: record.customer.name ?? '',
    numbers: [record.number],
    forWhom: '',
    purpose: '',
    on: tokyoDay(Temporal.Instant.from(last)).toString(),
    recordAt: japaneseSecond(last),
    fingerprint: '',
    people: [],
    notes: [],
    lines,
    files: files.map(({ name, size, sha256 }, index) => {
      return { path: `${index + 1}`, name: covered(name), size: sizeOf(size), sha256 }
    }),
  }
}

function linesOf(
  { record, entries, told }: Found,
  saying: Saying,
  covered: (text: string) => string,
) {
  const shown = entries.filter((entry) => isShown(entry, { parts: [...parts], leaveOut: [] }))
  return shown.map((entry) => {
    const line = lineOf(
      { ...entry, byName: told(entry.byName) },
      record.number,
      saying(entry, 'ja'),
    )
    const quotes = line.quotes.map(({ label, words }) => ({ label, words: covered(words) }))
    const time = japaneseSecond(line.at)
    return { ...line, time, who: covered(line.who), text: covered(line.text), quotes }
  })
}
