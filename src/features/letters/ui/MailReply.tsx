import { Mail, NotebookPen } from 'lucide-react'
import { Suspense, useEffect, useId, useRef, type ReactNode } from 'react'
import { readReply, type Reply } from '#features/letters/contract.ts'
import { letterWords } from '#features/letters/opening/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { isComposing } from '#kit/keys.ts'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { useMedia } from '#kit/media.ts'
import { showToast } from '#kit/toasts.ts'
import type { WritingHandle } from '#kit/WritingArea.tsx'
import { KeptLine } from '../writing/ui/parts/KeptLine.tsx'
import { Together } from '../writing/ui/parts/Together.tsx'
import { Attachments } from './parts/Attachments.tsx'
import { Beside } from './parts/Beside.tsx'
import { Envelope } from './parts/Envelope.tsx'
import { Findings } from './parts/Findings.tsx'
import { LetterField } from './parts/LetterField.tsx'
import { Meter } from './parts/Meter.tsx'
import { useReply, type AtOnce } from './parts/useReply.ts'

const Overtaken = later(() => import('../writing/ui/parts/Overtaken.tsx'))
const Discarding = later(() => import('../writing/ui/parts/Discarding.tsx'))

type Place = {
  readonly complaintId: string
  readonly onClose: () => void
  /** The letter was taken back: its text is here again. */
  readonly onReopen: () => void
  /** What the page shows of the promises in the text. */
  readonly promises: (text: string) => ReactNode
  /** What the page has for writing a measure down. */
  readonly measures: ReactNode
  /** What the wording rules say of a text without asking anybody. */
  readonly atOnce: AtOnce
}

/** A reply by mail beside what the customer wrote. It goes to the customer, and says so. */
export default function MailReply(props: Place) {
  const { words } = useMessages(letterWords)
  const params = { complaintId: props.complaintId }
  const opening = useAnswer(readReply, { params })
  const place = useRef<HTMLElement>(null)
  // On a phone it opens below all that was said.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'start' })
  }, [opening.state])
  return (
    <section
      ref={place}
      aria-label={words.reply}
      data-print="off"
      data-writing
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        if (!isComposing(event.nativeEvent)) props.onClose()
      }}
      className="flex flex-col gap-2 border-t-2 border-accent bg-surface px-4 py-3 sm:px-6 lg:max-h-[80vh] lg:min-h-0"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h3 className="flex items-center gap-2 text-base font-semibold text-accent">
          <Mail aria-hidden size={18} />
          {words.reply}
        </h3>
        {opening.state === 'ready' && opening.value.from ? <From {...opening.value.from} /> : null}
        <Button
          kind="quiet"
          size="small"
          className="ms-auto"
          icon={<NotebookPen aria-hidden size={15} />}
          onPress={props.onClose}
        >
          {words.backToNote}
        </Button>
      </div>
      <Answering answer={opening}>
        {(value) =>
          value.from ? (
            <Writing key={props.complaintId} {...props} opening={value} />
          ) : (
            <p className="text-sm text-sub">{words.noMailbox}</p>
          )
        }
      </Answering>
    </section>
  )
}

/** Side by side each scrolls for itself, and the way out stays in sight; one below the other the page does. */
const scrolls = 'lg:-m-1 lg:min-h-0 lg:overflow-y-auto lg:p-1'

function From({ name, address }: NonNullable<Reply['from']>) {
  const { words } = useMessages(letterWords)
  return (
    <p className="text-sm max-sm:order-last max-sm:basis-full">
      <span className="me-2 text-xs text-sub">{words.from}</span>
      {name} <span className="text-sub">&lt;{address}&gt;</span>
    </p>
  )
}

