import type { Tx } from '#platform/db/database.ts'
import type { FileStore } from '#platform/file-stores/store.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { contentBytes } from '../contents/queries.ts'
import { checkpointsOf } from '../checkpoints/queries.ts'

/** One line of an export. `kind` says what the rest is; everything that can be hashed again is there. */
export type ExportLine = { readonly kind: string } & Readonly<Record<string, unknown>>

const all = ['organisation', 'member', 'customer', 'complaint', 'evidence', 'checkpoint'] as const

/** Complaint by complaint, so that an export of any size takes the memory of one. */
export async function* exportLines(
  tx: Tx,
  scope: Scope,
  files: FileStore | null,
  kinds: readonly string[] = all,
): AsyncGenerator<ExportLine> {
  if (kinds.includes('organisation')) yield { kind: 'organisation', id: scope.organisationId }
  if (kinds.includes('member'))
    for (const [id, name] of await memberNames(tx, scope)) yield { kind: 'member', id, name }
  if (kinds.includes('customer')) yield* customers(tx)
  if (kinds.includes('complaint')) yield* complaints(tx)
  if (kinds.includes('evidence')) yield* evidenceLines(tx, files)
  if (kinds.includes('checkpoint'))
    for (const checkpoint of await checkpointsOf(tx, 100_000))
      yield { kind: 'checkpoint', ...checkpoint }
}

async function* customers(tx: Tx): AsyncGenerator<ExportLine> {
  const rows = tx
    .selectFrom('complaints_customers')
    .select([
      'id',
      'name',
      'kana',
      'phone',
      'email',
      'postcode',
      'address',
      'created_at as createdAt',
    ])
    .orderBy('id')
  for (const row of await rows.execute()) yield { kind: 'customer', ...row }
}

async function* complaints(tx: Tx): AsyncGenerator<ExportLine> {
  const rows = await tx
    .selectFrom('complaints')
    .select(['id', 'number', 'channel', 'state', 'subject', 'received_at as receivedAt'])
    .select(['customer_id as customerId', 'closed_at as closedAt', 'head', 'head_hash as headHash'])
    .orderBy('received_at')
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const entries = await tx
      .selectFrom('complaints_timeline')
      .where('complaint_id', '=', row.id)
      .select(['sequence', 'id', 'command_id as commandId', 'type', 'at', 'by'])
      .select(['payload', 'salt', 'commitment', 'previous', 'hash'])
      .orderBy('sequence')
      .execute()
    yield { kind: 'complaint', ...row, entries }
  }
}

/** Each file, then its bytes piece by piece in Base64: put together in their order they have its SHA-256. */
async function* evidenceLines(tx: Tx, store: FileStore | null): AsyncGenerator<ExportLine> {
  const files = await tx
    .selectFrom('complaints_evidence')
    .where('complaint_id', 'is not', null)
    .select(['id', 'complaint_id as complaintId', 'name', 'note', 'type', 'size', 'sha256'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  for (const file of files) {
    yield { kind: 'evidence', ...file }
    let position = 0
    const whole = { from: 0, to: file.size - 1 }
    for await (const bytes of contentBytes((work) => work(tx), store, file.id, whole)) {
      const place = { evidenceId: file.id, position }
      yield { kind: 'evidence-bytes', ...place, base64: bytes.toString('base64') }
      position += bytes.length
    }
  }
}
