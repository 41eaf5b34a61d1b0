import type { Language } from '#kernel/dictionary.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, withinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { memberNames, type May } from '#features/access/door.ts'
import { tryContent } from '../trials/queries.ts'
import {
  mostParts,
  type Content,
  type DraftPart,
  type Part,
  type PlaybookFile,
  type Trial,
  type Version,
} from './contract.ts'
import {
  contentOf,
  draftOf,
  draftPartOf,
  editionsNow,
  historyOf,
  newestNumber,
  type Draft,
} from './queries.ts'
import { broughtUp, changesBetween, partsOf, whyNotPublished, type HeldPart } from './rules.ts'
import { addVersion, keepPart, shippedPack, type DraftRow } from './store.ts'

type Changing = May<'guide.change-playbooks'>
type Place = { readonly language: Language; readonly part: Part; readonly name: string }
type Saving = Pick<DraftRow, 'state' | 'text'> & {
  readonly basedOn: number
  readonly takesShipped: boolean
}

/** What is wrong in a text does not keep it from being saved, only from being published. */
export async function savePart(
  ports: Ports,
  may: Changing,
  { language, part, name }: Place,
  { basedOn: revision, takesShipped, ...written }: Saving,
): Promise<Result<DraftPart>> {
  const pack = await shippedPack(language)
  if (!pack.ok) return pack
  const shipped = pack.value.plays.find((play) => part === 'play' && play.name === name)?.text
  return decideWithinWall(ports.db, may, async (tx) => {
    const { rows } = await draftOf(tx, may, language)
    const before = rows.find((row) => row.part === part && row.name === name)
    if (!before && rows.length >= mostParts)
      return refuse('conflict', 'guide.too-many-parts', { most: mostParts })
    const isNew = takesShipped || before?.state !== 'text'
    const basedOn = isNew ? (shipped ?? null) : before.basedOn
    const at = ports.clock.now().toString()
    const row = { ...written, part, name, basedOn, revision, at }
    if (!(await keepPart(tx, may, language, row))) return overtaken(tx, may, before)
    const saved = await draftPartOf(tx, may, language, part, name)
    return saved ? ok(saved) : refuse('missing', 'guide.part-missing', {})
  })
}

async function overtaken(tx: Tx, may: Changing, row: Draft['rows'][number] | undefined) {
  const names = await memberNames(tx, may)
  const byName = names.get(row?.changedBy.replace('member:', '') ?? '') ?? ''
  return refuse('conflict', 'guide.part-overtaken', { byName })
}

/** The draft as it would be published: on the shipped pack of today, and how the stories go with it. */
export async function tryNow(ports: Ports, may: May<string>, language: Language) {
  const pack = await shippedPack(language)
  if (!pack.ok) return pack
  const draft = await withinWall(ports.db, may, (tx) => draftOf(tx, may, language))
  const { plays, conflicts } = broughtUp(pack.value.plays, draft.content.plays)
  const content = { plays, stories: draft.content.stories }
  const tried = await tryContent(pack.value, content, language)
  const trial: Trial = { ...tried, revision: draft.revision }
  return ok({ trial, content, conflicts })
}

export type Publishing = {
  readonly id: string
  readonly note: string
  readonly acknowledged: Version['acknowledged']
}

/** Tried anew on the server; what is published is what was tried, and nothing that was saved meanwhile. */
export async function publish(
  ports: Ports,
  may: Changing,
  language: Language,
  { basedOn, ...publishing }: Publishing & { readonly basedOn: number },
): Promise<Result<Version>> {
  const tried = await tryNow(ports, may, language)
  if (!tried.ok) return tried
  const { trial, content, conflicts } = tried.value
  const why = whyNotPublished(trial, conflicts, publishing.acknowledged)
  return decideWithinWall(ports.db, may, async (tx) => {
    const again = await alreadyPublished(tx, may, language, publishing.id)
    if (again) return ok(again)
    if (!why.ok) return why
    const draft = await draftOf(tx, may, language)
    if (draft.revision !== basedOn || trial.revision !== basedOn)
      return refuse('conflict', 'guide.draft-overtaken', {})
    const published = await contentOf(tx, may, language, await newestNumber(tx, may, language))
    if (changesBetween(published, content).length === 0)
      return refuse('conflict', 'guide.nothing-to-publish', {})
    await bringDraft(ports, tx, may, language, content)
    return release(ports, tx, may, language, content, publishing)
  })
}

/**
 * An earlier version, or 0 for the shipped pack, becomes the newest one. What was acknowledged then still is; the
 * shipped pack needs no trial, for it must always be there to go back to. An unpublished draft stays as it is.
 */
