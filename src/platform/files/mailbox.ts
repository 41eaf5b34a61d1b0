import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** One message of a file or folder, with where somebody finds it again. */
export type FiledMail = { readonly where: string; readonly bytes: Buffer }

/** Messages of an mbox, one at a time: the file may be larger than memory. `>From` becomes `From` again (mboxrd). */
export async function* mboxMails(file: string): AsyncGenerator<FiledMail> {
  let lines: Buffer[] = []
  let count = 0
  let isAfterBlank = true
  const name = basename(file)
  for await (const line of linesOf(file)) {
    if (isAfterBlank && line.subarray(0, 5).equals(separator)) {
      if (lines.length > 0)
        yield { where: `${name}（${(count += 1)}通目）`, bytes: Buffer.concat(lines) }
      lines = []
    } else lines.push(/^>+From /u.test(line.toString('latin1', 0, 20)) ? line.subarray(1) : line)
    isAfterBlank = line.length <= 2 && /^\r?\n?$/u.test(line.toString('latin1'))
  }
  if (lines.length > 0) yield { where: `${name}（${count + 1}通目）`, bytes: Buffer.concat(lines) }
}

const separator = Buffer.from('From ')

async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const bytes = Buffer.concat([rest, Buffer.from(chunk)])
    let from = 0
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
      yield bytes.subarray(from, end + 1)
      from = end + 1
    }
    rest = bytes.subarray(from)
  }
  if (rest.length > 0) yield rest
}

/** A Maildir with its folders (`.Sent` and the like), the oldest delivery first. */
export async function* maildirMails(folder: string): AsyncGenerator<FiledMail> {
  const inner = await readdir(folder, { withFileTypes: true })
  const folders = inner.filter((each) => each.isDirectory() && each.name.startsWith('.'))
  for (const place of [folder, ...folders.map(({ name }) => join(folder, name))])
    for (const kind of ['cur', 'new']) yield* filesIn(join(place, kind))
}

async function* filesIn(folder: string): AsyncGenerator<FiledMail> {
  const there = await stat(folder).catch(() => null)
  if (!there?.isDirectory()) return
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.'))
  for (const name of names.toSorted()) yield emlMail(join(folder, name))
}

export async function emlMail(file: string): Promise<FiledMail> {
  return { where: basename(file), bytes: await readFile(file) }
}
