import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

export const evidenceKinds = ['photo', 'video', 'sound', 'document', 'other'] as const
export const evidenceKind = z.enum(evidenceKinds)
export type EvidenceKind = z.output<typeof evidenceKind>

export const evidenceEvents = {
  'complaints.evidence-added': z.object({
    evidenceId: id,
    name: z.string(),
    note: z.string(),
    /** Found from the bytes, whatever the name says. */
    type: z.string(),
    kind: evidenceKind,
    size: z.int(),
    /** Of the bytes, as lower-case hex: whoever holds the file can check that it is the one. */
    sha256: z.string(),
  }),
}

/**
 * One file of a complaint. Its bytes: `GET /api/complaints/evidence/:id/file`; a photo comes without its place. `?small`
 * asks for a little picture of it, `?keep` downloads it, `?keep=original` as it was sent, so that its SHA-256 holds.
 */
export const evidence = z.object({
  id,
  name: z.string(),
  note: z.string(),
  type: z.string(),
  kind: evidenceKind,
  size: z.int(),
  sha256: z.string(),
  /** The name ends like another type than the bytes are. */
  isMisnamed: z.boolean(),
  /** The photo tells where it was taken. */
  hasPlace: z.boolean(),
  addedAt: instant,
  byName: z.string(),
})
export type Evidence = z.output<typeof evidence>

export const evidenceLimits = z.object({
  largestMegabytes: z.int().min(1).max(4000),
  /** Of one complaint. */
  mostFiles: z.int().min(1).max(500),
})
export type EvidenceLimits = z.output<typeof evidenceLimits>

/** Uploads follow tus 1.0.0. `Upload-Metadata`: `complaint` (its id, also before it is received), `filename`, `note`. */
export const uploadsPath = '/api/complaints/evidence/uploads'

export const filePath = (evidenceId: string) => `/api/complaints/evidence/${evidenceId}/file`

export const listEvidence = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/evidence',
  summary: 'The files of a complaint, oldest first.',
  params: z.object({ complaintId: id }),
  answer: z.object({ evidence: z.array(evidence) }),
})
export const readEvidenceLimits = endpoint({
  method: 'get',
  path: '/api/complaints/evidence/limits',
  summary: 'How large a file may be, and how many a complaint may have.',
  answer: evidenceLimits,
})
export const changeEvidenceLimits = endpoint({
  method: 'put',
  path: '/api/complaints/evidence/limits',
  summary: 'Change these limits (administrators).',
  body: evidenceLimits,
  answer: evidenceLimits,
})
