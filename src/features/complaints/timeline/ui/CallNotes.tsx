import { CloudUpload, PenLine } from 'lucide-react'
import {
  useEffect,
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
import { useTextDraft } from '#kit/draft.ts'
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

type Speaker = 'customer' | 'operator' | 'internal'

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
  const { complaintId, callId, field: Field } = props
  const [speaker, setSpeaker] = useState<Speaker>('customer')
  const draft = useTextDraft(`note/${callId}`)
  const outbox = useOutbox(complaintId, callId)
  const { line: area } = props
  useEffect(() => {
    area.current?.focus({ preventScroll: true })
  }, [area])

  function write() {
    const text = draft.value.trim()
    if (text === '') return
    outbox.add({ speaker, text })
    draft.clear()
    setSpeaker('customer')
  }
  const next = speaker === 'customer' ? 'operator' : 'customer'
  const { note, speakers, marks } = words
  useShortcut({ keys: 'n', label: note.focus, run: () => area.current?.focus() })
  useShortcut({
    keys: 'alt+s',
    label: note.switchSpeaker,
    inFields: true,
    run: () => setSpeaker(next),
  })

  return (
    <section
      aria-label={note.log}
      className="flex min-h-0 flex-col gap-2"
      // Out of the line, the keys without Alt work: 1·2·3 and the others.
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event.nativeEvent)) area.current?.blur()
      }}
    >
      <NoteLog
        complaintId={complaintId}
        callId={callId}
        waiting={outbox.notes}
        mark={props.mark}
        className={props.logClassName ?? ''}
      />
      <Unsent notes={outbox.notes} retry={outbox.retry} />
      <div className="flex gap-2 max-sm:flex-col sm:items-start">
        <Choices
          label={note.speaker}
          hidesLabel
          choices={(['customer', 'operator', 'internal'] as const).map((id) => ({
            id,
            name: marks[id],
            label: speakers[id],
          }))}
          value={speaker}
          onChange={setSpeaker}
          size="small"
        />
        <div className="min-w-0 flex-1">
          <Field
            label={note.label({ speaker: speakers[speaker] })}
            value={draft.value}
            onChange={draft.change}
            speaker={speaker}
            placeholder={
              speaker === 'operator' ? note.placeholderOperator : note.placeholderCustomer
            }
            onEnter={write}
            describedBy={`note-hint-${callId}`}
            areaRef={area}
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
    </section>
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
