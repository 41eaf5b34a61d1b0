import { useDeferredValue, useId, useMemo, useState } from 'react'
import { columns, type Column } from '#features/remedies/tables/contract.ts'
import type { Gap } from '#features/remedies/coverage/contract.ts'
import { cellsFor, check, type Problem } from '#features/remedies/tables/rules.ts'
import { Sheet, type CellNote } from '#kit/Sheet.tsx'
import type { Place } from '#kit/sheet.ts'
import { useNow } from '#kit/now.ts'
import { Tabs } from '#kit/Tabs.tsx'
import { dayKey } from '#kit/time.ts'
import { sheetColumns } from './columns.ts'
import { DraftBar } from './DraftBar.tsx'
import { useDraft, type Table } from './draft.ts'
import { FileProblems, useFile } from './FileProblems.tsx'
import { Gaps } from './Gaps.tsx'
import { Problems } from './Problems.tsx'
import { RuleCards } from './RuleCards.tsx'
import { useSaid } from './said.ts'
import { newRow, Toolbar } from './Toolbar.tsx'
import { Trial } from './Trial.tsx'
import { Versions } from './Versions.tsx'

/** The draft of the next table, with what can be said of it while it is written. */
export function DraftDesk({ table, ownName }: { table: Table; ownName: string }) {
  const { words, language, problem: sentence } = useSaid()
  const help = useId()
  const sheet = useDraft(table, ownName)
  const { lines, change, history, kept } = sheet
  const today = dayKey(useNow())
  const settled = useDeferredValue(lines)
  const checked = useMemo(() => check(settled, today), [settled, today])
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  const [asked, setAsked] = useState<(Place & { asked: number }) | null>(null)
  const file = useFile(sheet)
  const notes = notesOf(checked.problems, sentence)
  const goTo = (row: number, column: Column) =>
    setAsked((was) => ({ row, column: columns.indexOf(column), asked: (was?.asked ?? 0) + 1 }))
  const go = ({ lineId, column }: Problem) =>
    goTo(
      lines.findIndex(({ id }) => id === lineId),
      column,
    )
  const fill = (gap: Gap) => {
    change([...lines, { ...newRow(), cells: cellsFor(gap, today, language) }])
    goTo(lines.length, 'code')
  }
  const isGood = !checked.problems.some(({ weight }) => weight === 'stop')
  return (
    <div className="flex flex-col gap-3">
      <DraftBar table={table} sheet={sheet} after={checked.rules} isReady={isGood} />
      <div className="hidden sm:block">
        <Toolbar sheet={sheet} row={place.row} onFile={(given) => void file.bring(given)} />
        <FileProblems read={file.read} onKeep={file.keepLeftOut} />
        <Sheet
          label={words.sheet}
          describedBy={help}
          columns={sheetColumns(language)}
          rows={lines}
          nameOf={(row, { name: column }) =>
            words.cellName({ row: row + 1, code: lines[row]?.cells.code ?? '', column })
          }
          noteOf={(id, column) => notes.get(`${id} ${column}`)}
          noteSaid={words.hasProblem}
          onChange={change}
          newRow={newRow}
          undo={history.undo}
          redo={history.redo}
          onPlace={setPlace}
          goTo={asked}
        />
        <Underneath sheet={lines[place.row]} column={place.column} notes={notes} />
        <p id={help} className="text-xs text-sub">
          {words.sheetHelp}
        </p>
      </div>
      <div className="sm:hidden">
        <RuleCards lines={lines} />
      </div>
      <Tabs
        label={words.title}
        items={[
          {
            id: 'problems',
            name: words.problemsTab({ count: checked.problems.length }),
            content: <Problems problems={checked.problems} lines={lines} onGo={go} />,
          },
          {
            id: 'trial',
            name: words.trialTab,
            content: <Trial keep={sheet.keep} revision={sheet.isDirty ? null : kept.revision} />,
          },
          {
            id: 'gaps',
            name: words.gapsTab,
            content: (
              <Gaps gaps={checked.gaps} hasMore={checked.hasMoreGaps} today={today} onFill={fill} />
            ),
          },
          {
            id: 'versions',
            name: words.versionsTab,
            content: <Versions present={table.rules} onBringBack={sheet.bringBack} />,
          },
        ]}
      />
    </div>
  )
}

/** The cell one is in, in full: what is wrong with it, and which words it takes. */
function Underneath(props: {
  sheet: { readonly id: string } | undefined
  column: number
  notes: ReadonlyMap<string, CellNote>
}) {
  const { words, language } = useSaid()
  const column = sheetColumns(language)[props.column]
  const note = props.notes.get(`${props.sheet?.id} ${column?.id}`)
  return (
    <div className="min-h-12 py-1.5 text-sm">
      <p className={note?.isGrave ? 'text-red' : 'text-orange'}>{note?.sentence}</p>
      {column && column.choices.length > 0 ? (
        <p className="text-sub">
          {words.choices({ choices: column.choices.join(' / ') })} {words.choicesHelp}
        </p>
      ) : null}
    </div>
  )
}

/** The gravest of each cell. */
function notesOf(problems: readonly Problem[], said: (problem: Problem) => string) {
  const notes = new Map<string, CellNote>()
  for (const problem of problems) {
    const key = `${problem.lineId} ${problem.column}`
    const isGrave = problem.weight === 'stop'
    if (isGrave || !notes.has(key)) notes.set(key, { sentence: said(problem), isGrave })
  }
  return notes
}
