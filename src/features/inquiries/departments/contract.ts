import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant, line } from '#kernel/fields.ts'

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
const name = z.string().trim().min(1).max(60)

/** A department as it is administered. */
export const departmentFields = z.object({
  name,
  address: z.string().trim().min(3).max(254),
  /** Who is told, too, when a date has passed. Empty: only our own supervisors. */
  headName: z.string().trim().max(60),
  headAddress: z.string().trim().max(254),
  people: z.array(name).max(50),
  /** Business days they usually need. */
  usualDays: z.int().min(0).max(60),
  opens: clockTime,
  closes: clockTime,
  isOn: z.boolean(),
})
export type DepartmentFields = z.output<typeof departmentFields>

export const department = departmentFields.extend({
  id,
  changedAt: instant,
  changedByName: z.string(),
})
export type Department = z.output<typeof department>

export const inquirySettings = z.object({
  /** `https://desk.example.jp`: links in mails begin with it. */
  deskUrl: line,
  linkDays: z.int().min(1).max(180),
})

export const listDepartments = endpoint({
  method: 'get',
  path: '/api/inquiries/departments',
  summary: 'The departments that can be asked, and what links are made of.',
  answer: z.object({
    departments: z.array(department),
    settings: inquirySettings.extend({ deskUrl: z.string() }),
  }),
})
export const saveDepartment = endpoint({
  method: 'put',
  path: '/api/inquiries/departments/:departmentId',
  summary: 'Add or change a department (administrators).',
  params: z.object({ departmentId: id }),
  body: departmentFields,
  answer: department,
})
export const changeInquirySettings = endpoint({
  method: 'put',
  path: '/api/inquiries/settings',
  summary: 'Where people reach this desk, and how long links last (administrators).',
  body: inquirySettings,
  answer: inquirySettings,
})
