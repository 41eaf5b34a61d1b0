import { rule } from '#features/access/contract.ts'

export const canReadAudit = rule('audit.read', ['admin'])
