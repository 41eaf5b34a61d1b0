import sanitizeHtml from 'sanitize-html'
import { cleanOptions, flattened, isAbyss, longest } from './html.ts'
import { gather } from './gather.ts'
import { bytesOf, leavesOf, readTree, type Part } from './tree.ts'
import { headerOf } from './headers.ts'

export type PageWish = {
  /** Whether images may be fetched from elsewhere: whoever sent them learns of it. */
  readonly images: boolean
  readonly lang: string
  /** What stands before a folded quotation, and in the place of an image. */
  readonly quoted: string
  readonly image: string
}

/** Bytes of images in the message itself that one page carries. */
const largestImages = 12_000_000
const shownImages = /^image\/(png|jpe?g|pjpeg|gif|webp|bmp)$/u

/** The HTML of a message as a page that can do nothing: no script, no form, and nothing fetched unless it is wished. */
export function pageOf(bytes: Buffer, wish: PageWish): string | null {
  const root = readTree(bytes.toString('latin1'))
  const given = gather(root).html.join('<hr>').slice(0, longest)
  if (given.trim() === '') return null
  const body = isAbyss(given) ? flattened(given) : shown(given, imagesIn(root), wish)
  const title = escaped(wish.image)
  return `<!doctype html><html lang="${escaped(wish.lang)}"><head><meta charset="utf-8"><title>${title}</title><style>${looks}</style><base target="_blank"></head><body>${folded(body, wish.quoted)}</body></html>`
}

function shown(given: string, images: ReadonlyMap<string, string>, wish: PageWish): string {
  return sanitizeHtml(given.replaceAll('\0', '').toWellFormed(), {
    ...cleanOptions,
    allowedTags: [...cleanOptions.allowedTags, 'img'],
    allowedAttributes: {
      '*': ['style', 'align', 'valign', 'bgcolor', 'color', 'width', 'height', 'dir'],
      a: ['href', 'rel', 'target', 'title', 'data-goes'],
      img: ['src', 'alt', 'width', 'height'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    allowedStyles: { '*': styles },
    allowedSchemesByTag: { img: ['data', 'http', 'https'] },
    transformTags: {
      img: (_, attributes) => imageOf(attributes, images, wish),
      a: (_, { href = '' }) => linkTo(href),
    },
  })
}

function imageOf(
  { src = '', alt = '', width = '', height = '' }: sanitizeHtml.Attributes,
  images: ReadonlyMap<string, string>,
  wish: PageWish,
): sanitizeHtml.Tag {
  const name = src.trim()
  const own = images.get(name.replace(/^cid:/iu, '').toLowerCase())
  const isFetched = wish.images && /^https?:\/\//iu.test(name)
  if (own || isFetched) return { tagName: 'img', attribs: { src: own ?? name, alt, width, height } }
  const said = alt.trim()
  return { tagName: 'span', attribs: {}, text: said === '' ? '' : `［${wish.image}：${said}］` }
}

function linkTo(href: string): sanitizeHtml.Tag {
  const isSafe = /^\s*(https?|mailto|tel):/iu.test(href)
  if (!isSafe) return { tagName: 'span', attribs: {} }
  const rel = 'noopener noreferrer nofollow'
  const attribs = { href, title: href, 'data-goes': placeOf(href), rel, target: '_blank' }
  return { tagName: 'a', attribs }
}

/** Only what colours and measures a letter; nothing that fetches, covers or moves. */
const size = [/^\d{1,3}(\.\d{1,2})?(px|pt|em|rem|%)$/u]
const colour = [/^#[0-9a-f]{3,8}$/iu, /^rgba?\([\d\s.,%]{1,40}\)$/iu, /^[a-z]{3,20}$/iu]
const styles = {
  color: colour,
  'background-color': colour,
  'font-size': size,
  'font-weight': [/^(bold|normal|\d{3})$/u],
  'font-style': [/^(italic|normal)$/u],
  'text-align': [/^(left|right|center|justify)$/u],
  'text-decoration': [/^(underline|line-through|none)$/u],
}

/** Where a link really leads, whatever its words say. */
function placeOf(href: string): string {
  try {
    const url = new URL(href)
    return url.host || url.pathname.slice(0, 80)
  } catch {
    return ''
  }
}

/** Images of the message itself, by the name the HTML calls them. */
function imagesIn(root: Part): Map<string, string> {
  const found = new Map<string, string>()
  let left = largestImages
  for (const leaf of leavesOf(root)) {
    const id = headerOf(leaf.headers, 'content-id')?.replace(/^<|>$/gu, '').toLowerCase()
    if (!id || !shownImages.test(leaf.type.value)) continue
    const bytes = bytesOf(leaf)
    left -= bytes.length
    if (left < 0) break
    found.set(id, `data:${leaf.type.value};base64,${bytes.toString('base64')}`)
  }
  return found
}

/** The outermost quotations stay shut until somebody opens them. */
function folded(html: string, quoted: string): string {
  let depth = 0
  return html.replace(/<(\/?)blockquote\b[^>]*>/gu, (tag, end: string) => {
    if (end === '') {
      depth += 1
      return depth === 1 ? `<details><summary>… ${escaped(quoted)}</summary>${tag}` : tag
    }
    depth -= 1
    return depth === 0 ? `${tag}</details>` : tag
  })
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (letter) => `&#${letter.charCodeAt(0)};`)
}

const looks = `body{margin:12px;background:#fff;color:#1a1a1a;font:15px/1.7 sans-serif;overflow-wrap:anywhere}
img{max-width:100%;height:auto}table{max-width:100%}blockquote{margin:8px 0;padding-left:12px;border-left:3px solid #949494}
summary{cursor:pointer;color:#595959;min-height:24px}a{color:#0017c1}
a[data-goes]:not([data-goes=""])::after{content:" → " attr(data-goes);color:#595959;font-size:12px}`
