import type { Span } from './mapped-text.ts'

// Where a sentence ends although nobody wrote a mark: a final form, then the start of something new.
const finalForm =
  '(?:です|ます|ました|ません|でした|ましょう|ください|くださいませ|でしょう|だろう|やろ|してくれ|しろ|やがれ)'
const particles = '(?:か|ね|よ|な|わ|ぞ|よね|かね|わよ|のよ|けどね)?'
const beginning =
  '(?=[一-龯ァ-ヶa-zA-Z0-9「『(]|もう|それ|これ|あれ|あと|だから|でも|なん|どう|こっち|うち|お[一-龯]|ご[一-龯]|はい|いや|ふざけ|いい加減)'
// 飲み込んだ場合 goes on: after んだ a noun may be what it is said of.
const explained =
  '(?:んだ|んや)(?:か|ね|よ|な|わ|ぞ|よね|けどね)?(?=もう|それ|これ|だから|でも|なん|どう|こっち|うち|いい加減|「)'
const silentEnd = new RegExp(`${finalForm}${particles}${beginning}|${explained}`, 'gu')
const writtenEnd = /[。!?．…\n]+[」』"”)）\]]*|[wｗ]{2,}/gu

/** Sentences as half-open spans that cover the whole text. Works without any punctuation, too. */
export function sentences(text: string): Span[] {
  const ends = new Set<number>()
  for (const mark of text.matchAll(writtenEnd)) ends.add(mark.index + mark[0].length)
  for (const form of text.matchAll(silentEnd)) ends.add(form.index + form[0].length)
  return cut(text.length, [...ends])
}

const clauseEnd =
  /[、,;；]+|(?:です|ます|ました|ません|でした|だ|た|ない|い|る|う|ん)(?:けれども|けれど|けども|けど|のですが|ので|のに|し(?=[、。一-龯])|が(?=[、。一-龯ァ-ヶそこあも]))[、]?|(?:たら|れば|なら)[、]/gu

/** Clauses of one sentence: cut at commas and after けど・が・ので・のに・し・たら. */
export function clauses(text: string, sentence: Span): Span[] {
  const words = text.slice(sentence.start, sentence.end)
  const ends: number[] = []
  for (const mark of words.matchAll(clauseEnd)) ends.push(mark.index + mark[0].length)
  return cut(words.length, ends).map(({ start, end }) => ({
    start: start + sentence.start,
    end: end + sentence.start,
  }))
}

function cut(length: number, ends: number[]): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const end of ends.toSorted((a, b) => a - b)) {
    if (end <= start) continue
    spans.push({ start, end })
    start = end
  }
  if (start < length || spans.length === 0) spans.push({ start, end: length })
  return spans
}

const closing: Readonly<Record<string, string>> = {
  '「': '」',
  '『': '』',
  '“': '”',
  '"': '"',
  '〝': '〟',
  '《': '》',
}
const opening = /[「『“"〝《]/gu

/** What stands between quotation marks on one line, without the marks. Unclosed marks quote nothing. */
export function quotations(text: string): Span[] {
  const spans: Span[] = []
  const next = new Map<string, number>()
  opening.lastIndex = 0
  // A mark is looked for again only behind the place where it was last seen: linear in a text of opening marks.
  const nextOf = (mark: string, from: number): number => {
    const seen = next.get(mark) ?? -1
    if (seen >= from) return seen
    const found = text.indexOf(mark, from)
    const at = found === -1 ? text.length : found
    next.set(mark, at)
    return at
  }
  for (let open = opening.exec(text); open; open = opening.exec(text)) {
    const start = open.index + 1
    const close = nextOf(closing[open[0]] ?? '', start)
    if (close === text.length || nextOf('\n', start) < close) continue
    spans.push({ start, end: close })
    opening.lastIndex = close + 1
  }
  return spans
}
