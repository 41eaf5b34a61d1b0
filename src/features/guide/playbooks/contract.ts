import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { move } from '../contract.ts'

export const longestText = 60_000
export const mostParts = 300

const language = z.enum(['ja', 'en'])
/** A name stands in `name:line: …`, so it has no colon, and in a path, so it has no slash. */
const name = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^:/\\\n]+$/)
const text = z.string().max(longestText)
export const part = z.enum(['play', 'story'])
export type Part = z.output<typeof part>

/** What a company holds of a play: its own text with the shipped text it was written on, or that it rests. */
export const ownPlay = z.object({
  state: z.enum(['text', 'off']),
  text,
  basedOn: text.nullable(),
})
export type OwnPlay = z.output<typeof ownPlay>
/** All that differs from the shipped pack, and the company's own stories. */
export const content = z.object({
  plays: z.record(z.string(), ownPlay),
  stories: z.record(z.string(), text),
})
export type Content = z.output<typeof content>

export const playState = z.enum(['shipped', 'changed', 'added', 'off'])
export type PlayState = z.output<typeof playState>

export const playLine = z.object({
  name: z.string(),
  title: z.string(),
  tier: z.string(),
  state: playState,
  /** The shipped text is newer than the one it was written on; `conflict`: both changed the same move. */
  upgrade: z.enum(['none', 'merges', 'conflict']),
})
export type PlayLine = z.output<typeof playLine>

export const workbench = z.object({
  /** The published version, 0 as shipped. */
  edition: z.int(),
  publishedAt: instant.nullable(),
  publishedByName: z.string(),
  /** Grows with every save of the draft. */
  revision: z.int(),
  /** The draft says something else than what is published. */
  isChanged: z.boolean(),
  plays: z.array(playLine),
  stories: z.array(z.object({ name: z.string() })),
  /** What cannot be read in the shipped files as they are now; calls go on with the last version that could. */
  trouble: z.array(z.object({ file: z.string(), line: z.int(), sentence: z.string() })),
})
export type Workbench = z.output<typeof workbench>

export const draftPart = z.object({
  name: z.string(),
  state: playState,
  text: z.string(),
  /** The shipped text it was written on, and the shipped text of today. */
  basedOn: z.string().nullable(),
  shipped: z.string().nullable(),
  published: z.string().nullable(),
  revision: z.int(),
  changedAt: instant.nullable(),
  changedByName: z.string(),
})
export type DraftPart = z.output<typeof draftPart>

export const textProblem = z.object({ line: z.int(), sentence: z.string() })
export type TextProblem = z.output<typeof textProblem>

export const outcome = z.object({
  story: z.string(),
  isOwn: z.boolean(),
  passed: z.boolean(),
  failures: z.array(textProblem),
})
export const trial = z.object({
  revision: z.int(),
  problems: z.array(textProblem.extend({ name: z.string() })),
  stories: z.array(outcome),
})
export type Trial = z.output<typeof trial>

const acknowledged = z.object({ story: z.string(), reason: z.string().trim().min(1).max(300) })
const changed = z.object({
  part,
  name: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export const version = z.object({
  number: z.int(),
  note: z.string(),
  publishedAt: instant,
  publishedByName: z.string(),
  acknowledged: z.array(acknowledged),
  changes: z.array(changed),
})
export type Version = z.output<typeof version>

export const playbookFile = z.object({
  format: z.enum(['uketome-playbook-1']),
  language,
  plays: z.record(z.string(), ownPlay),
  stories: z.record(z.string(), text),
})
export type PlaybookFile = z.output<typeof playbookFile>

const path = '/api/guide/playbooks/:language' as const
const inLanguage = z.object({ language })
const onPart = z.object({ language, part, name })
const answered = z.object({ revision: z.int() })
const note = z.string().trim().min(1).max(500)
const publishing = z.object({ id, note, acknowledged: z.array(acknowledged).default([]) })

export const readWorkbench = endpoint({
  method: 'get',
  path,
  summary: 'The plays of this company: shipped, changed, added, resting; and what is published.',
  params: inLanguage,
  answer: workbench,
})
export const readDraftPart = endpoint({
  method: 'get',
  path: `${path}/:part/:name`,
  summary: 'One play or story of the draft, beside its shipped and its published text.',
  params: onPart,
  answer: draftPart,
})
export const saveDraftPart = endpoint({
  method: 'put',
  path: `${path}/:part/:name`,
  summary:
    'Write a play or story of the draft (administrators). Refused when somebody saved it since; problems in it do not keep it from being saved.',
  params: onPart,
  body: z.object({
    /** The revision that was seen. */
    basedOn: z.int(),
    /** `gone`: back to the shipped text, or taken away. */
    state: z.enum(['text', 'off', 'gone']),
    text,
    /** The shipped text of today was looked at: from now on it counts as the one this was written on. */
    takesShipped: z.boolean().default(false),
  }),
  answer: draftPart,
})
export const readText = endpoint({
  method: 'post',
  path: `${path}/reading`,
  summary: 'What is wrong with this text, line by line, and how its moves look; nothing is saved.',
  params: inLanguage,
  body: z.object({ part, name, text }),
  answer: z.object({ problems: z.array(textProblem), moves: z.array(move) }),
})
export const tryDraft = endpoint({
  method: 'post',
  path: `${path}/trial`,
  summary: 'Run the shipped stories and the company’s own against the draft; nothing is saved.',
  params: inLanguage,
  body: z.object({}),
  answer: trial,
})
export const listVersions = endpoint({
  method: 'get',
  path: `${path}/versions`,
  summary: 'Who published what, when and why, newest first, each with what it changed.',
  params: inLanguage,
  answer: z.object({ versions: z.array(version) }),
})
export const publishDraft = endpoint({
  method: 'post',
  path: `${path}/versions`,
  summary:
    'Publish the draft (administrators). Refused while it cannot be read, conflicts are left or a story fails that was not acknowledged with a reason.',
  params: inLanguage,
  body: publishing.extend({ basedOn: z.int() }),
  answer: version,
})
export const restoreVersion = endpoint({
  method: 'post',
  path: `${path}/versions/:number/restoration`,
  summary: 'Publish an earlier version again as a new one (administrators); 0 is as shipped.',
  params: z.object({ language, number: z.string().regex(/^\d{1,6}$/) }),
  body: publishing,
  answer: version,
})
export const exportPlaybook = endpoint({
  method: 'get',
  path: `${path}/file`,
  summary: 'The draft as one JSON file: only what differs from the shipped pack.',
  params: inLanguage,
  answer: playbookFile,
})
export const importPlaybook = endpoint({
  method: 'put',
  path: `${path}/file`,
  summary: 'Take the plays and stories of such a file into the draft (administrators).',
  params: inLanguage,
  body: playbookFile.extend({ basedOn: z.int() }),
  answer: answered,
})