function Writing(props: Place & { opening: Reply }) {
  const { words } = useMessages(letterWords)
  const { opening, complaintId } = props
  const id = useId()
  const field = useRef<WritingHandle>(null)
  const reply = useReply(complaintId, opening, props.atOnce)
  const { draft, change, reading } = reply
  const isStacked = useMedia('(width < 64rem)')
  const { shared } = reply
  const beside = (
    <div className={`min-w-0 ${scrolls}`}>
      <Beside {...{ complaintId, opening, change, shared }} typed={draft.value} />
    </div>
  )

  async function send() {
    if (reply.isSending || reply.files.isComing) return
    const text = draft.value
    const letter = await reply.send()
    if (!letter) return
    draft.clear()
    const seconds = opening.undoSeconds
    const undo = async () => {
      if (!(await reply.undo(letter.id, text))) return
      showToast({ text: words.undone })
      props.onReopen()
    }
    const may = seconds === 0 ? {} : { undo: () => void undo() }
    showToast({ text: words.willGo({ seconds }), forMs: Math.max(seconds, 4) * 1000, ...may })
    props.onClose()
  }

  return (
    <>
      <Envelope typed={draft.value} change={change} onSend={() => void send()} />
      <div className="grid gap-3 lg:min-h-0 lg:flex-1 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] lg:grid-rows-[minmax(0,1fr)]">
        {isStacked ? null : beside}
        <div className={`flex min-w-0 flex-col gap-2 ${scrolls}`}>
          {shared.keeping.theirs ? (
            <Suspense>
              <Overtaken shared={shared} />
            </Suspense>
          ) : null}
          <LetterField
            id={id}
            complaintId={complaintId}
            label={words.text}
            kind="mail"
            value={draft.value.text}
            findings={reading.findings}
            onChange={(text) => change({ text })}
            onSubject={(subject) => change({ subject })}
            isComposing={reading.isComposing}
            onComposing={reading.setComposing}
            field={field}
          />
          {reading.reads ? (
            <Meter reading={reading.reads} field={field} toMeasures={props.measures} />
          ) : null}
          <Signature text={opening.signature} />
          {props.promises(reading.text)}
          <Attachments files={reply.files} megabytes={opening.attachmentsMegabytes} />
          <Findings
            id={`${id}-findings`}
            complaintId={complaintId}
            text={draft.value.text}
            findings={reading.findings}
            reasons={draft.value.reasons}
            onReason={(rule, reason) =>
              change({ reasons: { ...draft.value.reasons, [rule]: reason } })
            }
            onFix={({ start, end, fix = '' }) =>
              change({ text: draft.value.text.slice(0, start) + fix + draft.value.text.slice(end) })
            }
            onSend={() => void send()}
          />
        </div>
      </div>
      <Refusal refusal={reply.refusal} />
      <Together hands={shared.hands} />
      <Leaving {...props} reply={reply} send={() => void send()} />
      {isStacked ? beside : null}
    </>
  )
}

/** When it was kept, and the two ways out: away with it, or to the customer. */
function Leaving(
  props: Place & {
    opening: Reply
    reply: ReturnType<typeof useReply>
    send: () => void
  },
) {
  const { words } = useMessages(letterWords)
  const { opening, reply } = props
  return (
    <div className="flex flex-wrap items-center justify-end gap-3 lg:-mx-6 lg:border-t lg:border-line-soft lg:px-6 lg:pt-3">
      <p className="me-auto text-2xs text-sub">
        {words.canUndo({ seconds: opening.undoSeconds })}
        {reply.files.isComing ? words.filesComing : <KeptLine shared={reply.shared} />}
      </p>
      <Suspense>
        <Discarding {...props} shared={reply.shared} />
      </Suspense>
      <Button
        kind="primary"
        icon={<Mail aria-hidden size={16} />}
        keys="mod+enter"
        keysInFields
        isDisabled={reply.files.isComing}
        isBusy={reply.isSending}
        onPress={props.send}
      >
        {reply.hasNews ? words.readAndSend : words.send}
      </Button>
    </div>
  )
}

function Signature({ text }: { text: string }) {
  const { words } = useMessages(letterWords)
  if (text.trim() === '') return null
  return (
    <div className="border-s-2 border-line ps-3 text-xs text-sub">
      <p>{words.signature}</p>
      <p className="whitespace-pre-wrap">{text}</p>
    </div>
  )
}
