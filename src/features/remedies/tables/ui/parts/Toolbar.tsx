import { ArrowDown, ArrowUp, CopyPlus, FileInput, Plus, Redo2, Trash2, Undo2 } from 'lucide-react'
import { useRef } from 'react'
import { downloadTable, tableFiles } from '#features/remedies/tables/contract.ts'
import { Button } from '#kit/Button.tsx'
import { keepFile } from '#kit/files.ts'
import { browserIds } from '#kit/ids.ts'
import { Menu } from '#kit/Menu.tsx'
import type { SheetRow } from '#kit/sheet.ts'
import { showToast } from '#kit/toasts.ts'
import type { DraftSheet } from './draft.ts'
import { useSaid } from './said.ts'

export const newRow = (): SheetRow => ({ id: browserIds.next(), cells: {} })

/** What is done with whole rows and whole files; cells are the sheet's. */
export function Toolbar(props: { sheet: DraftSheet; row: number; onFile: (file: File) => void }) {
  const { words } = useSaid()
  const { sheet, row } = props
  const { lines, change, history } = sheet
  const current = lines[row]
  const put = (at: number, made: SheetRow) => change(lines.toSpliced(at, 0, made))
  const move = (by: number) => {
    if (current) change(lines.toSpliced(row, 1).toSpliced(row + by, 0, current))
  }
  const tools = [
    { name: words.addRow, icon: Plus, run: () => put(row + 1, newRow()) },
    {
      name: words.copyRow,
      icon: CopyPlus,
      run: () => current && put(row + 1, { ...newRow(), cells: { ...current.cells, code: '' } }),
    },
    {
      name: words.removeRow,
      icon: Trash2,
      run: () => current && change(lines.filter((line) => line !== current)),
    },
    { name: words.moveUp, icon: ArrowUp, run: () => move(-1), isOff: row === 0 },
    { name: words.moveDown, icon: ArrowDown, run: () => move(1), isOff: row >= lines.length - 1 },
    { name: words.undo, icon: Undo2, run: history.undo, isOff: !history.canUndo },
    { name: words.redo, icon: Redo2, run: history.redo, isOff: !history.canRedo },
  ]
  return (
    <div role="group" aria-label={words.sheet} className="mb-2 flex flex-wrap items-center gap-1">
      {tools.map(({ name, icon: Icon, run, isOff = false }) => (
        <Button
          key={name}
          size="small"
          kind="quiet"
          icon={<Icon aria-hidden size={16} />}
          isDisabled={isOff}
          onPress={run}
        >
          {name}
        </Button>
      ))}
      <span className="ms-auto flex gap-1">
        <PickFile label={words.fromFile} onFile={props.onFile} />
        <SaveMenu number={null} isDisabled={sheet.kept.revision === 0} />
      </span>
    </div>
  )
}

function PickFile(props: { label: string; onFile: (file: File) => void }) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        size="small"
        icon={<FileInput aria-hidden size={16} />}
        onPress={() => field.current?.click()}
      >
        {props.label}
      </Button>
      <input
        ref={field}
        type="file"
        hidden
        accept=".csv,.yaml,.yml,text/csv"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) props.onFile(file)
          event.target.value = ''
        }}
      />
    </>
  )
}

/** Without a number, the draft. */
export function SaveMenu(props: { number: number | null; isDisabled?: boolean }) {
  const { words } = useSaid()
  const names = { csv: words.saveCsv, 'csv-cp932': words.saveCp932, yaml: words.saveYaml }
  const keep = async (as: (typeof tableFiles)[number]) => {
    const query = props.number === null ? { as } : { as, number: props.number }
    const kept = await keepFile(downloadTable, { query })
    if (!kept.ok) showToast({ text: kept.refusal.sentence, tone: 'trouble' })
  }
  return (
    <Menu
      label={words.files}
      actions={tableFiles.map((as) => ({ id: as, name: names[as], run: () => void keep(as) }))}
      className="tap inline-flex min-h-8 cursor-pointer items-center rounded-lg border border-line bg-surface px-2.5 text-sm font-medium hover:bg-gray-bg"
    >
      <span aria-hidden>{words.files}</span>
    </Menu>
  )
}
