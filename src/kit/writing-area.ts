import { history, historyKeymap, insertNewline, standardKeymap } from '@codemirror/commands'
import {
  forEachDiagnostic,
  linter,
  nextDiagnostic,
  previousDiagnostic,
  setDiagnostics,
  type Diagnostic,
} from '@codemirror/lint'
import { Annotation, EditorState, type Extension } from '@codemirror/state'
import {
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  keymap,
  type ViewUpdate,
} from '@codemirror/view'
import { beginFilling, holes, type OnFilling } from '#kit/writing-holes.ts'

/** A place that something is said about. Offsets are UTF-16 places in the text. */
export type WritingMark = {
  readonly start: number
  readonly end: number
  /** Something has to be done about it; otherwise it is advice. */
  readonly isAsked: boolean
  readonly message: string
  /** What may stand there instead. */
  readonly fix?: string
}

export type WritingEvents = {
  readonly onChange: (text: string) => void
  readonly onComposing: (isComposing: boolean) => void
  /** What is said of the place of the cursor; null when nothing is. */
  readonly onPlace: (mark: WritingMark | null) => void
  /** What a button puts there says. */
  readonly fixName: (fix: string) => string
  readonly onFilling: OnFilling
  /** A slash at the beginning of an empty line; false: it is a slash. */
  readonly onSlash: () => boolean
}

export type WritingNames = {
  readonly label: string
  readonly describedBy: string
  /** Read out when what was selected is deleted. */
  readonly deleted: string
  /** What a place looks like that somebody has to fill in; global. */
  readonly hole: RegExp
}

const fromOutside = Annotation.define<true>()
const marked = new WeakMap<Diagnostic, WritingMark>()

/** An editor of plain text: Tab leaves it, Enter is a new line, and nothing is marked anew while an input method composes. */
export function openWriting(
  parent: HTMLElement,
  text: string,
  names: WritingNames,
  events: WritingEvents,
): EditorView {
  const state = EditorState.create({
    doc: text,
    selection: { anchor: text.length },
    extensions: [...editing(names, events), listening(events), looks],
  })
  return new EditorView({ state, parent })
}

function editing(names: WritingNames, events: WritingEvents): Extension[] {
  const { label, describedBy, deleted } = names
  return [
    history(),
    holes(names.hole, events.onFilling),
    // A new line begins at its beginning: what is indented with a full-width space is a paragraph.
    keymap.of([
      { key: 'Enter', run: insertNewline, shift: insertNewline },
      { key: 'Escape', run: closeExplanation },
      { key: '/', run: (view) => isOnEmptyLine(view) && events.onSlash() },
      ...historyKeymap,
      ...standardKeymap,
    ]),
    linter(null),
    EditorView.lineWrapping,
    EditorState.phrases.of({ 'Selection deleted': deleted }),
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': describedBy }),
  ]
}

function isOnEmptyLine({ state }: EditorView): boolean {
  const { main } = state.selection
  return main.empty && state.doc.lineAt(main.head).text.trim() === ''
}

/** Before Escape means anything to the page around it. */
function closeExplanation(view: EditorView): boolean {
  if (!hasHoverTooltips(view.state)) return false
  view.dispatch({ effects: closeHoverTooltips })
  return true
}

function listening({ onChange, onComposing, onPlace }: WritingEvents): Extension {
  let told: WritingMark | null = null
  const onUpdate = (update: ViewUpdate) => {
    const isOurs = update.transactions.some((each) => each.annotation(fromOutside))
    if (update.docChanged && !isOurs) onChange(update.state.doc.toString())
    const here = markAt(update.state)
    if (here !== told) onPlace((told = here))
  }
  return [
    EditorView.updateListener.of(onUpdate),
    EditorView.domEventHandlers({
      compositionstart: () => onComposing(true),
      // What was decided is read from the page after this event.
      compositionend: () => void setTimeout(onComposing, 0, false),
      blur: () => onComposing(false),
    }),
  ]
}

/** Says of the text, as it stands in the editor now, what there is to say. */
export function mark(view: EditorView, marks: readonly WritingMark[], events: WritingEvents): void {
  const { length } = view.state.doc
  const fitting = marks.filter(({ start, end }) => end > start && end <= length)
  if (isMarkedSo(view.state, fitting)) return
  const diagnostics = fitting.map((each) => {
    const diagnostic: Diagnostic = {
      from: each.start,
      to: each.end,
      severity: each.isAsked ? 'error' : 'warning',
      message: each.message,
      renderMessage: () => explained(view, each, events),
    }
    marked.set(diagnostic, each)
    return diagnostic
  })
  view.dispatch(setDiagnostics(view.state, diagnostics))
}

/** Marking the same once more would shut the explanation that somebody is reading. */
function isMarkedSo(state: EditorState, marks: readonly WritingMark[]): boolean {
  const there = marksIn(state)
  const isThere = ({ start, end, message, fix, isAsked }: WritingMark) =>
    there.some(
      ({ from, to, mark }) =>
        from === start &&
        to === end &&
        mark.message === message &&
        mark.fix === fix &&
        mark.isAsked === isAsked,
    )
  return there.length === marks.length && marks.every(isThere)
}

