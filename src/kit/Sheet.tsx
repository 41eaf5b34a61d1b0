import { memo, useEffect, useRef, type ClipboardEvent, type MouseEvent } from 'react'
import { SheetField } from '#kit/SheetField.tsx'
import { useCursor, type Cursor } from '#kit/sheet-cursor.ts'
import {
  cellsIn,
  fromTsv,
  putIn,
  spread,
  toTsv,
  type Block,
  type Place,
  type SheetRow,
} from '#kit/sheet.ts'

export type SheetColumn = {
  readonly id: string
  readonly name: string
  /** In rem. */
  readonly width: number
  readonly isNumber?: boolean
  /** When only some words may stand here. */
  readonly choices: readonly string[]
}
export type CellNote = { readonly sentence: string; readonly isGrave: boolean }

type SheetProps = {
  readonly label: string
  readonly describedBy: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  readonly nameOf: (row: number, column: SheetColumn) => string
  readonly noteOf: (rowId: string, column: string) => CellNote | undefined
  readonly noteSaid: (note: CellNote) => string
  /** Without it the sheet can be read and copied, and not changed. */
  readonly onChange?: (rows: readonly SheetRow[]) => void
  readonly newRow: () => SheetRow
  readonly undo: () => void
  readonly redo: () => void
  /** The cell one is in; `goTo` asks to be taken to one. */
  readonly onPlace: (at: Place) => void
  readonly goTo: (Place & { readonly asked: number }) | null
}

/**
 * A spreadsheet of text after the WAI-ARIA grid pattern. The cell one is in always holds a text field with everything
 * chosen: what is typed, also by an input method, replaces it without losing the first letter.
 */
