import { guarded } from './csv.ts'

export type TableFormat = 'csv' | 'csv-cp932' | 'xlsx'

/**
 * A table as a file that Excel opens: UTF-8 with its mark, CP932 without one, or a workbook. Letters that CP932 does not
 * have are named instead. Cells stay text: 090… keeps its zero in a workbook, and no cell is carried out as a formula.
 */
export async function writeTable(
  rows: readonly (readonly string[])[],
  format: TableFormat,
): Promise<Uint8Array<ArrayBuffer> | { readonly lacks: readonly string[] }> {
  if (format === 'xlsx') {
    const { default: writeXlsxFile } = await import('write-excel-file/node')
    const cells = rows.map((row) => row.map((text) => ({ value: upTo(text), type: String })))
    return Uint8Array.from(await writeXlsxFile(cells).toBuffer())
  }
  const text = `${rows.map((row) => row.map((cell) => quoted(guarded(cell))).join(',')).join('\r\n')}\r\n`
  if (format === 'csv') return new TextEncoder().encode(`\uFEFF${text}`)
  const { toCp932 } = await import('./cp932.ts')
  return toCp932(text)
}

// The most a cell of Excel holds.
const longestCell = 32_767

function upTo(text: string): string {
  return text.slice(0, longestCell).toWellFormed()
}

// A cell that begins with an apostrophe must not be taken for one that is held together by apostrophes.
function quoted(text: string): string {
  return /^'|[",\r\n]/u.test(text) || text !== text.trim()
    ? `"${text.replaceAll('"', '""')}"`
    : text
}
