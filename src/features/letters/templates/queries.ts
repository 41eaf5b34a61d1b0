import type { Tx } from '#platform/db/database.ts'
import { memberNames, organisationOf, toldAs, type Scope } from '#features/access/door.ts'
import { emptyRecord } from '#features/complaints/record/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { remedyTable } from '#features/remedies/door.ts'
import type { WritingKind } from '#features/language/contract.ts'
import { sourceOf } from '../drafting/queries.ts'
import { findingsInText } from '../gate/queries.ts'
import type { Source } from '../phrasing/source.ts'
import {
  templateContent,
  type FilledTemplate,
  type Template,
  type TemplateContent,
  type TemplateEdition,
} from './contract.ts'
import { replySubject } from '../rules.ts'
import { fill, inTemplate, unknownIn, type Filled, type Writer } from './rules.ts'

type Now = { readonly tx: Tx; readonly record: CaseRecord; readonly at: string }

/** By name, in the order of the Japanese alphabet where a reading was given; retired ones last. */
export async function templatesOf(tx: Tx, scope: Scope): Promise<Template[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('letters_templates')
    .selectAll()
    .distinctOn('template_id')
    .orderBy('template_id')
    .orderBy('revision', 'desc')
    .execute()
  const templates = rows.map((row) => ({ ...shown(row, names), id: row.template_id }))
  const key = ({ kana, name, isRetired }: Template) => `${isRetired ? 1 : 0}${kana || name}`
  return templates.toSorted((a, b) => key(a).localeCompare(key(b), 'ja'))
}

export async function templateById(
  tx: Tx,
  scope: Scope,
  templateId: string,
): Promise<Template | undefined> {
  return (await templatesOf(tx, scope)).find(({ id }) => id === templateId)
}

/** The latest first. */
export async function editionsOf(
  tx: Tx,
  scope: Scope,
  templateId: string,
): Promise<TemplateEdition[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('letters_templates')
    .selectAll()
    .where('template_id', '=', templateId)
    .orderBy('revision', 'desc')
    .execute()
  return rows.map((row) => shown(row, names))
}

function shown(
  row: {
    content: unknown
    revision: number
    is_retired: boolean
    changed_at: string
    changed_by: string
  },
  names: ReadonlyMap<string, string>,
): TemplateEdition {
  return {
    ...templateContent.parse(row.content),
    revision: row.revision,
    isRetired: row.is_retired,
    changedAt: row.changed_at,
    changedByName: names.get(row.changed_by.replace('member:', '')) ?? '',
  }
}

async function writerOf(tx: Tx, scope: Scope): Promise<Writer> {
  const { name: company } = await organisationOf(tx, scope)
  return { company, person: (await toldAs(tx, scope))(scope.viewer?.name ?? '') }
}

/** Those for words of this kind, with the values of this record. */
export async function filledFor(
  now: Now,
  scope: Scope,
  complaintId: string,
  kind: WritingKind,
): Promise<{ template: FilledTemplate; filled: Filled }[]> {
  const templates = await templatesOf(now.tx, scope)
  const source = await sourceOf(now, scope, complaintId)
  const writer = await writerOf(now.tx, scope)
  return templates
    .filter(({ isRetired, kinds }) => !isRetired && kinds.includes(kind))
    .map(({ id, name, kana, subject, body }) => {
      const filled = fill(body, kind, source, writer)
      const { text, holes } = filled
      const told = { id, name, kana, text, holes: [...holes] }
      return {
        template: {
          ...told,
          subject: subjectFor(fill(subject, kind, source, writer).text, kind, now.record),
        },
        filled,
      }
    })
}

/** Of a mail it keeps the number, by which an answer finds us. */
function subjectFor(subject: string, kind: WritingKind, { number }: CaseRecord): string {
  return kind === 'mail' && subject !== '' ? replySubject(subject, number) : subject
}

/** How a template that nobody has saved yet would stand in this complaint; without one, in none. */
export async function previewOf(
  { tx, record, at }: { tx: Tx; record: CaseRecord | null; at: string },
  scope: Scope,
  given: Pick<TemplateContent, 'subject' | 'body'> & {
    kind: WritingKind
    complaintId: string | null
  },
) {
  const { kind, subject, body, complaintId } = given
  const now = { tx, record: record ?? emptyRecord, at }
  const source: Source =
    record && complaintId !== null
      ? await sourceOf(now, scope, complaintId)
      : { record: emptyRecord, now: at, promises: [], clauses: await remedyTable(tx) }
  const writer = await writerOf(tx, scope)
  const { text, holes, pieces } = fill(body, kind, source, writer)
  const unknown = unknownIn(`${subject}\n${body}`)
  const found = await findingsInText(now, scope, { text, kind })
  // A hole is what a template is for; only a value that nothing will ever fill is a fault of it.
  const findings = inTemplate(found, pieces).filter(
    ({ rule, start, end }) =>
      rule !== 'placeholder' || unknown.some((name) => body.slice(start, end).includes(name)),
  )
  return {
    subject: fill(subject, kind, source, writer).text,
    text,
    holes: [...holes],
    unknown,
    findings,
  }
}
