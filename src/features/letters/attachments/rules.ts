import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Attachment } from './contract.ts'

const megabyte = 1_000_000

// What Gmail and Outlook refuse to deliver (https://support.google.com/mail/answer/6590, read 2026-11): the letter would
// come back hours later, and the customer would have waited.
const barred =
  /\.(?:ade|adp|apk|appx|bat|cab|chm|cmd|com|cpl|dll|exe|hta|ins|iso|isp|jar|js|jse|lib|lnk|mde|msc|msi|msp|mst|ps1|reg|scr|sct|sys|vb|vbe|vbs|vxd|wsc|wsf|wsh)$/iu

/**
 * The files a letter takes along, in the order they were chosen, or why it cannot. `there`: the finished files of its
 * complaint. `megabytes`: of all of them together.
 */
export function chosen(
  evidenceIds: readonly string[],
  there: readonly Attachment[],
  megabytes: number,
): Result<Attachment[]> {
  const files: Attachment[] = []
  for (const wanted of new Set(evidenceIds)) {
    const file = there.find(({ evidenceId }) => evidenceId === wanted)
    if (!file) return refuse('conflict', 'letters.attachment-gone', {})
    files.push(file)
  }
  const program = files.find(isProgram)
  if (program) return refuse('invalid', 'letters.attachment-program', { name: program.name })
  const total = files.reduce((sum, { size }) => sum + size, 0)
  if (total > megabytes * megabyte)
    return refuse('too-large', 'letters.attachments-too-large', {
      megabytes,
      total: Math.ceil(total / megabyte),
    })
  return ok(files)
}

function isProgram({ name, type }: Attachment): boolean {
  return barred.test(name.normalize('NFKC')) || type === 'application/x-msdownload'
}

// Types that say what the bytes are, and nothing of what they are for: the name knows better.
const vague = /^(?:application\/(?:octet-stream|zip|x-cfb)|text\/plain)?$/u

/** The Content-Type of a file, or none where its name says more than its first bytes do. */
export function contentTypeOf({ type }: Pick<Attachment, 'type'>): string | undefined {
  return vague.test(type) ? undefined : type
}
