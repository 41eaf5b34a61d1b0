import { CloudUpload, PenLine } from 'lucide-react'
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ComponentType,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react'
import type { Cue } from '#features/language/contract.ts'
import { timelineMessages } from '#features/complaints/timeline/messages.ts'
import { Choices } from '#kit/Choices.tsx'
import { Button } from '#kit/Button.tsx'
import { useDraft, useTextDraft } from '#kit/draft.ts'
import { isComposing } from '#kit/keys.ts'
import { useMessages } from '#kit/language.tsx'
import { useShortcut } from '#kit/shortcuts.ts'
import { NoteLog } from './parts/NoteLog.tsx'
import { useOutbox } from './parts/useOutbox.ts'

/** The field of the room that hears cues. */
type Field = ComponentType<{
  label: string
  value: string
  onChange: (value: string) => void
  speaker: 'customer' | 'operator' | 'internal'
  placeholder: string
  onEnter: () => void
  describedBy: string
  areaRef: Ref<HTMLTextAreaElement>
}>

const speakers = ['customer', 'operator', 'internal'] as const
type Speaker = (typeof speakers)[number]

/** The notes of this call and the one line to write them: Enter writes down, unless an input method composes. */
export function CallNotes(props: {
  complaintId: string
  callId: string
  field: Field
  mark: (text: string, cues: readonly Cue[]) => ReactNode
  logClassName?: string
  /** The line itself, for whoever gives the focus back to it. */
  line: RefObject<HTMLTextAreaElement | null>
}) {
  const { words } = useMessages(timelineMessages)
  const { complaintId, callId } = props
  const line = useNoteLine(complaintId, callId)
  const { line: area } = props
  useEffect(() => {
    area.current?.focus({ preventScroll: true })
  }, [area])
  useShortcut({ keys: 'n', label: words.note.focus, run: () => area.current?.focus() })

  return (
    <section
      aria-label={words.note.log}
      className="flex min-h-0 flex-col gap-2"
      // Out of the line, the keys without Alt work: 1·2·3 and the others.
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event.nativeEvent)) area.current?.blur()
      }}
    >
      <NoteLog
        complaintId={complaintId}
        callId={callId}
        waiting={line.outbox.notes}
        mark={props.mark}
        className={props.logClassName ?? ''}
      />
      <Unsent notes={line.outbox.notes} retry={line.outbox.retry} />
      <NoteLine line={line} field={props.field} areaRef={area} />
    </section>
  )
}

/**
 * The call is over, perhaps ended by somebody else: what stood in the line still stands here, with the caret where it
 * was, so that nothing that is typed falls on the keys of the page.
 */
export function LeftNote(props: { complaintId: string; callId: string; field: Field }) {
  const { words } = useMessages(timelineMessages)
  const line = useNoteLine(props.complaintId, props.callId)
  const area = useRef<HTMLTextAreaElement>(null)
  const [caret] = useState(() => caretNow(props.callId, line.draft.value))
  const [isLeft] = useState(
    caret !== null || line.draft.value !== '' || line.outbox.notes.length > 0,
  )
  useLayoutEffect(() => {
    if (caret === null) return
    area.current?.focus({ preventScroll: true })
    area.current?.setSelectionRange(caret, caret)
  }, [caret])
  if (!isLeft) return null
  return (
    <section
      aria-label={words.note.left}
      className="flex flex-col gap-2 rounded-xl bg-note-bg px-4 py-3 lg:col-span-2"
    >
      <h3 className="text-sm font-semibold">{words.note.left}</h3>
      <p role="status" className="text-sm">
        {words.note.restored}
      </p>
      <Unsent notes={line.outbox.notes} retry={line.outbox.retry} />
      <NoteLine line={line} field={props.field} areaRef={area} />
    </section>
  )
}

/** Where somebody is writing at this moment, the line or a field that leaves with the call; null when they are not. */
function caretNow(callId: string, text: string): number | null {
  const focused = document.activeElement
  if (!focused?.matches('input, textarea') || focused.closest('[role="dialog"]')) return null
  const isLine = focused.matches(`[aria-describedby~="note-hint-${callId}"]`)
  return isLine && focused instanceof HTMLTextAreaElement ? focused.selectionStart : text.length
}

type Line = ReturnType<typeof useNoteLine>

/** What is being written and what is on its way, by whom it was said; kept in this browser. */
function useNoteLine(complaintId: string, callId: string) {
  const draft = useTextDraft(`note/${callId}`)
  const speaker = useDraft<Speaker>(`speaker/${callId}`, 'customer', asSpeaker)
  const outbox = useOutbox(complaintId, callId)
  function write() {
    const text = draft.value.trim()
    if (text === '') return
    outbox.add({ speaker: speaker.value, text })
    draft.clear()
    speaker.clear()
  }
  return { callId, draft, speaker, outbox, write }
}

function asSpeaker(kept: unknown): Speaker | null {
  return speakers.find((each) => each === kept) ?? null
}

function NoteLine(props: { line: Line; field: Field; areaRef: Ref<HTMLTextAreaElement> }) {
  const { words } = useMessages(timelineMessages)
  const { callId, draft, speaker, write } = props.line
  const { note, marks } = words
  const { field: Field } = props
  useShortcut({
    keys: 'alt+s',
    label: note.switchSpeaker,
    inFields: true,
    run: () => speaker.change(speaker.value === 'customer' ? 'operator' : 'customer'),
  })
  return (
    <div className="flex gap-2 max-sm:flex-col sm:items-start">
      <Choices
        label={note.speaker}
        hidesLabel
        choices={speakers.map((id) => ({ id, name: marks[id], label: words.speakers[id] }))}
        value={speaker.value}
        onChange={speaker.change}
        size="small"
      />
      <div className="min-w-0 flex-1">
        <Field
          label={note.label({ speaker: words.speakers[speaker.value] })}
          value={draft.value}
          onChange={draft.change}
          speaker={speaker.value}
          placeholder={
            speaker.value === 'operator' ? note.placeholderOperator : note.placeholderCustomer
          }
          onEnter={write}
          describedBy={`note-hint-${callId}`}
          areaRef={props.areaRef}
        />
        <p
          id={`note-hint-${callId}`}
          className="flex flex-wrap gap-x-3 text-2xs text-sub max-sm:sr-only"
        >
          <span>{note.hint}</span>
          <span className="max-sm:hidden">Alt + S {note.switchSpeaker}</span>
          {draft.wasKept && draft.value !== '' ? (
            <span className="flex items-center gap-1 text-accent">
              <PenLine aria-hidden size={12} />
              {note.restored}
            </span>
          ) : null}
        </p>
      </div>
    </div>
  )
}

function Unsent(props: { notes: readonly { trouble: string | null }[]; retry: () => void }) {
  const { words } = useMessages(timelineMessages)
  const trouble = props.notes.find((note) => note.trouble !== null)?.trouble
  if (!trouble) return null
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-2 rounded-lg bg-orange-bg px-3 py-1.5 text-sm text-orange"
    >
      <CloudUpload aria-hidden size={16} />
      <span className="flex-1">{trouble}</span>
      <Button size="small" onPress={props.retry}>
        {words.note.again}
      </Button>
    </div>
  )
}
