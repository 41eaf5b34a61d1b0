import sanitizeHtml from 'sanitize-html'

export type CleanHtml = { readonly html: string; readonly hasRemoteImages: boolean }

export const longest = 2_000_000
const blocks =
  'p|div|li|ul|ol|tr|table|blockquote|h[1-6]|pre|hr|section|article|header|footer|dl|dt|dd'
const allowedTags =
  `p div span br b strong i em u s a ul ol li blockquote pre code h1 h2 h3 h4 h5 h6 hr table thead tbody
  tfoot tr td th caption dl dt dd sub sup small center font`.split(/\s+/u)

export const cleanOptions = {
  allowedTags,
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'xml'],
  nestingLimit: 60,
}

/** What a stranger's HTML may still be: text and its order. No script, no style, no form, and nothing fetched from anywhere. */
export function cleanHtml(given: string): CleanHtml {
  const html = given.slice(0, longest)
  if (isAbyss(html)) return { html: flattened(html), hasRemoteImages: false }
  let hasRemoteImages = false
  const cleaned = sanitizeHtml(html, {
    ...cleanOptions,
    allowedAttributes: {
      a: ['href', 'rel', 'target'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    transformTags: {
      img: (_, { src = '', alt = '' }) => {
        if (/^\s*(https?:)?\/\//iu.test(src)) hasRemoteImages = true
        return { tagName: 'span', attribs: {}, text: alt.trim() }
      },
      a: (_, { href = '' }) => ({
        tagName: 'a',
        attribs: { href, rel: 'noopener noreferrer nofollow', target: '_blank' },
      }),
    },
  })
  return { html: cleaned, hasRemoteImages }
}

/** Elements in elements; the parser takes the square of it. Nobody's letter comes near. */
const deepest = 400

export function isAbyss(html: string): boolean {
  let depth = 0
  for (const [, isEnd, isVoid] of html.matchAll(
    /<(?:(\/)[a-z]|(br|img|hr|meta|link|input|col|p|li|t[drh]|d[td]|option)\b|[a-z])/giu,
  )) {
    if (isEnd) depth = Math.max(0, depth - 1)
    else if (!isVoid) depth += 1
    if (depth > deepest) return true
  }
  return false
}

/** Only the letters between the tags, and where a line ends. */
export function flattened(html: string): string {
  const lines = html.replace(new RegExp(`<(br|/?(?:${blocks}))\\b`, 'giu'), '\n<$1')
  const text = lines.replace(/<[^<>]*>?/gu, '').replace(/[ \t]*\n\s*/gu, '\n')
  return text.trim().replaceAll('<', '&lt;').replaceAll('\n', '<br />')
}

/** The words of an HTML letter, with its lines; quotations keep a `>` before them. */
export function textOfHtml(html: string): string {
  const { html: clean } = cleanHtml(html.replace(/[\r\n\t ]+/gu, ' '))
  const lines = clean
    .replace(/<br ?\/?>\s?/gu, '\n')
    .replace(new RegExp(`\\s?<(${blocks})(?: [^>]*)?>\\s?`, 'gu'), (tag) =>
      tag.includes('<blockquote') ? '\n\u0001' : '\n',
    )
    .replace(/<\/blockquote>/gu, '\n\u0002')
    .replace(new RegExp(`\\s?</(${blocks})>`, 'gu'), '\n')
    .replace(/<\/t[dh]>/gu, '\t')
    .replace(/<[^>]*>/gu, '')
  return quoted(entities(lines))
    .replace(/[ \t]+$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

function quoted(text: string): string {
  let depth = 0
  const lines = text.split('\n').map((line) => {
    for (const mark of line) depth += mark === '\u0001' ? 1 : mark === '\u0002' ? -1 : 0
    const words = line.replaceAll('\u0001', '').replaceAll('\u0002', '').trim()
    return depth > 0 && words !== '' ? `${'>'.repeat(Math.min(depth, 9))} ${words}` : words
  })
  return lines.join('\n')
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

/** After cleaning only these are left; everything else is a letter already. */
function entities(text: string): string {
  return text
    .replace(/&(amp|lt|gt|quot|nbsp);/gu, (_, name: string) => named[name] ?? '')
    .replaceAll('\u00A0', ' ')
}
