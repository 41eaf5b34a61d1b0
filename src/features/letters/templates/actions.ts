import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { May, Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import { emptyRecord } from '#features/complaints/record/door.ts'
import { writingKind } from '#features/language/contract.ts'
import { insertSentences } from '../drafting/store.ts'
import { findingsInText } from '../gate/queries.ts'
import {
  mostTemplates,
  templateContent,
  type FileLine,
  type FilledTemplate,
  type Template,
  type TemplateContent,
} from './contract.ts'
import { readTemplates } from '../template-files/rules.ts'
import { filledFor, templateById, templatesOf } from './queries.ts'
import { identifyingIn, isSame, sentencesOf, unknownIn } from './rules.ts'
import { keepEdition } from './store.ts'

type Changing = May<'letters.change-settings'>

/** A new edition. The same again changes nothing. */
export function save(
  ports: Ports,
  may: Changing,
  templateId: string,
  { basedOn, ...content }: TemplateContent & { basedOn: number },
): Promise<Result<Template>> {
  const at = ports.clock.now().toString()
  return decideWithinWall<Template>(ports.db, may.organisationId, async (tx) => {
    const all = await templatesOf(tx, may)
    const before = all.find(({ id }) => id === templateId)
    if (before && !before.isRetired && isSame(before, content)) return ok(before)
    const why = await whyNotKept(tx, may, content, at)
    if (!why.ok) return why
    const named = all.find(
      ({ name, isRetired, id }) => !isRetired && id !== templateId && name === content.name,
    )
    if (named) return refuse('conflict', 'letters.template-named', { name: content.name })
    if (!before && all.length >= mostTemplates)
      return refuse('conflict', 'letters.too-many-templates', { most: mostTemplates })
    if ((before?.revision ?? 0) !== basedOn)
      return refuse('conflict', 'letters.template-overtaken', {
        byName: before?.changedByName ?? '',
      })
    return keep(ports, tx, may, { templateId, content, before, isRetired: false, at })
  })
}

export function retire(ports: Ports, may: Changing, templateId: string): Promise<Result<Template>> {
  const at = ports.clock.now().toString()
  return decideWithinWall<Template>(ports.db, may.organisationId, async (tx) => {
    const before = await templateById(tx, may, templateId)
    if (!before) return refuse('missing', 'letters.template-missing', {})
    if (before.isRetired) return ok(before)
    const content = templateContent.parse(before)
    return keep(ports, tx, may, { templateId, content, before, isRetired: true, at })
  })
}

type Keeping = {
  readonly templateId: string
  readonly content: TemplateContent
  readonly before: Template | undefined
  readonly isRetired: boolean
  readonly at: string
}

async function keep(
  ports: Ports,
  tx: Tx,
  may: Changing,
  { before, ...edition }: Keeping,
): Promise<Result<Template>> {
  const revision = (before?.revision ?? 0) + 1
  if (!(await keepEdition(tx, may, { ...edition, id: ports.ids.next(), revision })))
    return refuse('conflict', 'letters.template-overtaken', { byName: '' })
  const kept = await templateById(tx, may, edition.templateId)
  return kept ? ok(kept) : refuse('missing', 'letters.template-missing', {})
}

// What no record makes right. The rest is asked when there is one: a sum that was approved, a date that was promised.
const neverRight = new Set(['internal-words', 'private-in-public', 'wrong-weekday'])

/** Nothing is kept that could never be sent, whatever the case. */
async function whyNotKept(
  tx: Tx,
  scope: Scope,
  content: TemplateContent,
  at: string,
): Promise<Result<null>> {
  const names = unknownIn(`${content.subject}\n${content.body}`)
  if (names.length > 0) return refuse('invalid', 'letters.template-value-unknown', { names })
  const identifying = identifyingIn(content)
  if (identifying.length > 0)
    return refuse('invalid', 'letters.template-identifies', { names: identifying })
  const now = { tx, record: emptyRecord, at }
  const text = `${content.subject}\n${content.body}`
  for (const kind of content.kinds) {
    const found = await findingsInText(now, scope, { text, kind })
    const findings = found.filter(({ rule, need }) => need === 'change' && neverRight.has(rule))
    if (findings.length > 0) return refuse('blocked', 'letters.template-held', { findings })
  }
  return ok(null)
}

/** All of a file, or nothing while a line of it is in trouble. */
export function importFile(
  ports: Ports,
  may: Changing,
  { text, isTrial }: { text: string; isTrial: boolean },
): Promise<Result<{ lines: FileLine[]; isTaken: boolean }>> {
  const at = ports.clock.now().toString()
  type Read = { lines: FileLine[]; isTaken: boolean }
  return decideWithinWall<Read>(ports.db, may.organisationId, async (tx) => {
    const all = await templatesOf(tx, may)
    const { lines, templates } = readTemplates(text, all)
    const isWhole = lines.every(({ what }) => what !== 'trouble')
    if (isTrial || !isWhole) return ok({ lines, isTaken: false })
    for (const content of templates) {
      const why = await whyNotKept(tx, may, content, at)
      if (!why.ok) return why
      const before = all.find(({ name }) => name === content.name)
      if (before && !before.isRetired && isSame(before, content)) continue
      const templateId = before?.id ?? ports.ids.next()
      const kept = await keep(ports, tx, may, { templateId, content, before, isRetired: false, at })
      if (!kept.ok) return kept
    }
    return ok({ lines, isTaken: true })
  })
}

/**
 * A filled template is put into a text. It is filled anew here: nobody brings values along, and its sentences are held against
 * what they were filled from, like those of a draft.
 */
export function insert(
  ports: Ports,
  may: May<'letters.write'>,
  { complaintId, templateId }: { complaintId: string; templateId: string },
  { id, text }: { id: string; text: string },
): Promise<Result<{ filled: FilledTemplate }>> {
  return decideWithinWall<{ filled: FilledTemplate }>(ports.db, may.organisationId, async (tx) => {
    const record = await recordOf(tx, may, complaintId)
    if (!record) return refuse('missing', 'complaints.missing', {})
    const at = ports.clock.now().toString()
    const now = { tx, record, at }
    const offered = await Promise.all(
      writingKind.options.map((kind) => filledFor(now, may, complaintId, kind)),
    )
    const ofIt = offered.flat().filter(({ template }) => template.id === templateId)
    const [first] = ofIt
    if (!first) return refuse('missing', 'letters.template-missing', {})
    const seen = ofIt.find(({ template }) => template.text === text)
    if (!seen) return refuse('conflict', 'letters.template-refilled', { filled: first.template })
    const sentences = sentencesOf(seen.filled)
    if (sentences.length > 0)
      await insertSentences(tx, may, { id, complaintId, at, kind: 'template', sentences })
    return ok({ filled: seen.template })
  })
}
