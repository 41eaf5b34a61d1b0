import { desk, readers, rule } from '#features/access/contract.ts'

export const canSeeInquiries = rule('inquiries.see', readers)
export const canAsk = rule('inquiries.ask', desk)
/** Whoever has the link of a request: the action looks at which. */
export const canAnswer = rule('inquiries.answer', [])
export const canSeeDepartments = rule('inquiries.see-departments', readers)
export const canChangeDepartments = rule('inquiries.change-departments', ['admin'])
