import { createRequire } from 'node:module'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const sans = ['400Regular/NotoSansJP_400Regular.ttf', '700Bold/NotoSansJP_700Bold.ttf']
const serif = ['400Regular/NotoSerifJP_400Regular.ttf', '700Bold/NotoSerifJP_700Bold.ttf']

let press: Promise<NodeCompiler> | undefined

/** A file that the source names, such as a picture. */
export type Enclosure = { readonly file: string; readonly bytes: Uint8Array }

/**
 * A page as PDF: `source` is Typst, `given` reaches it as JSON under `sys.inputs.given`, so that no word of a customer
 * is ever read as markup. The compiler and its fonts (26 MB) are fetched with the first page, not at start-up.
 * Throws when the source cannot be set: that is a fault of ours.
 */
export async function typeset(source: string, given: unknown): Promise<Buffer> {
  return (await pressed(source, given, [])).pdf()
}

/**
 * The same as a record to keep: PDF/A-2a (ISO 19005-2), tagged, with every font inside, and as SVG to look at.
 * `unprintable`: the letters that our font does not have.
 */
export async function typesetToKeep(
  source: string,
  given: unknown,
  enclosures: readonly Enclosure[],
): Promise<
  { readonly pdf: Buffer; readonly svg: () => string } | { readonly unprintable: string }
> {
  const work = await pressed(source, given, enclosures)
  try {
    return { pdf: work.pdf('a-2a'), svg: work.svg }
  } catch (error) {
    // The compiler says it in words only, once for each letter that is missing.
    const missing = String(error).matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gu)
    const unprintable = [...new Set([...missing].map(([, letter = '']) => letter))].join('')
    if (unprintable === '') throw error
    return { unprintable }
  }
}

async function pressed(source: string, given: unknown, enclosures: readonly Enclosure[]) {
  press ??= openPress()
  const compiler = await press
  const order = { mainFileContent: source, inputs: { given: JSON.stringify(given) } }
  // Setting is synchronous: no other page sees these files.
  const during = <T>(set: () => T): T => {
    for (const { file, bytes } of enclosures) compiler.mapShadow(`/${file}`, Buffer.from(bytes))
    try {
      return set()
    } finally {
      for (const { file } of enclosures) compiler.unmapShadow(`/${file}`)
      compiler.evictCache(10)
    }
  }
  return {
    pdf: (pdfStandard?: string) =>
      during(() => compiler.pdf(order, pdfStandard ? { pdfStandard } : {})),
    svg: () => during(() => compiler.plainSvg(order)),
  }
}

async function openPress(): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const { resolve } = createRequire(import.meta.url)
  const fontPaths = [
    ...sans.map((file) => resolve(`@expo-google-fonts/noto-sans-jp/${file}`)),
    ...serif.map((file) => resolve(`@expo-google-fonts/noto-serif-jp/${file}`)),
  ]
  return NodeCompiler.create({ workspace: '/', fontArgs: [{ fontPaths }] })
}
