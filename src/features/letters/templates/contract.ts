import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { writingKind } from '#features/language/contract.ts'
import { gateFinding } from '../gate/contract.ts'

export const mostTemplates = 300

/** What a template can be filled with from the record, and nothing else. Always in Japanese, as templates are. */
export const templateValues = [
  'お客様名',
  '受付番号',
  '受付日',
  '会社名',
  '担当者名',
  '本日の日付',
  '商品',
  '注文番号',
  'お申し出',
  '確認した事実',
  '原因',
  '再発防止策',
  '約束の内容',
  '約束の日時',
  'ご提案',
  '金額',
  '合意の内容',
  '規定の条文',
] as const
export const templateValue = z.enum(templateValues)
export type TemplateValue = z.output<typeof templateValue>

/** Those that say nothing about a customer: the only ones in words that everybody reads. */
export const publicValues: readonly TemplateValue[] = ['会社名', '本日の日付']

export const templateContent = z.object({
  name: z.string().trim().min(1).max(60),
  /** Reading, by which it is found. */
  kana: z.string().trim().max(120).default(''),
  /** Where it may be used. */
  kinds: z.array(writingKind).min(1),
  /** Of a mail; empty: the subject stays as it is. */
  subject: z.string().trim().max(200).default(''),
  /** With values as `{お客様名}`, and places for a person to fill in as `{{確かめた日}}`. */
  body: z.string().trim().min(1).max(20_000),
})
export type TemplateContent = z.output<typeof templateContent>

const edited = { revision: z.int(), changedAt: instant, changedByName: z.string() }

export const template = templateContent.extend({ id, isRetired: z.boolean(), ...edited })
export type Template = z.output<typeof template>

/** One state of a template that somebody saved. */
export const templateEdition = templateContent.extend({ isRetired: z.boolean(), ...edited })
export type TemplateEdition = z.output<typeof templateEdition>

/** A template with the values of one complaint. `holes`: what nobody has filled in yet, in the order of the text. */
export const filledTemplate = z.object({
  id,
  name: z.string(),
  kana: z.string(),
  subject: z.string(),
  text: z.string(),
  holes: z.array(z.string()),
})
export type FilledTemplate = z.output<typeof filledTemplate>

const path = '/api/letters/templates' as const
const onTemplate = z.object({ templateId: id })
const onComplaint = z.object({ complaintId: id })

export const listTemplates = endpoint({
  method: 'get',
  path,
  summary: 'The templates of the company, by name; retired ones too.',
  answer: z.object({ templates: z.array(template), values: z.array(templateValue) }),
})
export const saveTemplate = endpoint({
  method: 'put',
  path: `${path}/:templateId`,
  summary:
    'A new edition of a template, or a new template under an id you make (administrators). 409 when somebody else saved one meanwhile.',
  params: onTemplate,
  /** `basedOn`: the revision that was edited; 0 for a new one. A retired template is in use again. */
  body: templateContent.extend({ basedOn: z.int().nonnegative() }),
  answer: template,
})
export const retireTemplate = endpoint({
  method: 'delete',
  path: `${path}/:templateId`,
  summary: 'A template is found no more (administrators). Its editions stay.',
  params: onTemplate,
  answer: template,
})
export const listTemplateEditions = endpoint({
  method: 'get',
  path: `${path}/:templateId/editions`,
  summary: 'The editions of a template, the latest first.',
  params: onTemplate,
  answer: z.object({ editions: z.array(templateEdition) }),
})
export const previewTemplate = endpoint({
  method: 'post',
  path: `${path}/preview`,
  summary:
    'A template that has not been saved, filled from one complaint, and what the gate would say there. Places are those of the body.',
  body: z.object({
    kind: writingKind,
    subject: z.string().max(200),
    body: z.string().max(20_000),
    complaintId: id.nullable(),
  }),
  answer: z.object({
    subject: z.string(),
    text: z.string(),
    holes: z.array(z.string()),
    /** Values that are not on the list. */
    unknown: z.array(z.string()),
    findings: z.array(gateFinding),
  }),
})

/** What a file says about a template; `value` is what stands there. */
export const fileTrouble = z.enum([
  'syntax',
  'empty',
  'not-a-template',
  'unknown-field',
  'unreadable',
  'unknown-value',
  'identifies',
  'twice',
  'too-many',
])
export type FileTrouble = z.output<typeof fileTrouble>
export const fileLine = z.object({
  line: z.int(),
  name: z.string(),
  what: z.enum(['new', 'changed', 'same', 'trouble']),
  trouble: fileTrouble.nullable(),
  value: z.string(),
})
export type FileLine = z.output<typeof fileLine>

export const exportTemplates = endpoint({
  method: 'get',
  path: '/api/letters/templates-file',
  summary: 'The templates in use as one YAML file.',
  gives: 'file',
  answer: z.unknown(),
})
export const importTemplates = endpoint({
  method: 'post',
  path: '/api/letters/templates-file',
  summary:
    'Templates from a YAML file (administrators): one with a known name becomes its next edition. Nothing is taken while a line is in trouble, or when it is only tried.',
  body: z.object({ text: z.string().max(1_000_000), isTrial: z.boolean() }),
  answer: z.object({ lines: z.array(fileLine), isTaken: z.boolean() }),
})

export const listFilledTemplates = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/letters/templates',
  summary: 'The templates for words of this kind, filled from the record of a complaint.',
  params: onComplaint,
  query: z.object({ kind: writingKind }),
  answer: z.object({ templates: z.array(filledTemplate) }),
})
export const insertTemplate = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/letters/templates/:templateId',
  summary:
    'A filled template goes into a text: from now on its sentences are held against what they were filled from. 409 with the one of now when it says something else by now.',
  params: onComplaint.extend({ templateId: id }),
  body: z.object({
    id,
    /** As it was seen. */
    text: z.string().max(50_000),
  }),
  answer: z.object({ filled: filledTemplate }),
})
