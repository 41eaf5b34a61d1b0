import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state'
import {
  Decoration,
  EditorView,
  keymap,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view'

/** How many places are open, while they are being filled in one after the other; null when nobody does. */
export type OnFilling = (left: number | null) => void

const filling = StateEffect.define<boolean>()
const shapes = new WeakMap<EditorView, RegExp>()
const isFilling = StateField.define<boolean>({
  create: () => false,
  update: (before, transaction) =>
    transaction.effects.reduce((is, effect) => (effect.is(filling) ? effect.value : is), before),
})

/**
 * Places that a person has to fill in are shown as such. After words with such places were put in, Tab goes from one to the
 * next, and leaves the text behind the last; Escape ends this at any time, so that nobody is caught in it.
 */
export function holes(shape: RegExp, onFilling: OnFilling): Extension {
  let told: number | null = null
  const tell = (update: ViewUpdate) => {
    const left = update.state.field(isFilling) ? placesIn(update.state, shape).length : null
    if (left !== told) onFilling((told = left))
  }
  return [
    isFilling,
    shown(shape),
    EditorView.updateListener.of(tell),
    keymap.of([
      { key: 'Tab', run: (view) => step(view, 1), shift: (view) => step(view, -1) },
      { key: 'Escape', run: stop },
    ]),
    EditorView.theme({
      '.cm-hole': {
        background: 'var(--orange-bg)',
        outline: '1px dashed var(--orange)',
        borderRadius: '3px',
      },
    }),
  ]
}

function shown(shape: RegExp): Extension {
  const decorator = new MatchDecorator({
    regexp: shape,
    decoration: Decoration.mark({ class: 'cm-hole' }),
  })
  return ViewPlugin.define<{ marks: DecorationSet; update: (update: ViewUpdate) => void }>(
    (view) => {
      shapes.set(view, shape)
      return {
        marks: decorator.createDeco(view),
        update(update) {
          this.marks = decorator.updateDeco(update, this.marks)
        },
      }
    },
    { decorations: ({ marks }) => marks },
  )
}

/** Puts the cursor on the first open place from here on; nothing when there is none. */
export function beginFilling(view: EditorView, from: number, to: number): void {
  const shape = shapes.get(view)
  const first = shape && placesIn(view.state, shape).find((each) => each.from >= from)
  if (first && first.to <= to) select(view, first)
}

type Place = { readonly from: number; readonly to: number }

function placesIn(state: EditorState, shape: RegExp): Place[] {
  return [...state.doc.toString().matchAll(shape)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }))
}

/** To the next open place, or the one before; behind the last one the key means again what it means elsewhere. */
function step(view: EditorView, way: 1 | -1): boolean {
  const shape = shapes.get(view)
  if (!shape || view.compositionStarted || !view.state.field(isFilling)) return false
  const { from, to } = view.state.selection.main
  const places = placesIn(view.state, shape)
  const next =
    way === 1 ? places.find((each) => each.from >= to) : places.findLast((each) => each.to <= from)
  if (next) return select(view, next)
  stop(view)
  return false
}

function select(view: EditorView, { from, to }: Place): true {
  view.dispatch({
    selection: { anchor: from, head: to },
    effects: filling.of(true),
    scrollIntoView: true,
  })
  return true
}

function stop(view: EditorView): boolean {
  if (!view.state.field(isFilling)) return false
  view.dispatch({ effects: filling.of(false) })
  return true
}
