import { Table } from 'lucide-react'
import { useId } from 'react'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import type { ImportDetail } from '../../contract.ts'
import { importMessages } from '../../messages.ts'

/** The first lines as they were read; a table that is wider than the screen scrolls by itself. */
export function Preview({ run }: { run: ImportDetail }) {
  const { words } = useMessages(importMessages)
  const id = useId()
  return (
    <Section title={words.preview} icon={Table} folds="open">
      <div
        role="group"
        aria-labelledby={id}
        tabIndex={0}
        className="max-h-72 overflow-auto rounded-lg border border-line-soft bg-surface"
      >
        <table className="min-w-full border-collapse text-xs">
          <caption id={id} className="sr-only">
            {words.preview}
          </caption>
          <thead className="sticky top-0 bg-raised">
            <tr>
              <th scope="col" className="border-b border-line px-2 py-1.5 text-start font-medium">
                {words.row}
              </th>
              {run.shape.columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className="border-b border-line px-2 py-1.5 text-start font-medium whitespace-nowrap"
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {run.preview.map(({ line, cells }) => (
              <tr key={line} className="border-b border-line-soft last:border-0">
                <td data-figures className="px-2 py-1 align-top text-sub">
                  {line}
                </td>
                {run.shape.columns.map((column, at) => (
                  <td key={column} className="max-w-72 min-w-16 px-2 py-1 align-top">
                    <span className="clamp-2 wrap-anywhere">{cells[at]}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