function explained(view: EditorView, { message, fix }: WritingMark, events: WritingEvents): Node {
  const said = document.createElement('p')
  said.textContent = message
  if (fix === undefined) return said
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = events.fixName(fix)
  // Before the field loses the focus.
  button.addEventListener('mousedown', (event) => {
    event.preventDefault()
    fixNearest(view)
  })
  const both = document.createElement('div')
  both.append(said, button)
  return both
}

/** Places as they have moved since they were marked, in the order of the text. */
function marksIn(state: EditorState): { from: number; to: number; mark: WritingMark }[] {
  const found: { from: number; to: number; mark: WritingMark }[] = []
  forEachDiagnostic(state, (diagnostic, from, to) => {
    const mark = marked.get(diagnostic)
    if (mark && to > from) found.push({ from, to, mark })
  })
  return found.toSorted((a, b) => a.from - b.from || a.to - b.to)
}

function markAt(state: EditorState): WritingMark | null {
  const { main } = state.selection
  const here = marksIn(state).filter(({ from, to }) => from <= main.head && main.head <= to)
  const selected = here.find(({ from, to }) => from === main.from && to === main.to)
  return (selected ?? here.find(({ mark }) => mark.fix !== undefined) ?? here[0])?.mark ?? null
}

/** Puts the cursor on the next marked place, or the one before; false when there is none. */
export function goToMark(view: EditorView, way: 'next' | 'previous'): boolean {
  if (view.compositionStarted) return false
  view.focus()
  return way === 'next' ? nextDiagnostic(view) : previousDiagnostic(view)
}

/** Mends the marked place of the cursor, else the next one that can be mended; answers what was put there. */
export function fixNearest(view: EditorView): string | null {
  if (view.compositionStarted) return null
  const { head } = view.state.selection.main
  const mendable = marksIn(view.state).filter(({ mark }) => mark.fix !== undefined)
  const found = mendable.find(({ to }) => to >= head) ?? mendable[0]
  if (found?.mark.fix === undefined) return null
  const { from, to } = found
  const insert = found.mark.fix
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    scrollIntoView: true,
    userEvent: 'input.complete',
  })
  return insert
}

/** Puts words where the cursor is, in place of what is selected; false while an input method composes. */
export function insert(view: EditorView, words: string): boolean {
  if (view.compositionStarted) return false
  const { from } = view.state.selection.main
  view.dispatch({
    ...view.state.replaceSelection(words),
    scrollIntoView: true,
    userEvent: 'input.paste',
  })
  view.focus()
  beginFilling(view, from, from + words.length)
  return true
}

/** Puts a paragraph on a line of its own behind the line of the cursor; false while an input method composes. */
export function addLine(view: EditorView, words: string): boolean {
  if (view.compositionStarted) return false
  const line = view.state.doc.lineAt(view.state.selection.main.head)
  const insert = line.text.trim() === '' ? words : `\n${words}`
  const from = line.text.trim() === '' ? line.from : line.to
  view.dispatch({
    changes: { from, to: line.to, insert },
    selection: { anchor: from + insert.length },
    scrollIntoView: true,
    userEvent: 'input.paste',
  })
  view.focus()
  return true
}

/** The text was changed elsewhere: only what differs is put in, so that the cursor keeps its place and it can be undone. */
export function bring(view: EditorView, text: string): void {
  const before = view.state.doc.toString()
  if (before === text) return
  const { from, to, end } = changedIn(before, text)
  view.dispatch({
    changes: { from, to, insert: text.slice(from, end) },
    annotations: fromOutside.of(true),
  })
}

/** Where two texts differ: from … to of the one stands as from … end in the other. */
function changedIn(before: string, after: string) {
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before[from] === after[from]) from += 1
  let same = 0
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same += 1
  return { from, to: before.length - same, end: after.length - same }
}

const underlined = (colour: string, style: 'wavy' | 'dotted') => ({
  backgroundImage: 'none',
  paddingBottom: '0',
  textDecoration: `underline ${style} ${style === 'wavy' ? '1px' : '2px'} ${colour}`,
  textUnderlineOffset: '4px',
  textDecorationSkipInk: 'none',
})

// By style as well as by colour: colours may be forced, or not be seen.
const looks = EditorView.theme({
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit', overflowX: 'hidden' },
  '.cm-content': { padding: '0.5rem 0', caretColor: 'var(--ink)', overflowWrap: 'anywhere' },
  '.cm-line': { padding: '0 0.75rem' },
  '.cm-lintRange-error': underlined('var(--red)', 'wavy'),
  '.cm-lintRange-warning': underlined('var(--orange)', 'dotted'),
  '.cm-tooltip': {
    maxWidth: 'min(28rem, 90vw)',
    border: '1px solid var(--line)',
    borderRadius: '0.5rem',
    background: 'var(--raised)',
    color: 'var(--ink)',
    boxShadow: 'var(--lift)',
    fontSize: '0.8125rem',
    lineHeight: '1.65',
    zIndex: '30',
  },
  '.cm-diagnostic': { padding: '0.375rem 0.75rem', borderInlineStart: '3px solid var(--orange)' },
  '.cm-diagnostic-error': { borderInlineStartColor: 'var(--red)' },
  '.cm-diagnostic button': {
    marginTop: '0.25rem',
    padding: '0.125rem 0.625rem',
    border: '1px solid var(--line)',
    borderRadius: '0.5rem',
    background: 'var(--surface)',
    color: 'var(--accent)',
    cursor: 'pointer',
  },
})
