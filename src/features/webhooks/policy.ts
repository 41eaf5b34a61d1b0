import { rule } from '#features/access/contract.ts'

export const canManageWebhooks = rule('webhooks.manage', ['admin'])
