/** The first sheet as text, row by row. Null when the bytes are no workbook. Dates become `2021-12-31 14:05`. */
export async function readWorkbook(bytes: Buffer): Promise<string[][] | null> {
  // Every .xlsx is a zip archive.
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return null
  try {
    const { readSheet } = await import('read-excel-file/node')
    const rows: readonly (readonly unknown[])[] = await readSheet(bytes)
    return rows.map((row) => row.map(toText))
  } catch {
    return null
  }
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!(value instanceof Date)) return ''
  // The sheet has no zone: what it shows is what UTC says here.
  const [day = '', time = ''] = value.toISOString().split('T')
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`
}
