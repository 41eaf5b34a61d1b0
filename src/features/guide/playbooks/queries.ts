import { sha256Hex } from '#kernel/hash.ts'
import type { Language } from '#kernel/dictionary.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { remembered } from '#platform/db/remembered.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { readPlaybook } from '../engine/load.ts'
import type { Playbook } from '../engine/schema.ts'
import { versionOf } from '../rules.ts'
import {
  content,
  version,
  type Content,
  type DraftPart,
  type Part,
  type PlayLine,
  type Version,
  type Workbench,
} from './contract.ts'
import {
  broughtUp,
  changesBetween,
  fieldOf,
  laidOver,
  restingIn,
  stateOf,
  type ShippedPlay,
} from './rules.ts'
import { shippedPack, troubleOf, type Pack } from './store.ts'

const nothing: Content = { plays: {}, stories: {} }
type Read = ReturnType<typeof readPlaybook>

/** The shipped pack with a company's plays over it, ready for the guide; or every problem with its line. */
export function laidPlaybook(
  pack: Pack,
  plays: Content['plays'],
  edition: number,
  language: Language,
): Read {
  const read = readPlaybook(laidOver(pack.plays, plays), language)
  if (!read.ok) return read
  const resting = new Set(restingIn(plays))
  const hash = sha256Hex(read.value.version + [...resting].toSorted().join('\n'))
  return ok({
    ...read.value,
    version: versionOf(edition, hash),
    plays: read.value.plays.filter(({ play }) => !resting.has(play)),
  })
}

const laid = new Map<string, { readonly key: string; readonly playbook: Playbook }>()

/** What the guide of this organisation says now: its published version over the shipped pack. */
export async function playbookFor(
  tx: Tx,
  scope: Scope,
  language: Language,
): Promise<Result<Playbook>> {
  const pack = await shippedPack(language)
  if (!pack.ok) return pack
  const edition = (await editionsNow.of(tx, scope.organisationId))[language]
  if (edition === 0) return ok(pack.value.playbook)
  const place = `${scope.organisationId} ${language}`
  const key = `${edition} ${pack.value.playbook.version}`
  const before = laid.get(place)
  if (before?.key === key) return ok(before.playbook)
  const { plays } = await contentOf(tx, scope, language, edition)
  const read = laidPlaybook(pack.value, plays, edition, language)
  // After an upgrade the two may no longer fit together; a call is never left without a guide.
  const playbook = read.ok ? read.value : pack.value.playbook
  laid.set(place, { key, playbook })
  return ok(playbook)
}

export const editionsNow = remembered(async (tx, organisationId) => ({
  ja: await newestNumber(tx, { organisationId }, 'ja'),
  en: await newestNumber(tx, { organisationId }, 'en'),
}))

export async function newestNumber(
  tx: Tx,
  scope: { readonly organisationId: string },
  language: Language,
): Promise<number> {
  const newest = await versionsIn(tx, scope, language)
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.number ?? 0
}

export async function contentOf(
  tx: Tx,
  scope: Scope,
  language: Language,
  number: number,
): Promise<Content> {
  const row = await versionsIn(tx, scope, language)
    .select('content')
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? content.parse(row.content) : nothing
}

function versionsIn(tx: Tx, scope: { readonly organisationId: string }, language: Language) {
  return tx
    .selectFrom('guide_playbook_versions')
    .where('organisation_id', '=', scope.organisationId)
    .where('language', '=', language)
}

export type Draft = {
  readonly content: Content
  readonly revision: number
  readonly rows: readonly Row[]
}
type Row = Awaited<ReturnType<typeof rowsOf>>[number]

export async function draftOf(tx: Tx, scope: Scope, language: Language): Promise<Draft> {
  const rows = await rowsOf(tx, scope, language)
  const [plays, stories]: [[string, Content['plays'][string]][], [string, string][]] = [[], []]
  for (const { part, name, state, text, basedOn } of rows) {
    if (state === 'gone') continue
    if (part === 'story') stories.push([name, text])
    else plays.push([name, { state: state === 'off' ? 'off' : 'text', text, basedOn }])
  }
  return {
    content: { plays: Object.fromEntries(plays), stories: Object.fromEntries(stories) },
    revision: rows.reduce((sum, row) => sum + row.revision, 0),
    rows,
  }
}

