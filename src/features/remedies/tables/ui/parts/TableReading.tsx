import { useId } from 'react'
import { lineOf } from '#features/remedies/cells/rules.ts'
import { Sheet } from '#kit/Sheet.tsx'
import type { Table } from './draft.ts'
import { sheetColumns } from './columns.ts'
import { RuleCards } from './RuleCards.tsx'
import { useSaid } from './said.ts'
import { Standing } from './Standing.tsx'
import { newRow } from './Toolbar.tsx'
import { Versions } from './Versions.tsx'

const nothing = () => undefined

/** For everybody who does not change it: the same sheet, to read and to copy. */
export function TableReading({ table }: { table: Table }) {
  const { words, language } = useSaid()
  const help = useId()
  const lines = table.rules.map((rule) => lineOf(rule, language))
  return (
    <div className="flex flex-col gap-4">
      <p id={help} className="text-sm text-sub">
        {words.readOnly}
      </p>
      <Standing version={table.version} />
      <div className="hidden sm:block">
        <Sheet
          label={words.sheet}
          describedBy={help}
          columns={sheetColumns(language)}
          rows={lines}
          nameOf={(row, { name }) =>
            words.cellName({ row: row + 1, code: lines[row]?.cells.code ?? '', column: name })
          }
          noteOf={nothing}
          noteSaid={({ sentence }) => sentence}
          newRow={newRow}
          undo={nothing}
          redo={nothing}
          onPlace={nothing}
          goTo={null}
        />
      </div>
      <div className="sm:hidden">
        <RuleCards lines={lines} />
      </div>
      <h3 className="mt-2 font-semibold">{words.versionsTab}</h3>
      <Versions present={table.rules} />
    </div>
  )
}
