import { createHash } from 'node:crypto'
import type { ChainEntry } from '#kernel/chain.ts'
import type { Tx } from '#platform/db/database.ts'
import { memberNames, organisationOf, type Scope } from '#features/access/door.ts'
import {
  chainOfComplaint,
  evidenceOf,
  linesById,
  nameOf,
  otherComplaintsOf,
  recordOf,
} from '#features/complaints/door.ts'
import { mailsOfComplaint } from '#features/intake/door.ts'
import { sentMailsOf } from '#features/letters/door.ts'
import { chainOf, fileOf, screensOf } from '../queries.ts'
import type { PackChoice } from './contract.ts'
import { japaneseSecond } from './rules.ts'

/** A chain as the pack holds it, before anything is withheld. */
export type GatheredChain = {
  readonly kind: 'complaint' | 'protection'
  readonly number: string
  readonly chainId: string
  readonly entries: readonly ChainEntry[]
}
export type GatheredFile = {
  readonly id: string
  readonly kind: 'evidence' | 'mail-received' | 'mail-sent' | 'screen'
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
  /** Screens and mails come with their bytes; evidence is read piece by piece. */
  readonly bytes: Uint8Array | null
}
export type Gathered = {
  readonly organisation: string
  readonly organisationId: string
  readonly numbers: readonly string[]
  readonly customer: string
  readonly chains: readonly GatheredChain[]
  readonly files: readonly GatheredFile[]
  readonly others: readonly { id: string; number: string; subject: string }[]
  readonly nameOf: (by: string) => string
}

/** Everything a pack of these complaints can be made of. Only inside the door of the protective record. */
export async function gather(
  tx: Tx,
  scope: Scope,
  complaintIds: readonly string[],
): Promise<Gathered | null> {
  const lines = await linesById(tx, complaintIds)
  const ids = [...new Set(complaintIds)].filter((id) => lines.has(id)).toSorted()
  const [first] = complaintIds
  const record = first === undefined ? null : await recordOf(tx, scope, first)
  if (first === undefined || !record || ids.length < new Set(complaintIds).size) return null
  const names = await memberNames(tx, scope)
  const parts = []
  for (const id of ids) parts.push(await partsOf(tx, scope, id, lines.get(id)?.number ?? '', names))
  const { customerId } = record.customer
  const others = customerId ? await otherComplaintsOf(tx, customerId, first) : []
  return {
    organisation: (await organisationOf(tx, scope)).name,
    organisationId: scope.organisationId,
    numbers: ids.map((id) => lines.get(id)?.number ?? ''),
    customer: record.customer.name ?? '',
    chains: parts.flatMap(({ chains }) => chains),
    files: parts.flatMap(({ files }) => files),
    others: [...(await linesById(tx, others))].map(([id, { number, subject }]) => ({
      id,
      number,
      subject,
    })),
    nameOf: (by) => nameOf(by, names),
  }
}

type Parts = { readonly chains: GatheredChain[]; readonly files: GatheredFile[] }

async function partsOf(
  tx: Tx,
  scope: Scope,
  id: string,
  number: string,
  names: ReadonlyMap<string, string>,
): Promise<Parts> {
  const entries = await chainOfComplaint(tx, scope.organisationId, id)
  const ordinary: GatheredChain = { kind: 'complaint', number, chainId: id, entries }
  const evidence = (await evidenceOf(tx, names, id)).map((file): GatheredFile => {
    const { id: fileId, name, type, size, sha256 } = file
    return { id: fileId, kind: 'evidence', name, type, size, sha256, bytes: null }
  })
  const mails = await mailsOf(tx, id)
  const own = await protectedPartsOf(tx, scope, id, number)
  return { chains: [ordinary, ...own.chains], files: [...evidence, ...mails, ...own.files] }
}

/** Byte for byte: their headers say which way they came, and a signature (DKIM) in them can still be checked. */
async function mailsOf(tx: Tx, complaintId: string): Promise<GatheredFile[]> {
  const received = await mailsOfComplaint(tx, complaintId)
  const sent = await sentMailsOf(tx, complaintId)
  const asFile = (
    kind: 'mail-received' | 'mail-sent',
    { id, bytes, at }: { id: string; bytes: Buffer; at: string },
  ): GatheredFile => {
    const what = kind === 'mail-received' ? '届いたメール' : '送ったメール'
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const name = `${what} ${japaneseSecond(at)}.eml`
    return { id, kind, name, type: 'message/rfc822', size: bytes.length, sha256, bytes }
  }
  return [
    ...received.map((mail) => asFile('mail-received', mail)),
    ...sent.map((mail) => asFile('mail-sent', mail)),
  ]
}

async function protectedPartsOf(tx: Tx, scope: Scope, complaintId: string, number: string) {
  const file = await fileOf(tx, complaintId)
  if (!file) return { chains: [], files: [] }
  const entries = await chainOf(tx, scope, file.id)
  const screens = await screensOf(tx, file.id)
  const chain: GatheredChain = { kind: 'protection', number, chainId: file.id, entries }
  const files = screens.map(({ id, name, type, sha256, bytes }): GatheredFile => {
    return { id, kind: 'screen', name, type, size: bytes.length, sha256, bytes }
  })
  return { chains: [chain], files }
}

/** Which of these files belong in: those of a post that stays out stay out with it. */
export function chosenFiles(gathered: Gathered, choice: PackChoice): GatheredFile[] {
  const postOf = new Map(
    gathered.chains.flatMap(({ entries }) =>
      entries.flatMap(({ type, payload }) => {
        const of = type === 'protection.screen-kept' ? screenAndPost(payload) : null
        return of ? [of] : []
      }),
    ),
  )
  return gathered.files.filter(({ id, kind }) => {
    if (choice.leaveOut.includes(id)) return false
    if (kind === 'evidence') return true
    if (kind === 'mail-received') return choice.parts.includes('talk')
    if (kind === 'mail-sent') return choice.parts.includes('letters')
    return choice.parts.includes('posts') && !choice.leaveOut.includes(postOf.get(id) ?? '')
  })
}

function screenAndPost(payload: unknown): [screenId: string, postId: string] | null {
  if (typeof payload !== 'object' || payload === null) return null
  if (!('screenId' in payload) || !('postId' in payload)) return null
  return [String(payload.screenId), String(payload.postId)]
}
