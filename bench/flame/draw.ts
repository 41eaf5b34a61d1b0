import { shares, widerThan, type Part, type Tower } from './fold.ts'

/** Pixels. A letter of 11 px is at most so wide on average in the systems' fonts. */
const [width, row, head, letter] = [1200, 17, 66, 7]

const parts: Record<Part, readonly [name: string, light: string, dark: string]> = {
  rooms: ['our rooms', '#ffb866', '#8f4e0e'],
  platform: ['our platform', '#f3dc6b', '#6f5b0c'],
  hono: ['Hono', '#f5a8a8', '#873a3a'],
  zod: ['zod', '#a5c9f7', '#2b568d'],
  kysely: ['Kysely', '#cfbdf5', '#5c4594'],
  pg: ['pg', '#98dccb', '#1c6657'],
  library: ['other libraries', '#dcc8ad', '#655033'],
  node: ['Node itself', '#d3d7dc', '#454b53'],
  garbage: ['garbage collector', '#bccd82', '#525f20'],
  database: ['PostgreSQL', '#8cc8e6', '#1b5c7e'],
}

/** Of the whole: what is narrower is not drawn. */
const least = 0.005

/** Every part of the request upon what called it; widths are shares of `whole.whole`, the milliseconds of one request. */
export function drawn(whole: Tower, says: string): string {
  const tower = widerThan(whole.whole * least, whole)
  const height = head + depthOf(tower) * row + 8
  const stones = stonesOf(tower, { x: 0, y: height - row - 8, of: tower.whole })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escaped(says)}</title>
<style>${style()}</style>
<rect class="ground" width="${width}" height="${height}"/>
<text x="8" y="20">${escaped(says)}</text>
${[...legend(whole), ...stones].join('\n')}
</svg>
`
}

/** With what each part does itself. */
function legend(tower: Tower): string[] {
  const own = shares(tower)
  return Object.entries(parts).map(([part, [name]], at) => {
    const [x, y] = [8 + (at % 5) * 180, 30 + Math.floor(at / 5) * row]
    const share = [...own].find(([of]) => of === part)?.[1] ?? 0
    const says = `${name} ${Math.round((share / tower.whole) * 100)} %`
    return `<g class="${part}"><rect x="${x}" y="${y}" width="11" height="11"/><text x="${x + 16}" y="${y + 10}">${says}</text></g>`
  })
}

function depthOf({ above }: Tower): number {
  return 1 + Math.max(0, ...above.map(depthOf))
}

type At = { readonly x: number; readonly y: number; readonly of: number }

function stonesOf(tower: Tower, { x, y, of }: At): string[] {
  const stones = [stone(tower, { x, y, of })]
  let from = x
  for (const each of tower.above) {
    stones.push(...stonesOf(each, { x: from, y: y - row, of }))
    from += (each.whole / of) * width
  }
  return stones
}

function stone({ name, part, place, whole }: Tower, { x, y, of }: At): string {
  const wide = (whole / of) * width
  const share = `${((whole / of) * 100).toFixed(1)} %`
  const title = [`${name}: ${share}, ${whole.toFixed(2)} ms`, parts[part][0], place]
  const words = fitted(name, wide - 6)
  const text = words && `<text x="${short(x + 3)}" y="${y + 12}">${escaped(words)}</text>`
  const rect = `<rect x="${short(x)}" y="${y}" width="${short(Math.max(0.5, wide - 1))}" height="${row - 1}"/>`
  return `<g class="${part}"><title>${escaped(title.filter(Boolean).join(' · '))}</title>${rect}${text}</g>`
}

/** As much of a name as there is room for; nothing where that would say nothing. */
export function fitted(name: string, room: number): string {
  const letters = Math.floor(room / letter)
  if (name.length <= letters) return name
  return letters < 3 ? '' : `${name.slice(0, letters - 1)}…`
}

const short = (pixels: number) => String(Math.round(pixels * 10) / 10)

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
}

function style(): string {
  const fills = (of: 1 | 2) =>
    Object.entries(parts)
      .map(([part, colours]) => `.${part} rect{fill:${colours[of]}}`)
      .join('')
  return `text{font:11px system-ui,sans-serif;fill:#16181b}.ground{fill:#fff}${fills(1)}
@media (prefers-color-scheme:dark){text{fill:#f4f5f6}.ground{fill:#16181b}${fills(2)}}`
}
