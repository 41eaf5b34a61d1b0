import { globSync, readFileSync } from 'node:fs'
import { isTest, isUi, type HouseFile } from './house-plan.ts'

/** How words leave: what stands in the code wherever something is sent, printed, shown or handed out. */
const signs: readonly (readonly [kind: string, sign: RegExp])[] = [
  // To a mail server, an address of the web, a browser that is told something.
  ['mail', /import \{[^}]*\bdeliver\b[^}]*\} from '#platform\/mail\/smtp\.ts'/gu],
  ['outgoing', /\boutgoing\.post\(/gu],
  ['push', /\bports\.push\.send\(/gu],
  ['network', /(?<![\w.])fetch\(|from 'node:(?:https?|http2|net|tls|dgram)'/gu],
  // Into the outbox, onto paper, under a review, into a window.
  ['outbox', /\b(?<!function )(?:insertLetter|writeInside)\(/gu],
  ['paper', /\b(?<!function )insertPaper\(/gu],
  ['public', /\b(?<!function )saveReply\(/gu],
  ['chat', /\bchat: \{ messageId/gu],
  ['told', /type: 'intake\.acknowledged'/gu],
  ['press', /from '#platform\/paper\/(?:typeset|word)\.ts'/gu],
  // An approval that is spent is words that leave.
  ['approved', /\b(?<!function )(?:openedBy|openedInPublic)\(/gu],
  ['stream', /import type \{ Stream \} from '#platform\/http\/streams\.ts'/gu],
]

const named: readonly (readonly [kind: string, sign: RegExp])[] = [
  // Answers that are a file.
  ['file', /path: [`'](?<name>[^`']+)[`'],(?:(?!endpoint\()[\s\S])*?gives: 'file'/gu],
  // Endpoints that know of no sign-in: whoever asks is a stranger.
  ['stranger', /(?<![\w.])route\(\s*(?:wall\.)?(?<name>[a-z]\w+),/gu],
  ['address', /\bapp\.(?:get|on)\((?:\[[^\]]*\], )?'(?<name>\/api\/[^']+)'/gu],
]

/** 「kind: place」 of everything in the house by which words leave it, each once. */
export function doorsFound(files: readonly HouseFile[] = house()): string[] {
  const found = files.flatMap(({ path, text }) => [
    ...signs.filter(([, sign]) => text.match(sign)).map(([kind]) => `${kind}: ${roomPath(path)}`),
    ...named.flatMap(([kind, sign]) =>
      [...text.matchAll(sign)].map((match) => `${kind}: ${match.groups?.['name'] ?? ''}`),
    ),
  ])
  return [...new Set(found)].toSorted()
}

/** Where a door is made and not gone through; and the screens, which ask the server. */
const beside =
  /^src\/(?:app\/(?:demo|web)\/|app\/(?:wiring|commands\/port)\.ts|features\/remedies\/approvals\/)/u

function roomPath(path: string): string {
  return path.replace(/^src\/(?:features\/)?/u, '')
}

function house(): HouseFile[] {
  const root = new URL('..', import.meta.url).pathname
  return globSync('src/{features,app}/**/*.ts', { cwd: root })
    .filter((path) => !isTest(path) && !isUi(path) && !beside.test(path))
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }))
}
