import type { MappedText } from '../../src/kernel/japanese-text/mapped-text.ts'

/** What is used of a node of textlint's tree. */
export type TreeNode = {
  readonly type: string
  readonly raw: string
  readonly range: readonly [number, number]
  readonly children?: readonly TreeNode[]
}

const notOurWords = /^(?:Code|CodeBlock|Html|HtmlBlock|BlockQuote|Image|Comment|Yaml)$/
const blocks = /^(?:Paragraph|Header|ListItem|TableCell|HorizontalRule)$/

/** The sentences of a document without its markup, and where each letter stands in the source. */
export function proseOf(document: TreeNode): MappedText {
  const pieces: string[] = []
  const starts: number[] = []
  function write(words: string, at: number) {
    pieces.push(words)
    for (let i = 0; i < words.length; i += 1) starts.push(at + i)
  }
  function read(node: TreeNode) {
    if (notOurWords.test(node.type)) return
    if (node.type === 'Str') write(node.raw, node.range[0])
    else if (node.type === 'Break') write('\n', node.range[0])
    else for (const child of node.children ?? []) read(child)
    if (blocks.test(node.type)) write('\n', node.range[1])
  }
  read(document)
  return { text: pieces.join(''), starts, ends: starts.map((at) => at + 1) }
}
