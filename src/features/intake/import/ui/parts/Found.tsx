import { ScanSearch } from 'lucide-react'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Select } from '#kit/Select.tsx'
import type { ImportDetail, Reading } from '../../contract.ts'
import { importMessages } from '../../messages.ts'

const encodings = [
  { id: 'utf-8', name: 'UTF-8' },
  { id: 'cp932', name: 'CP932（Shift_JIS）' },
  { id: 'euc-jp', name: 'EUC-JP' },
  { id: 'utf-16le', name: 'UTF-16LE' },
  { id: 'utf-16be', name: 'UTF-16BE' },
] as const

/** What was found out about the file, each of it open to correction. */
export function Found(props: { run: ImportDetail; onChange: (reading: Reading) => void }) {
  const { words } = useMessages(importMessages)
  const { shape, reading } = props.run
  const told = (more: Reading) => props.onChange({ ...reading, ...more })
  const { comma, tab, semicolon, bar } = words.delimiters
  const delimiters = [
    { id: ',', name: comma },
    { id: '\t', name: tab },
    { id: ';', name: semicolon },
    { id: '|', name: bar },
  ] as const
  const isText = shape.format === 'csv'
  return (
    <Section title={words.found} icon={ScanSearch}>
      <div className="grid grid-cols-2 gap-3 sm:max-w-2xl sm:grid-cols-4">
        {isText ? (
          <>
            <Select
              label={words.encoding}
              choices={encodings}
              value={encodings.find(({ id }) => id === shape.encoding)?.id ?? null}
              onChange={(encoding) => told({ encoding })}
            />
            <Select
              label={words.delimiter}
              choices={delimiters}
              value={delimiters.find(({ id }) => id === shape.delimiter)?.id ?? null}
              onChange={(delimiter) => told({ delimiter })}
            />
          </>
        ) : null}
        {shape.heading === null ? null : (
          <Select
            label={words.heading}
            choices={headingRows(shape.heading).map((row) => ({
              id: String(row),
              name: words.headingRow({ row }),
            }))}
            value={String(shape.heading)}
            onChange={(row) => told({ heading: Number(row) })}
          />
        )}
        {isText ? (
          <div className="flex flex-col gap-1 text-sm">
            <span className="font-medium">{words.quote}</span>
            <code className="flex h-10 items-center">{shape.quote}</code>
          </div>
        ) : null}
      </div>
    </Section>
  )
}

function headingRows(now: number): number[] {
  return [...new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, now])].toSorted((a, b) => a - b)
}
