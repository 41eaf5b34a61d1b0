import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, type ESTree, type Plugin } from 'vite'

type Node = { readonly type: string; readonly start: number; readonly end: number }
/** What a screen says, and what the record says of each event: only the record's own list needs that. */
type Part = 'words' | 'events'
type Dictionary = {
  readonly name: string
  readonly call: Node
  readonly languages: ReadonlyMap<string, Readonly<Record<Part, string>>>
}

const house = join(import.meta.dirname, '..')
const place = /\/src\/app\/web\/words\/(ja|en)(-events)?\.ts$/
const asked = /\/messages\.ts\?(words|events)=(ja|en)$/

/**
 * What the server says (app), what the customer's form says (small, it must not fetch the staff's words), and what only
 * the supervisor's pages, the settings, an opened mail and the reviews say: those bring their words along.
 */
const left = [
  'src/features/assignment/messages.ts',
  'src/features/supervision/messages.ts',
  'src/features/complaints/customers/messages.ts',
  'src/features/visits/alarms/messages.ts',
  'src/features/commitments/progress/messages.ts',
  'src/features/letters/public/messages.ts',
  'src/features/letters/messages.ts',
  'src/features/intake/same-matter/messages.ts',
  'src/features/letters/review/messages.ts',
  'src/features/remedies/approvals/messages.ts',
  'src/features/harassment/plans/messages.ts',
  'src/features/consultation/messages.ts',
  'src/features/consultation/talks/messages.ts',
  'src/features/consultation/cases/messages.ts',
  'src/features/consultation/duties/messages.ts',
  'src/features/consultation/files/messages.ts',
  'src/features/consultation/retention/messages.ts',
  'src/features/letters/drafting/messages.ts',
  'src/features/letters/templates/messages.ts',
  'src/features/commitments/apology/messages.ts',
  'src/features/commitments/course/messages.ts',
  'src/features/commitments/feed/messages.ts',
  'src/features/commitments/ledger/messages.ts',
  'src/features/commitments/notes/messages.ts',
  'src/app/messages.ts',
  'src/features/assignment/bulk/messages.ts',
  'src/features/assessment/definitions/messages.ts',
  'src/features/intake/web-form/messages.ts',
  'src/features/intake/messages.ts',
  'src/features/intake/import/messages.ts',
  'src/features/intake/form-settings/messages.ts',
  'src/features/intake/mail/messages.ts',
  'src/features/intake/reviews/messages.ts',
  'src/features/intake/mailboxes/messages.ts',
  'src/features/intake/paper/messages.ts',
  'src/features/complaints/demands/messages.ts',
  'src/features/complaints/evidence/messages.ts',
  'src/features/complaints/measures/messages.ts',
  'src/features/supervision/board/messages.ts',
  'src/features/supervision/push/messages.ts',
  'src/features/access/messages.ts',
  'src/features/access/keys/messages.ts',
  'src/features/assessment/messages.ts',
  'src/features/assessment/clocks/messages.ts',
  'src/features/assessment/definitions/messages.ts',
  'src/features/access/extensions/messages.ts',
  'src/features/intake/telephony/messages.ts',
  'src/features/assignment/desks/messages.ts',
  'src/features/assignment/targets/messages.ts',
  'src/features/audit/messages.ts',
  'src/features/complaints/checkpoints/messages.ts',
  'src/features/complaints/inbox/messages.ts',
  'src/features/complaints/profiles/messages.ts',
  'src/features/escalation/hand-over/messages.ts',
  'src/features/escalation/routing/messages.ts',
  'src/features/escalation/outside/messages.ts',
  'src/features/escalation/shifts/messages.ts',
  'src/features/guide/playbooks/messages.ts',
  'src/features/language/company-words/messages.ts',
  'src/features/remedies/messages.ts',
  'src/features/remedies/tables/messages.ts',
  'src/features/remedies/trials/messages.ts',
  'src/features/remedies/choosing/messages.ts',
  'src/features/remedies/queue/messages.ts',
  'src/features/remedies/budgets/messages.ts',
  'src/features/remedies/feasibility/messages.ts',
  'src/features/letters/composing/messages.ts',
  'src/features/letters/letterhead/messages.ts',
  'src/features/letters/on-paper/messages.ts',
  'src/features/letters/opening/messages.ts',
  'src/features/letters/publishing/messages.ts',
  'src/features/letters/settings/messages.ts',
  'src/features/letters/signing/messages.ts',
  'src/features/letters/typesetting/messages.ts',
  'src/features/letters/writing/messages.ts',
  'src/features/webhooks/messages.ts',
  'src/features/wellbeing/messages.ts',
  'src/features/wellbeing/checks/messages.ts',
  'src/features/wellbeing/peers/messages.ts',
  'src/features/wellbeing/settings/messages.ts',
  'src/features/chat/messages.ts',
  'src/features/harassment/messages.ts',
  'src/features/harassment/planning/messages.ts',
  'src/features/harassment/judging/messages.ts',
  'src/features/harassment/ladder/messages.ts',
  'src/features/harassment/police/messages.ts',
  'src/features/harassment/standards/messages.ts',
  'src/features/harassment/wording/messages.ts',
  'src/features/protection/messages.ts',
  'src/features/protection/packs/messages.ts',
  'src/features/protection/reading/messages.ts',
  'src/features/protection/settings/messages.ts',
  'src/features/letters/comments/messages.ts',
  'src/features/visits/messages.ts',
  'src/features/visits/board/messages.ts',
  'src/features/visits/settings/messages.ts',
  'src/features/visits/police/messages.ts',
  'src/features/visits/telling/messages.ts',
  'src/features/inquiries/messages.ts',
  'src/features/inquiries/answering/messages.ts',
  'src/features/inquiries/asking/messages.ts',
  'src/features/inquiries/departments/messages.ts',
  'src/features/chat/window/messages.ts',
  'src/features/visits/phone/messages.ts',
  'src/features/visits/pins/messages.ts',
]

