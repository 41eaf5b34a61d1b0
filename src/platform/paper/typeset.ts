import { createRequire } from 'node:module'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const weights = ['400Regular/NotoSansJP_400Regular.ttf', '700Bold/NotoSansJP_700Bold.ttf']

let press: Promise<NodeCompiler> | undefined

/**
 * A page as PDF: `source` is Typst, `given` reaches it as JSON under `sys.inputs.given`, so that no word of a customer
 * is ever read as markup. The compiler and its fonts (11 MB) are fetched with the first page, not at start-up.
 * Throws when the source cannot be set: that is a fault of ours.
 */
export async function typeset(source: string, given: unknown): Promise<Buffer> {
  press ??= openPress()
  const compiler = await press
  const pdf = compiler.pdf({ mainFileContent: source, inputs: { given: JSON.stringify(given) } })
  compiler.evictCache(10)
  return pdf
}

async function openPress(): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const { resolve } = createRequire(import.meta.url)
  const fontPaths = weights.map((file) => resolve(`@expo-google-fonts/noto-sans-jp/${file}`))
  return NodeCompiler.create({ fontArgs: [{ fontPaths }] })
}
