import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

/** Where one chain stood when it was sealed. */
export const head = z.object({ complaintId: id, sequence: z.int(), hash: z.string() })

/** A signed seal over the heads of all chains of an organisation. Hashes, root and signature are hex. */
export const checkpoint = z.object({
  id,
  at: instant,
  heads: z.int(),
  root: z.string(),
  previousRoot: z.string().nullable(),
  publicKey: z.string(),
  signature: z.string(),
  /** The root over chains that are kept apart; it tells neither whose they are nor how many. */
  apart: z.string().nullable().default(null),
})
export type Checkpoint = z.output<typeof checkpoint>

export const listCheckpoints = endpoint({
  method: 'get',
  path: '/api/complaints/checkpoints',
  summary: 'The signed checkpoints, newest first.',
  answer: z.object({ checkpoints: z.array(checkpoint) }),
})
export const seal = endpoint({
  method: 'post',
  path: '/api/complaints/checkpoints',
  summary: 'Seal all chains now: a Merkle root over every head, signed with Ed25519.',
  body: z.object({ id }),
  answer: checkpoint,
})

/** What `uketome verify` says about one place where the record is not what was written. */
export const integrityFinding = z.object({
  complaintId: z.string(),
  number: z.string().nullable(),
  sequence: z.int(),
  kind: z.string(),
  explanation: z.string(),
})
export type IntegrityFinding = z.output<typeof integrityFinding>
export const verifyRecord = endpoint({
  method: 'get',
  path: '/api/complaints/integrity',
  summary: 'Recompute every chain and compare with the signed checkpoints.',
  answer: z.object({ entries: z.int(), complaints: z.int(), findings: z.array(integrityFinding) }),
})
