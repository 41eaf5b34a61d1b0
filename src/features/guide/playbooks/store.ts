import type { Language } from '#kernel/dictionary.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { Playbook } from '../engine/schema.ts'
import type { PlayFile } from '../engine/load.ts'
import { loadFiles, nameOfFile, playbooksFolder } from '../store.ts'
import type { Content, Part, Version } from './contract.ts'
import { fieldOf, type ShippedPlay } from './rules.ts'

export type Pack = { readonly playbook: Playbook; readonly plays: readonly ShippedPlay[] }

const packs = new Map<Language, Pack>()

/** The shipped plays with their texts; read again only when the playbook has another version. */
export async function shippedPack(language: Language): Promise<Result<Pack>> {
  const { read, files } = await loadFiles(playbooksFolder(language), language)
  if (!read.ok) return read
  const before = packs.get(language)
  if (before?.playbook.version === read.value.version) return ok(before)
  const pack = { playbook: read.value, plays: files.map(shippedPlay) }
  packs.set(language, pack)
  return ok(pack)
}

/** What is wrong with the files as they are now, each as `name:line: sentence`; an older version is in use meanwhile. */
export async function troubleOf(language: Language): Promise<string[]> {
  const folder = playbooksFolder(language)
  const { problems } = await loadFiles(folder, language)
  return problems.map((problem) => problem.replace(`${folder}/`, ''))
}

function shippedPlay(played: PlayFile): ShippedPlay {
  const { text } = played
  const file = nameOfFile(played)
  return { name: fieldOf(text, 'play') ?? file, file, text }
}

export type DraftRow = {
  readonly part: Part
  readonly name: string
  readonly state: 'text' | 'off' | 'gone'
  readonly text: string
  readonly basedOn: string | null
}

/** Saves one part over the revision that was seen; false when somebody else was quicker. */
export async function keepPart(
  tx: Tx,
  scope: Scope,
  language: Language,
  row: DraftRow & { readonly revision: number; readonly at: string },
): Promise<boolean> {
  const told = {
    state: row.state,
    text: row.text,
    based_on: row.basedOn,
    revision: row.revision + 1,
    changed_at: row.at,
    changed_by: scope.actor,
  }
  const place = { organisation_id: scope.organisationId, language, part: row.part, name: row.name }
  const kept = await tx
    .insertInto('guide_playbook_drafts')
    .values({ ...place, ...told })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'language', 'part', 'name'])
        .doUpdateSet(told)
        .where('guide_playbook_drafts.revision', '=', row.revision),
    )
    .executeTakeFirst()
  return (kept.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export type NewVersion = {
  readonly id: string
  readonly language: Language
  readonly number: number
  readonly content: Content
  readonly note: string
  readonly acknowledged: Version['acknowledged']
  readonly at: string
}

export async function addVersion(tx: Tx, scope: Scope, version: NewVersion) {
  await tx
    .insertInto('guide_playbook_versions')
    .values({
      id: version.id,
      organisation_id: scope.organisationId,
      language: version.language,
      number: version.number,
      content: JSON.stringify(version.content),
      note: version.note,
      acknowledged: JSON.stringify(version.acknowledged),
      published_at: version.at,
      published_by: scope.actor,
    })
    .execute()
}