const files = ['src/app', 'src/features'].flatMap((folder) =>
  readdirSync(join(house, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => path.endsWith('/messages.ts') && !left.includes(path)),
)
const taken = new Set(files.map((file) => join(house, file)))

/** Is this a messages.ts whose words are fetched apart from it? */
export function isWithoutWords(id: string): boolean {
  return taken.has(id)
}

/**
 * Each messages.ts has all its languages, which a screen needs one of. The build takes the words of the staff's screens
 * out and puts those of each language together (src/app/web/words/), to be fetched before the first screen.
 */
export function wordsByLanguage(): Plugin {
  return {
    name: 'uketome-words-by-language',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const [, language, events] = place.exec(id) ?? []
      if (language)
        return { code: together(files, language, events ? 'events' : 'words'), map: null }
      const [, part, only] = asked.exec(id) ?? []
      if (only)
        return { code: inLanguage(code, only, part === 'events' ? part : 'words'), map: null }
      if (isWithoutWords(id))
        return { code: `export const ${dictionaryIn(code).name} = {}`, map: null }
      return undefined
    },
  }
}

function together(files: readonly string[], language: string, part: Part): string {
  const told = part === 'events' ? `${language}.events` : language
  const lines = files.map((file, index) => {
    const path = JSON.stringify(join(house, file)).slice(1, -1)
    return `import * as room${index} from "${path}"
import * as words${index} from "${path}?${part}=${language}"
for (const name in words${index}) if (room${index}[name]) room${index}[name].${told} = words${index}[name]`
  })
  return lines.join('\n')
}

function inLanguage(code: string, language: string, part: Part): string {
  const { call, languages } = dictionaryIn(code)
  const words = languages.get(language)?.[part]
  if (words === undefined) throw new Error(`There are no words in ${language}`)
  return code.slice(0, call.start) + words + code.slice(call.end)
}

/** Reads `export const name = dictionary({ ja: …, en: … })`, without the refusals: those the server says itself. */
function dictionaryIn(code: string): Dictionary {
  const { program } = parseSync('messages.ts', code)
  for (const statement of program.body) {
    if (statement.type !== 'ExportNamedDeclaration') continue
    if (statement.declaration?.type !== 'VariableDeclaration') continue
    const [declared] = statement.declaration.declarations
    if (declared?.id.type !== 'Identifier' || declared.init?.type !== 'CallExpression') continue
    const call = declared.init
    const languages = partsOf(call.arguments[0]).map(([language, words]) => {
      const [refusals, events] = ['refusals', 'events'].map(
        (wanted) => partsOf(words).find(([name]) => name === wanted)?.[1],
      )
      const said = events ? code.slice(events.start, events.end) : '{}'
      return [language, { words: without(code, words, [refusals, events]), events: said }] as const
    })
    return { name: declared.id.name, call, languages: new Map(languages) }
  }
  throw new Error('messages.ts has no dictionary')
}

function partsOf(node: Node | undefined) {
  if (!isThing(node)) return []
  return node.properties.flatMap((part) =>
    part.type === 'Property' && part.key.type === 'Identifier'
      ? [[part.key.name, part.value] as const]
      : [],
  )
}

function isThing(node: Node | undefined): node is ESTree.ObjectExpression {
  return node?.type === 'ObjectExpression'
}

function without(code: string, whole: Node, parts: readonly (Node | undefined)[]): string {
  const cut = parts.flatMap((part) => part ?? []).toSorted((a, b) => a.start - b.start)
  const kept = cut.map((part, at) => code.slice(cut[at - 1]?.end ?? whole.start, part.start))
  return [...kept, code.slice(cut.at(-1)?.end ?? whole.start, whole.end)].join('{}')
}