function rowsOf(tx: Tx, scope: Scope, language: Language) {
  return tx
    .selectFrom('guide_playbook_drafts')
    .select(['part', 'name', 'state', 'text', 'based_on as basedOn', 'revision'])
    .select(['changed_at as changedAt', 'changed_by as changedBy'])
    .where('organisation_id', '=', scope.organisationId)
    .where('language', '=', language)
    .orderBy('name')
    .execute()
}

export async function workbenchOf(tx: Tx, scope: Scope, language: Language) {
  const pack = await shippedPack(language)
  if (!pack.ok) return pack
  const draft = await draftOf(tx, scope, language)
  const [newest] = await historyOf(tx, scope, language, 1)
  const edition = newest?.number ?? 0
  const published = await contentOf(tx, scope, language, edition)
  const workbench: Workbench = {
    edition,
    publishedAt: newest?.publishedAt ?? null,
    publishedByName: newest?.publishedByName ?? '',
    revision: draft.revision,
    isChanged: changesBetween(published, draft.content).length > 0,
    plays: playLines(pack.value, draft.content),
    stories: Object.keys(draft.content.stories).map((name) => ({ name })),
    trouble: (await troubleOf(language)).map(placed),
  }
  return ok(workbench)
}

/** `file:line: sentence` as the engine says it. */
function placed(problem: string): Workbench['trouble'][number] {
  const [, file = '', line = '1', sentence = problem] =
    /^([^:]*):(\d+): ([^]*)$/.exec(problem) ?? []
  return { file, line: Number(line), sentence }
}

function playLines(pack: Pack, { plays }: Content): PlayLine[] {
  const { conflicts } = broughtUp(pack.plays, plays)
  const today = new Map(pack.plays.map(({ name, text }) => [name, text]))
  const everything = laidOver(pack.plays, plays)
  return everything.map(({ name, text }) => {
    const own = plays[name]
    const isOld = own?.state === 'text' && own.basedOn !== (today.get(name) ?? null)
    return {
      name,
      title: fieldOf(text, 'title') ?? name,
      tier: fieldOf(text, 'tier') ?? '',
      state: stateOf(own, today.has(name)),
      upgrade: !isOld ? 'none' : conflicts.includes(name) ? 'conflict' : 'merges',
    }
  })
}

export async function draftPartOf(
  tx: Tx,
  scope: Scope,
  language: Language,
  part: Part,
  name: string,
): Promise<DraftPart | null> {
  const pack = await shippedPack(language)
  if (!pack.ok) return null
  const { rows } = await draftOf(tx, scope, language)
  const row = rows.find((each) => each.part === part && each.name === name)
  const published = await contentOf(tx, scope, language, await newestNumber(tx, scope, language))
  const shipped = part === 'play' ? shippedText(pack.value.plays, name) : null
  if (!row && shipped === null) return null
  const names = await memberNames(tx, scope)
  const there = row === undefined || row.state === 'gone' ? undefined : row
  return {
    name,
    state: stateOf(there, shipped !== null),
    text: there?.state === 'text' ? there.text : (shipped ?? ''),
    basedOn: there?.basedOn ?? shipped,
    shipped,
    published: publishedText(published, part, name) ?? shipped,
    revision: row?.revision ?? 0,
    changedAt: row?.changedAt ?? null,
    changedByName: row ? nameOf(row.changedBy, names) : '',
  }
}

function shippedText(plays: readonly ShippedPlay[], name: string): string | null {
  return plays.find((each) => each.name === name)?.text ?? null
}

function publishedText(published: Content, part: Part, name: string): string | null {
  if (part === 'story') return published.stories[name] ?? null
  const own = published.plays[name]
  return own?.state === 'text' ? own.text : null
}

/** Newest first, each with what it changed against the one before. */
export async function historyOf(
  tx: Tx,
  scope: Scope,
  language: Language,
  most = 100,
): Promise<Version[]> {
  const names = await memberNames(tx, scope)
  const rows = await versionsIn(tx, scope, language)
    .select(['number', 'content', 'note', 'acknowledged'])
    .select(['published_at as publishedAt', 'published_by as by'])
    .orderBy('number', 'desc')
    .limit(most + 1)
    .execute()
  return rows.slice(0, most).map(({ content: held, by, ...row }, index) => {
    const before = rows[index + 1]?.content
    const then = before === undefined ? nothing : content.parse(before)
    const changes = changesBetween(then, content.parse(held))
    return version.parse({ ...row, changes, publishedByName: nameOf(by, names) })
  })
}

function nameOf(by: string, names: ReadonlyMap<string, string>): string {
  return names.get(by.replace('member:', '')) ?? '（退職者）'
}
