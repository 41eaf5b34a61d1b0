import { useEffect, useRef } from 'react'
import type { Cursor } from '#kit/sheet-cursor.ts'

/** The cell one is in. Nothing has to be opened before one writes: whatever is typed replaces what is chosen. */
export function SheetField(props: {
  name: string
  text: string
  isNumber: boolean
  isWrong: boolean
  isReadOnly: boolean
  cursor: Cursor
}) {
  const { text, cursor } = props
  const { writing } = cursor
  const field = useRef<HTMLTextAreaElement>(null)
  const isMoving = writing === null
  const { isHeld } = cursor
  const isFirst = cursor.at.column === 0
  useEffect(() => {
    if (!isHeld) return
    // Of its own, focus() leaves a cell that is half in sight where it is.
    field.current?.focus({ preventScroll: true })
    field.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    // The first column is always in sight; whoever goes there wants the beginning of the row.
    if (isFirst) field.current?.closest('table')?.parentElement?.scrollTo({ left: 0 })
  }, [isHeld, isFirst])
  useEffect(() => {
    if (isMoving && document.activeElement === field.current) field.current?.select()
  }, [isMoving, text])
  useEffect(() => {
    const { current } = field
    if (writing?.how === 'editing')
      current?.setSelectionRange(current.value.length, current.value.length)
    // The caret is put at the end once, when the writing begins.
  }, [writing?.how])
  const open =
    'z-40 h-auto min-h-full w-max max-w-120 field-sizing-content whitespace-pre-wrap shadow-lg'
  return (
    <textarea
      ref={field}
      aria-label={props.name}
      aria-invalid={props.isWrong || undefined}
      readOnly={props.isReadOnly}
      rows={1}
      value={writing?.text ?? text}
      onChange={(event) => cursor.write(event.target.value)}
      onFocus={(event) => isMoving && event.target.select()}
      onDoubleClick={() => props.isReadOnly || !isMoving || cursor.begin(text)}
      onBlur={() => writing && cursor.leave()}
      onKeyDown={cursor.onKeyDown}
      className={`absolute inset-0 block min-w-full resize-none overflow-hidden bg-surface px-2 py-1.5 outline-2 -outline-offset-2 outline-accent scroll-ms-36 scroll-me-6 scroll-mt-12 scroll-mb-6 ${props.isNumber ? 'text-end tabular-nums' : ''} ${isMoving ? 'h-full w-full cursor-default whitespace-pre selection:bg-transparent selection:text-ink' : open}`}
    />
  )
}
