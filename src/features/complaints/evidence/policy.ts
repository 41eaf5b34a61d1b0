import { desk, readers, rule } from '#features/access/contract.ts'

export const canSeeEvidence = rule('complaints.see-evidence', readers, {
  keys: ['read-complaints'],
})
/** The public may, too: what the form is sent with. */
export const canAddEvidence = rule('complaints.add-evidence', desk, { isPublic: true })
export const canLimitEvidence = rule('complaints.limit-evidence', ['admin'])
