import { useCallback, useState, type KeyboardEvent } from 'react'
import { isComposing, strokeOf } from '#kit/keys.ts'
import { blockOf, inside, moved, type Block, type Place, type Size } from '#kit/sheet.ts'

/** `typing` began with a letter: arrows leave the cell. `editing` began with Enter or F2: arrows move within it. */
type Writing = { readonly how: 'typing' | 'editing'; readonly text: string }

export type Cursor = {
  readonly at: Place
  readonly block: Block
  readonly writing: Writing | null
  /** Somebody has gone somewhere: the cell takes the focus. Not so when the page opens. */
  readonly isHeld: boolean
  goTo(at: Place, isMore?: boolean): void
  write(text: string): void
  begin(text: string): void
  leave(): void
  onKeyDown(event: KeyboardEvent): void
}

export type Doing = {
  readonly size: Size
  readonly textAt: (at: Place) => string
  readonly commit: (at: Place, text: string) => void
  readonly clear: (block: Block) => void
  readonly turn: (at: Place, step: 1 | -1) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly isReadOnly: boolean
}

const start: Place = { row: 0, column: 0 }

/** Which cell one is in, how much is chosen, and whether it is being written in. */
export function useCursor(doing: Doing): Cursor {
  const [chosen, setChosen] = useState({ at: start, anchor: start, isHeld: false })
  const [writing, setWriting] = useState<Writing | null>(null)
  const at = inside(chosen.at, doing.size)
  const block = blockOf(at, inside(chosen.anchor, doing.size))
  const goTo = useCallback((next: Place, isMore = false) => {
    setWriting(null)
    setChosen((was) => ({ at: next, anchor: isMore ? was.anchor : next, isHeld: true }))
  }, [])
  const begin = (text: string) => setWriting({ how: 'editing', text })
  function keep(next: Place) {
    if (writing && writing.text !== doing.textAt(at)) doing.commit(at, writing.text)
    goTo(inside(next, doing.size))
  }
  return {
    at,
    block,
    writing,
    isHeld: chosen.isHeld,
    goTo,
    write: (text) => setWriting((was) => ({ how: was?.how ?? 'typing', text })),
    begin,
    leave: () => keep(at),
    onKeyDown: onStroke((stroke) =>
      writing
        ? whileWriting(stroke, { at, writing, keep, doing, stop: () => setWriting(null) })
        : whileMoving(stroke, { at, block, doing, goTo, begin }),
    ),
  }
}

/** Strokes that mean something here go no further; those of an input method are its own. */
function onStroke(actOf: (stroke: string) => Act) {
  return (event: KeyboardEvent) => {
    const press = event.nativeEvent
    const act = isComposing(press) ? undefined : actOf(strokeOf(press))
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
}

type Act = (() => void) | undefined

function whileWriting(
  stroke: string,
  the: {
    at: Place
    writing: Writing
    keep: (next: Place) => void
    doing: Doing
    stop: () => void
  },
): Act {
  const { row, column } = the.at
  if (stroke === 'escape') return the.stop
  if (stroke === 'enter') return () => the.keep({ row: row + 1, column })
  if (stroke === 'shift+enter') return () => the.keep({ row: row - 1, column })
  if (stroke === 'tab') return () => the.keep({ row, column: column + 1 })
  if (stroke === 'shift+tab') return () => the.keep({ row, column: column - 1 })
  if (the.writing.how !== 'typing' || !stroke.startsWith('arrow')) return undefined
  const next = moved(stroke, the.at, the.doing.size)
  return next && (() => the.keep(next))
}

function whileMoving(
  stroke: string,
  the: {
    at: Place
    block: Block
    doing: Doing
    goTo: (next: Place, isMore?: boolean) => void
    begin: (text: string) => void
  },
): Act {
  const { at, doing, goTo } = the
  const isExtending = stroke.includes('shift+')
  const next = moved(stroke.replace('shift+', ''), at, doing.size)
  if (next) return () => goTo(next, isExtending)
  if (doing.isReadOnly) return stroke === 'enter' ? () => undefined : undefined
  if (stroke === 'enter' || stroke === 'f2') return () => the.begin(doing.textAt(at))
  if (stroke === 'delete' || stroke === 'backspace') return () => doing.clear(the.block)
  if (stroke === 'alt+arrowdown') return () => doing.turn(at, 1)
  if (stroke === 'alt+arrowup') return () => doing.turn(at, -1)
  if (stroke === 'mod+z') return doing.undo
  if (stroke === 'mod+y' || stroke === 'mod+shift+z') return doing.redo
  return undefined
}