export async function restore(
  ports: Ports,
  may: Changing,
  { language, number }: { readonly language: Language; readonly number: number },
  publishing: Publishing,
): Promise<Result<Version>> {
  const pack = await shippedPack(language)
  if (!pack.ok) return pack
  const old = await withinWall(ports.db, may, async (tx) => ({
    content: await contentOf(tx, may, language, number),
    version: (await historyOf(tx, may, language)).find((each) => each.number === number),
  }))
  const { plays } = broughtUp(pack.value.plays, old.content.plays)
  const content = { plays, stories: old.content.stories }
  const acknowledged = [...(old.version?.acknowledged ?? []), ...publishing.acknowledged]
  const why =
    number === 0
      ? ok(null)
      : whyNotPublished(await tryContent(pack.value, content, language), [], acknowledged)
  return decideWithinWall(ports.db, may, async (tx) => {
    const again = await alreadyPublished(tx, may, language, publishing.id)
    if (again) return ok(again)
    if (!why.ok) return why
    return putBack(ports, tx, may, { language, number, content }, { ...publishing, acknowledged })
  })
}

async function putBack(
  ports: Ports,
  tx: Tx,
  may: Changing,
  old: { readonly language: Language; readonly number: number; readonly content: Content },
  publishing: Publishing,
): Promise<Result<Version>> {
  const { language, content } = old
  const newest = await newestNumber(tx, may, language)
  if (old.number >= newest) return refuse('missing', 'guide.version-missing', {})
  const published = await contentOf(tx, may, language, newest)
  const draft = await draftOf(tx, may, language)
  const isClean = changesBetween(published, draft.content).length === 0
  if (isClean) await bringDraft(ports, tx, may, language, content)
  return release(ports, tx, may, language, content, publishing)
}

async function release(
  ports: Ports,
  tx: Tx,
  may: Changing,
  language: Language,
  content: Content,
  publishing: Publishing,
): Promise<Result<Version>> {
  const number = (await newestNumber(tx, may, language)) + 1
  const at = ports.clock.now().toString()
  await addVersion(tx, may, { ...publishing, language, number, content, at })
  editionsNow.forget(may.organisationId)
  const [newest] = await historyOf(tx, may, language, 1)
  return newest ? ok(newest) : refuse('missing', 'guide.version-missing', {})
}

async function alreadyPublished(tx: Tx, may: Changing, language: Language, id: string) {
  const row = await tx
    .selectFrom('guide_playbook_versions')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const history = await historyOf(tx, may, language)
  return history.find(({ number }) => number === row.number) ?? null
}

/** The draft says the same as this content; what it held besides is given back to the shipped text. */
async function bringDraft(
  ports: Ports,
  tx: Tx,
  may: Changing,
  language: Language,
  content: Content,
) {
  const { rows } = await draftOf(tx, may, language)
  const wanted = partsOf(content)
  const at = ports.clock.now().toString()
  for (const row of [...wanted, ...goneBeside(rows, wanted)]) {
    const before = rows.find((each) => each.part === row.part && each.name === row.name)
    const isSame =
      before?.state === row.state && before.text === row.text && before.basedOn === row.basedOn
    if (isSame || (row.state === 'gone' && before?.state === 'gone')) continue
    await keepPart(tx, may, language, { ...row, revision: before?.revision ?? 0, at })
  }
}

function goneBeside(rows: Draft['rows'], wanted: readonly HeldPart[]): DraftRow[] {
  const isWanted = (row: Draft['rows'][number]) =>
    wanted.some(({ part, name }) => part === row.part && name === row.name)
  return rows
    .filter((row) => !isWanted(row))
    .map(({ name, part }) => ({
      part: part === 'story' ? 'story' : 'play',
      name,
      state: 'gone',
      text: '',
      basedOn: null,
    }))
}

/** The plays and stories of a file into the draft; what the file does not name stays. */
export function importFile(
  ports: Ports,
  may: Changing,
  language: Language,
  { basedOn, ...file }: PlaybookFile & { readonly basedOn: number },
): Promise<Result<{ revision: number }>> {
  return decideWithinWall(ports.db, may, async (tx) => {
    const draft = await draftOf(tx, may, language)
    if (draft.revision !== basedOn) return refuse('conflict', 'guide.draft-overtaken', {})
    if (file.language !== language) return refuse('invalid', 'guide.file-of-other-language', {})
    const { plays, stories } = draft.content
    const content = {
      plays: { ...plays, ...file.plays },
      stories: { ...stories, ...file.stories },
    }
    if (partsOf(content).length > mostParts)
      return refuse('conflict', 'guide.too-many-parts', { most: mostParts })
    await bringDraft(ports, tx, may, language, content)
    return ok({ revision: (await draftOf(tx, may, language)).revision })
  })
}
