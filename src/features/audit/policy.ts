import { rule } from '#features/access/policy.ts'

export const canReadAudit = rule('audit.read', ['admin'])
