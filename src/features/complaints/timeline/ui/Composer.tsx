import { EyeOff, Plus } from 'lucide-react'
import { useRef, useState, type ComponentType, type ReactNode, type Ref } from 'react'
import { timelineMessages } from '#features/complaints/timeline/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useTextDraft } from '#kit/draft.ts'
import { isComposing, printedKeys } from '#kit/keys.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useMedia } from '#kit/media.ts'
import { useShortcut } from '#kit/shortcuts.ts'
import { clockTime } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { ComposerDetails } from './parts/ComposerDetails.tsx'
import { composerKinds, type ComposerExtras, type ComposerKind } from './parts/kinds.ts'
import { useWriting } from './parts/useWriting.ts'

type Field = ComponentType<{
  label: string
  value: string
  onChange: (value: string) => void
  speaker: 'customer' | 'operator' | 'internal'
  placeholder: string
  rows: number
  onSend: () => void
  areaRef: Ref<HTMLTextAreaElement>
}>

/** The one place to write into the record from the desk. Nothing of it goes to the customer, and it says so. */
export function Composer(props: {
  complaintId: string
  field: Field
  /** Another way to answer, from another room: it stands beside, and looks different. */
  beside?: ReactNode
}) {
  const { words } = useMessages(timelineMessages)
  const { composer } = words
  const { complaintId, field: Field } = props
  const [kind, setKind] = useState<ComposerKind>('internal')
  const [extras, setExtras] = useState<ComposerExtras>({
    topic: 'what',
    source: '',
    demand: 'other',
  })
  const draft = useTextDraft(`composer/${complaintId}`)
  // On a low screen one line until somebody writes: the record has the room.
  const [isWriting, setWriting] = useState(draft.value !== '')
  const isOpen = useMedia('(height >= 52rem)') || isWriting
  const writing = useWriting(complaintId)
  const area = useRef<HTMLTextAreaElement>(null)
  const text = draft.value.trim()
  const isComplete = text !== '' && (kind !== 'fact' || extras.source.trim() !== '')
  useShortcut({ keys: 'n', label: composer.write, run: () => area.current?.focus() })

  async function add() {
    if (!isComplete || writing.isSending) return
    const answered = await writing.send(kind, text, extras)
    if (!answered.ok) return
    draft.clear()
    setExtras({ ...extras, source: '' })
    showToast({ text: composer.added, tone: 'done', forMs: 2500 })
  }

  return (
    <section
      aria-label={composer.title}
      data-print="off"
      onFocus={() => setWriting(true)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return
        area.current?.blur()
        setWriting(text !== '')
      }}
      className="flex flex-col gap-2 border-t border-line bg-note-bg px-4 py-2.5 sm:px-6"
    >
      {isOpen ? null : (
        <div className="flex items-center gap-3">
          <NotSent />
          <div className="ms-auto">{props.beside}</div>
        </div>
      )}
      <div className={isOpen ? '' : 'sr-only'}>
        <Choices
          label={composer.kind}
          hidesLabel
          choices={composerKinds.map(({ id, icon }) => ({ id, icon, name: composer.kinds[id] }))}
          value={kind}
          onChange={setKind}
          size="small"
        />
      </div>
      {kind === 'fact' || kind === 'demand' ? (
        <ComposerDetails
          kind={kind}
          extras={extras}
          onChange={(changes) => setExtras({ ...extras, ...changes })}
          onSend={() => void add()}
        />
      ) : null}
      <Field
        label={composer.kinds[kind]}
        value={draft.value}
        onChange={draft.change}
        speaker={kind === 'customer' || kind === 'operator' ? kind : 'internal'}
        placeholder={composer.placeholders[kind]}
        rows={isOpen ? 2 : 1}
        onSend={() => void add()}
        areaRef={area}
      />
      <Refusal refusal={writing.refusal} />
      {isOpen ? (
        <ComposerFoot
          keptAt={draft.keptAt}
          isOff={!isComplete}
          isBusy={writing.isSending}
          add={() => void add()}
          beside={props.beside}
        />
      ) : null}
    </section>
  )
}

function NotSent() {
  const { words } = useMessages(timelineMessages)
  return (
    <p className="flex items-center gap-1.5 text-xs font-semibold text-ink">
      <EyeOff aria-hidden size={15} />
      {words.composer.notSent}
    </p>
  )
}

function ComposerFoot(props: {
  keptAt: number | null
  isOff: boolean
  isBusy: boolean
  add: () => void
  beside: ReactNode
}) {
  const { words } = useMessages(timelineMessages)
  const language = useLanguage()
  const { composer } = words
  const keys = printedKeys('mod+enter').flat().join(' + ')
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1.5">
      <NotSent />
      <p className="me-auto text-2xs text-sub">
        {props.keptAt
          ? composer.kept({ time: clockTime(props.keptAt, language) })
          : composer.hint({ keys })}
      </p>
      {props.beside}
      <Button
        kind="primary"
        icon={<Plus aria-hidden size={16} />}
        isDisabled={props.isOff}
        isBusy={props.isBusy}
        onPress={props.add}
      >
        {composer.add}
      </Button>
    </div>
  )
}
