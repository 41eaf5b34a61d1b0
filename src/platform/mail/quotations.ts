export type Passage = {
  /** Enclosed: a message or a text that was put into it. */
  readonly kind: 'written' | 'quoted' | 'signature' | 'enclosed'
  readonly text: string
}

/** Everything below one of these was written by somebody else before. */
const originals = [
  /^-{3,}\s*(original message|forwarded message|元のメッセージ|転送メッセージ|転送されたメッセージ)\s*-{3,}/iu,
  /^_{10,}$/u,
  /^(from|差出人|送信者)\s*[:：].*@/iu,
]
/** The line that introduces a quotation. */
const introductions = [
  /^on\b.{4,200}\bwrote:$/iu,
  /^.{0,200}<[^<>\s]+@[^<>\s]+>.{0,20}[:：]$/u,
  /^\d{4}年\d{1,2}月\d{1,2}日.{0,200}[:：]$/u,
  /^.{0,200}(さん|様|氏)?[はが]?(書きました|wrote|のメール)[:：]?$/iu,
]
const quoteMark = /^\s{0,3}(?:[>＞|｜]|&gt;)/u
const rule = /^\s*(?:--\s?|[-=_*＊━─―ー＝◆◇□■☆★~〜+]{5,}.*)$/u
const contact = /@[\w-]+\.|https?:\/\/|\b0\d{1,4}[-(]\d|tel|fax|〒|株式会社|有限会社|（株）|㈱/iu

/** A letter as what was written now, what it repeats, and who signs. Nothing is left out: joined it is the text again. */
export function passagesOf(text: string): Passage[] {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n')
  const original = lines.findIndex((line, at) => isOriginal(lines, line, at))
  const kinds = lines.map((line, at) =>
    isQuoted(lines, line, at, original) ? 'quoted' : 'written',
  )
  const signature = signatureAt(lines, kinds)
  const passages: { kind: Passage['kind']; lines: string[] }[] = []
  for (const [at, line] of lines.entries()) {
    const own = kinds[at] ?? 'written'
    const isSigned = signature !== -1 && at >= signature && own === 'written'
    const kind = isSigned ? 'signature' : own
    const last = passages.at(-1)
    if (last && (last.kind === kind || line.trim() === '')) last.lines.push(line)
    else passages.push({ kind, lines: [line] })
  }
  return passages.map(({ kind, lines: own }) => ({ kind, text: own.join('\n') }))
}

/** What was written now; the whole text when everything was a quotation. */
export function writtenIn(passages: readonly Passage[]): string {
  const written = passages.filter(({ kind }) => kind === 'written').map(({ text }) => text.trim())
  return (
    written.filter(Boolean).join('\n\n') ||
    passages
      .map(({ text }) => text)
      .join('\n')
      .trim()
  )
}

function isOriginal(lines: readonly string[], line: string, at: number): boolean {
  const trimmed = line.trim()
  const [divider, , heading] = originals
  if (divider?.test(trimmed)) return true
  const next = lines.slice(at + 1, at + 4).join('\n')
  const isHead = /^(sent|date|to|subject|日時|送信日時|宛先|件名)\s*[:：]/imu.test(next)
  if (originals[1]?.test(trimmed)) return /^(from|差出人|送信者)\s*[:：]/imu.test(next)
  return Boolean(heading?.test(trimmed)) && isHead
}

function isQuoted(lines: readonly string[], line: string, at: number, original: number): boolean {
  if (original !== -1 && at >= original) return true
  if (quoteMark.test(line)) return true
  if (!introductions.some((each) => each.test(line.trim()))) return false
  return lines.slice(at + 1, at + 4).some((next) => quoteMark.test(next))
}

/** The first rule of the last lines below which somebody can be reached; `-- ` always begins one. */
function signatureAt(lines: readonly string[], kinds: readonly string[]): number {
  const end = kinds.lastIndexOf('written') + 1
  const dashes = lines.findIndex((line, at) => /^-- ?$/u.test(line) && kinds[at] === 'written')
  if (dashes > 0 && end - dashes < 25) return dashes
  const start = Math.max(1, end - 14)
  const from = lines.findIndex(
    (line, at) => at >= start && at < end && rule.test(line) && kinds[at] === 'written',
  )
  return from !== -1 && contact.test(lines.slice(from, end).join('\n')) ? from : -1
}
