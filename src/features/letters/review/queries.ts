import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import { wordsAskedAbout } from '#features/remedies/approvals/door.ts'
import { findingsInText } from '../gate/queries.ts'
import { pointContent, pointsOf } from '../writing/queries.ts'
import type { Comparison, Review } from './contract.ts'
import { changesBetween, pointsAgainst } from './rules.ts'

/** What an approver has to see of a text; undefined when no text is asked about. */
export async function reviewOf(
  tx: Tx,
  scope: Scope,
  approvalId: string,
  at: string,
): Promise<Review | undefined> {
  const asked = await wordsAskedAbout(tx, scope, approvalId)
  const record = asked && (await recordOf(tx, scope, asked.complaintId))
  if (!record) return undefined
  const { text, before, opens } = asked
  const kind = opens.includes('public-reply') ? 'public-reply' : 'mail'
  const findings = await findingsInText({ tx, record, at }, scope, { text, kind })
  return {
    text,
    findings: findings.filter(({ need }) => need !== 'nothing'),
    sinceAsked: before && {
      at: before.askedAt,
      byName: before.byName,
      pieces: changesBetween(before.text, text),
    },
    sinceDraft: await sinceDraft(tx, scope, asked),
    points: pointsAgainst(text, record),
    facts: record.facts.filter(({ status }) => status !== 'withdrawn'),
  }
}

/** The oldest state that was kept of the draft, before it was asked about. */
async function sinceDraft(
  tx: Tx,
  scope: Scope,
  { complaintId, askedAt, text }: { complaintId: string; askedAt: string; text: string },
): Promise<Comparison | null> {
  const points = await pointsOf(tx, scope, complaintId)
  const first = points.findLast(
    ({ savedAt, isAside, isOfDiscarded }) =>
      !isAside && !isOfDiscarded && Temporal.Instant.compare(savedAt, askedAt) < 0,
  )
  const content = first && (await pointContent(tx, complaintId, first.id))
  if (!content || content.text.trim() === '' || content.text.trim() === text) return null
  const { savedAt, savedByName } = first
  return { at: savedAt, byName: savedByName, pieces: changesBetween(content.text.trim(), text) }
}
