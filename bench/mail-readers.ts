/**
 * Our reader of mail beside mailparser and postal-mime: `node bench/mail-readers.ts [count]` makes mails whose subject,
 * sender, words and files are known, and counts for each field who was right. `node bench/mail-readers.ts <folder>` takes
 * your own mails (one per file), of which nobody knows the truth, and counts where we have more, the same, or less.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import { attachmentBytes, understand } from '#platform/mail/understand.ts'
import { knownMail, type Known } from '#test/known-mail.ts'

type Reader = (bytes: Buffer) => Promise<Known>
const fields = ['subject', 'from', 'text', 'names', 'files'] as const

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 12)
const bare = (text: string | undefined) => (text ?? '').replace(/[\s\u00A0\0]+/gu, '')
const sorted = (all: readonly (string | null | undefined)[]) => all.filter(Boolean).toSorted()

const ours: Reader = (bytes) => {
  const { subject, from, passages, attachments } = understand(bytes)
  return Promise.resolve({
    subject,
    from: from?.name ?? '',
    text: passages.map(({ text }) => text).join('\n'),
    names: attachments.map(({ name }) => name),
    files: attachments.map((_, at) => hashOf(attachmentBytes(bytes, at) ?? Buffer.alloc(0))),
  })
}

const mailparser: Reader = async (bytes) => {
  const { subject = '', from, text = '', attachments } = await simpleParser(bytes)
  return {
    subject,
    from: from?.value[0]?.name ?? '',
    text,
    names: attachments.map(({ filename }) => filename ?? ''),
    files: attachments.map(({ content }) => hashOf(content)),
  }
}

const postalMime: Reader = async (bytes) => {
  const { subject = '', from, text = '', attachments } = await PostalMime.parse(bytes)
  const contentOf = (content: string | ArrayBuffer | Uint8Array) =>
    typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
  return {
    subject,
    from: from?.name ?? '',
    text,
    names: attachments.map(({ filename }) => filename ?? ''),
    files: attachments.map(({ content }) => hashOf(contentOf(content))),
  }
}

const others = [
  ['mailparser', mailparser],
  ['postal-mime', postalMime],
] as const

/** A field in the form in which it is compared: spaces do not count, nor the order of files. */
function shapeOf(known: Known, field: (typeof fields)[number]): string {
  const value = known[field]
  return typeof value === 'string' ? bare(value) : sorted(value).join('|')
}

/** What a reader found of what is there: words in any order of blocks, names and files each for itself. */
function isRight(found: Known, truth: Known, field: (typeof fields)[number]): boolean {
  if (field === 'text') {
    const read = bare(found.text)
    return truth.text.split('\n').every((line) => read.includes(bare(line)))
  }
  if (field !== 'names' && field !== 'files') return shapeOf(found, field) === shapeOf(truth, field)
  const left = [...found[field]]
  // A file without a name has none to be compared.
  return truth[field].filter(Boolean).every((each) => {
    const at = left.indexOf(each)
    if (at !== -1) left.splice(at, 1)
    return at !== -1
  })
}

const counts = new Map<string, number>()
const count = (...key: string[]) =>
  counts.set(key.join('\t'), (counts.get(key.join('\t')) ?? 0) + 1)

async function readBy(read: Reader, bytes: Buffer): Promise<Known> {
  return read(bytes).catch(() => ({ subject: '', from: '', text: '', names: [], files: [] }))
}

async function overKnown(most: number) {
  for (let seed = 1; seed <= most; seed += 1) {
    const { bytes, truth, shape } = knownMail(seed, hashOf)
    const mine = await readBy(ours, bytes)
    for (const [name, reader] of others) {
      const theirs = await readBy(reader, bytes)
      for (const field of fields) {
        const [a, b] = [isRight(mine, truth, field), isRight(theirs, truth, field)]
        count(name, field, a === b ? (a ? 'both right' : 'both wrong') : a ? 'better' : 'worse')
        if (!a && b) console.log(`worse than ${name}: ${field}, seed ${seed}, ${shape}`)
      }
    }
  }
}

function* filesIn(path: string): Generator<string> {
  if (statSync(path).isDirectory())
    for (const each of readdirSync(path)) yield* filesIn(join(path, each))
  else yield path
}

async function overFolder(folder: string) {
  for (const path of filesIn(folder)) {
    const bytes = readFileSync(path)
    const mine = await readBy(ours, bytes)
    for (const [name, reader] of others) {
      const theirs = await readBy(reader, bytes)
      for (const field of fields) {
        const [a, b] = [shapeOf(mine, field), shapeOf(theirs, field)]
        count(name, field, a === b ? 'same' : verdictOf(mine, theirs, field))
      }
    }
  }
}

function verdictOf(mine: Known, theirs: Known, field: (typeof fields)[number]): string {
  if (isRight(mine, theirs, field)) return 'more'
  return isRight(theirs, mine, field) ? 'less' : 'other'
}

const given = process.argv[2] ?? '4000'
await (/^\d+$/u.test(given) ? overKnown(Number(given)) : overFolder(given))
const groups = Map.groupBy(counts, ([key]) => key.split('\t').slice(0, 2).join('  '))
for (const [group, of] of groups) {
  const all = of.reduce((sum, [, each]) => sum + each, 0)
  const shares = of
    .toSorted()
    .map(([key, each]) => `${key.split('\t')[2]} ${((100 * each) / all).toFixed(2)} %`)
  console.log(`${group.padEnd(22)} ${all} mails: ${shares.join(', ')}`)
}