export function Sheet(props: SheetProps) {
  const { columns, rows, goTo } = props
  const grid = useRef<HTMLTableElement>(null)
  const cursor = useSheetCursor(props)
  const { at } = cursor
  const { onPlace } = props
  useEffect(() => onPlace({ row: at.row, column: at.column }), [onPlace, at.row, at.column])
  const jump = cursor.goTo
  useEffect(() => {
    if (!goTo) return
    jump({ row: goTo.row, column: goTo.column })
    requestAnimationFrame(() => grid.current?.querySelector('textarea')?.focus())
  }, [goTo, jump])
  return (
    <div className="max-h-[60vh] overflow-auto rounded-xl border border-line bg-surface">
      <table
        ref={grid}
        role="grid"
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-multiselectable
        aria-readonly={props.onChange === undefined}
        className="border-separate border-spacing-0 text-sm"
        {...clipboardOf(props, cursor)}
      >
        <Heading columns={columns} />
        <tbody>
          {rows.map((row, index) => (
            <Row
              key={row.id}
              index={index}
              row={row}
              columns={columns}
              nameOf={props.nameOf}
              noteOf={props.noteOf}
              noteSaid={props.noteSaid}
              isReadOnly={props.onChange === undefined}
              goTo={jump}
              cursor={index === at.row ? cursor : null}
              chosen={spanIn(cursor.block, index)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function useSheetCursor(props: SheetProps): Cursor {
  const { columns, rows, onChange, newRow } = props
  const ids = columns.map(({ id }) => id)
  const textAt = (at: Place) => cellsIn(rows, ids, { from: at, to: at })[0]?.[0] ?? ''
  const put = (at: Place, block: readonly (readonly string[])[]) =>
    onChange?.(putIn(rows, ids, at, block, newRow))
  return useCursor({
    size: { rows: rows.length, columns: columns.length },
    textAt,
    commit: (at, text) => put(at, [[text]]),
    clear: (block) => put(block.from, spread([['']], block)),
    turn(at, step) {
      const choices = columns[at.column]?.choices ?? []
      if (choices.length === 0) return
      const now = choices.indexOf(textAt(at))
      const next = now === -1 && step === -1 ? choices.length - 1 : now + step
      put(at, [[choices[(next + choices.length) % choices.length] ?? '']])
    },
    undo: props.undo,
    redo: props.redo,
    isReadOnly: onChange === undefined,
  })
}

/** In a cell that is being written in, the clipboard is the text field's own. */
function clipboardOf(props: SheetProps, { writing, block, at }: Cursor) {
  const { columns, rows, onChange, newRow } = props
  const ids = columns.map(({ id }) => id)
  const carry = (event: ClipboardEvent) => {
    if (writing) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', toTsv(cellsIn(rows, ids, block)))
  }
  return {
    onCopy: carry,
    onCut(event: ClipboardEvent) {
      carry(event)
      if (!writing) onChange?.(putIn(rows, ids, block.from, spread([['']], block), newRow))
    },
    onPaste(event: ClipboardEvent) {
      if (writing) return
      event.preventDefault()
      const given = spread(fromTsv(event.clipboardData.getData('text/plain')), block)
      onChange?.(
        putIn(
          rows,
          ids,
          given.length > 1 || given[0]?.length !== 1 ? block.from : at,
          given,
          newRow,
        ),
      )
    },
  }
}

/** The first column says which row it is, and stays in sight beside its number. */
const pinned = 'sticky start-9'

function Heading({ columns }: { columns: readonly SheetColumn[] }) {
  const look =
    'sticky top-0 z-20 border-b border-line bg-gray-bg px-2 py-1.5 text-start text-xs font-medium whitespace-nowrap text-sub'
  return (
    <thead>
      <tr>
        <th scope="col" className={`${look} start-0 z-30 min-w-9`}>
          #
        </th>
        {columns.map(({ id, name, width }, at) => (
          <th
            key={id}
            scope="col"
            className={`${look} ${at === 0 ? `z-30 ${pinned}` : ''}`}
            style={{ minWidth: `${width}rem` }}
          >
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** Which columns of this row are chosen, as text: rows that stay as they are need not be drawn again. */
function spanIn({ from, to }: Block, row: number): string {
  const isOne = from.row === to.row && from.column === to.column
  return isOne || row < from.row || row > to.row ? '' : `${from.column} ${to.column}`
}

type RowProps = Pick<SheetProps, 'columns' | 'nameOf' | 'noteOf' | 'noteSaid'> & {
  readonly index: number
  readonly row: SheetRow
  readonly isReadOnly: boolean
  readonly goTo: Cursor['goTo']
  readonly cursor: Cursor | null
  readonly chosen: string
}

function SheetLine(props: RowProps) {
  const { index, row, columns, cursor } = props
  const [from = Infinity, to = -1] = props.chosen === '' ? [] : props.chosen.split(' ').map(Number)
  return (
    <tr>
      <th
        scope="row"
        className="sticky start-0 z-10 border-e border-b border-line bg-gray-bg min-w-9 px-2 text-end text-xs font-normal whitespace-nowrap text-sub tabular-nums"
      >
        {index + 1}
      </th>
      {columns.map((column, at) => {
        const note = props.noteOf(row.id, column.id)
        const isChosen = from <= at && at <= to
        const text = row.cells[column.id] ?? ''
        const tone = note
          ? note.isGrave
            ? 'bg-red-bg'
            : 'bg-orange-bg'
          : isChosen
            ? 'bg-accent-bg'
            : 'bg-surface'
        const place = at === 0 ? `${pinned} z-10` : 'relative'
        return (
          <td
            key={column.id}
            aria-selected={isChosen || cursor?.at.column === at}
            className={`${place} h-9 max-w-64 border-e border-b border-line-soft p-0 ${tone}`}
            onMouseDown={(event) =>
              pointed(event, () => props.goTo({ row: index, column: at }, event.shiftKey))
            }
            onMouseEnter={({ buttons }) =>
              buttons === 1 && props.goTo({ row: index, column: at }, true)
            }
            onDoubleClick={() =>
              cursor?.at.column === at && !props.isReadOnly && cursor.begin(text)
            }
          >
            {cursor?.at.column === at ? (
              <SheetField
                name={[props.nameOf(index, column), ...(note ? [props.noteSaid(note)] : [])].join(
                  '、',
                )}
                text={text}
                isNumber={column.isNumber ?? false}
                isWrong={note?.isGrave ?? false}
                isReadOnly={props.isReadOnly}
                cursor={cursor}
              />
            ) : (
              <span
                className={`block truncate px-2 py-1.5 ${column.isNumber ? 'text-end tabular-nums' : ''}`}
              >
                {text}
              </span>
            )}
          </td>
        )
      })}
    </tr>
  )
}

/** The field of the cell keeps its own clicks; else the browser would take the focus away from it. */
function pointed(event: MouseEvent, go: () => void) {
  if (event.target instanceof HTMLTextAreaElement) return
  event.preventDefault()
  go()
}

const Row = memo(SheetLine)
