import { z } from 'zod'

export const packFormat = 'uketome-evidence-pack/1'

/** Names of the members that every pack has. */
export const place = {
  readme: 'README-ja.txt',
  paper: 'timeline.pdf',
  record: 'record.jsonl',
  manifest: 'manifest.json',
  key: 'public-key.pem',
  sums: 'SHA256SUMS',
  signature: 'SHA256SUMS.sig',
} as const

const hash = z.string().regex(/^[\da-f]{64}$/u)
const chained = z.strictObject({
  kind: z.enum(['complaint', 'protection']),
  number: z.string(),
  organisationId: z.string(),
  /** What the entries of this chain name as theirs. */
  chainId: z.string(),
  head: z.int(),
  headHash: hash,
})

/** `manifest.json`: what the pack holds and what it was made of. */
export const manifest = z.strictObject({
  format: z.literal(packFormat),
  organisation: z.string(),
  forWhom: z.string(),
  purpose: z.string(),
  /** When the last entry in it was written. */
  recordAt: z.string(),
  publicKey: hash,
  chains: z.array(chained),
  /** Entries whose words are not in the pack; their places in the chain are. */
  withheld: z.int(),
  /** How many names of third persons were covered. */
  masked: z.int(),
  members: z.array(
    z.strictObject({
      path: z.string(),
      /** As the file was called where it came from. */
      name: z.string(),
      size: z.int(),
      sha256: hash,
    }),
  ),
})
export type Manifest = z.output<typeof manifest>

/** A line of `record.jsonl`: one chain, from its first entry to its head. */
export const chainLine = chained.extend({
  entries: z.array(
    z.strictObject({
      sequence: z.int(),
      id: z.string(),
      type: z.string(),
      at: z.string(),
      by: z.string(),
      /** Null with its salt: withheld or erased. */
      payload: z.unknown(),
      salt: z.string().nullable(),
      commitment: z.string(),
      previous: z.string(),
      hash: z.string(),
    }),
  ),
})
export type ChainLine = z.output<typeof chainLine>

export const findingKinds = [
  'not-a-pack',
  'container-altered',
  'missing',
  'added',
  'altered',
  'sums-altered',
  'key-unreadable',
  'other-key',
  'manifest-altered',
  'record-unreadable',
  'chain-broken',
] as const
export type PackFinding = {
  readonly kind: (typeof findingKinds)[number]
  /** The member, or the place in the record, it is about. */
  readonly where: string
}
