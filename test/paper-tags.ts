import { getDocumentProxy } from 'unpdf'

/** What a screen reader finds: the role of PDF (H1, P, TH …), the words under it, and what a picture is called. */
export type Tagged = { readonly role: string; readonly words: string }

const inside = new Set(['L', 'LI', 'LBody', 'Table', 'THead', 'TBody', 'TR', 'Div', 'Document'])

/** The tags of a PDF in the order in which they are read aloud; lists and tables in their parts. */
export async function tagsOf(pdf: Buffer): Promise<Tagged[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const tags: Tagged[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const root: unknown = await page.getStructTree()
    const said = wordsById(await page.getTextContent({ includeMarkedContent: true }))
    tags.push(...tagged(root, said))
  }
  return tags
}

/** Language and title of the document, and what its metadata (XMP) says of its form. */
export async function toldOf(pdf: Buffer) {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { info, metadata } = await document.getMetadata()
  return {
    language: read(info, 'Language'),
    title: read(info, 'Title'),
    keywords: read(info, 'Keywords'),
    part: metadata?.get('pdfaid:part'),
    conformance: metadata?.get('pdfaid:conformance'),
  }
}

function tagged(node: unknown, said: ReadonlyMap<string, string>): Tagged[] {
  const [role, alt] = [read(node, 'role'), read(node, 'alt')]
  if (typeof role !== 'string') return []
  if (role !== 'Root' && !inside.has(role))
    return [{ role, words: typeof alt === 'string' ? alt : wordsUnder(node, said) }]
  return childrenOf(node).flatMap((child) => tagged(child, said))
}

function wordsUnder(node: unknown, said: ReadonlyMap<string, string>): string {
  const id = read(node, 'id')
  if (typeof id === 'string') return said.get(id) ?? ''
  return childrenOf(node)
    .map((child) => wordsUnder(child, said))
    .join('')
}

function childrenOf(node: unknown): unknown[] {
  const children = read(node, 'children')
  return Array.isArray(children) ? children : []
}

function wordsById({ items }: { readonly items: readonly unknown[] }): Map<string, string> {
  const said = new Map<string, string>()
  const open: string[] = []
  for (const item of items) {
    const [type, id, words] = [read(item, 'type'), read(item, 'id'), read(item, 'str')]
    if (type === 'endMarkedContent') open.pop()
    else if (typeof type === 'string') open.push(typeof id === 'string' ? id : '')
    const around = open.findLast(Boolean)
    if (typeof words === 'string' && around) said.set(around, (said.get(around) ?? '') + words)
  }
  return said
}

function read(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined
}
