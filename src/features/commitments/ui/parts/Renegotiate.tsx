import { useEffect, useId, useRef } from 'react'
import { z } from 'zod'
import { renegotiateCommitment, type Commitment } from '#features/commitments/contract.ts'
import { courseMessages } from '#features/commitments/course/messages.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { SaidDue } from '#features/commitments/proposals/ui/parts/SaidDue.tsx'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { useDraft } from '#kit/draft.ts'
import { Keys } from '#kit/Keys.tsx'
import { isComposing, isSend } from '#kit/keys.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import { useNow } from '#kit/now.ts'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayAndTime } from '#kit/time.ts'
import { TimeField } from '#kit/TimeField.tsx'
import { showToast } from '#kit/toasts.ts'
import { noMove, readDue, whatIsSaid, type Move } from './moving.ts'

/** Where the promise stands, and never silently: reason, alternative and who told the customer come before the date moves. */
export default function Renegotiate(props: {
  commitment: Commitment
  /** A date that was worked out before. */
  proposed: { readonly on: string; readonly at: string } | null
  onClose: () => void
}) {
  const { words } = useMessages(commitmentsMessages)
  const { lateLead } = useMessages(courseMessages).words
  const { commitment } = props
  const { draft, change, ...sending } = useMoving(props)
  const name = useId()
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section
      ref={place}
      aria-labelledby={name}
      onKeyDown={({ nativeEvent: press }) => {
        if (press.key === 'Escape' && !isComposing(press)) props.onClose()
        if (!isSend(press)) return
        press.preventDefault()
        void sending.send()
      }}
      className="@container col-span-full mt-3 flex flex-col gap-3 border-t border-line-soft pt-3"
    >
      <h3 id={name} className="font-semibold">
        {words.renegotiateTitle}
      </h3>
      <p className={`text-sm ${commitment.state === 'broken' ? 'text-red' : 'text-sub'}`}>
        {commitment.state === 'broken' ? lateLead : words.renegotiateLead}
      </p>
      <div className="grid items-start gap-x-5 gap-y-3 @xl:grid-cols-2">
        <div className="flex flex-col gap-1.5">
          <SaidDue
            label={words.newDue}
            value={draft.phrase}
            onChange={(phrase) => change({ phrase, on: '', at: '' })}
            autoFocus
          />
          <Chosen draft={draft} onChange={change} />
        </div>
        <Words draft={draft} onChange={change} />
      </div>
      <Refusal refusal={sending.refusal} />
      <Ends {...sending} onClose={props.onClose} />
    </section>
  )
}

type Drafting = { draft: Move; onChange: (changes: Partial<Move>) => void }

function Chosen({ draft, onChange }: Drafting) {
  const { words } = useMessages(commitmentsMessages)
  return (
    <fieldset className="grid grid-cols-2 gap-3">
      <legend className="mb-1 text-xs text-sub">{words.orChoose}</legend>
      <DayField label={words.on} value={draft.on} onChange={(on) => onChange({ on, phrase: '' })} />
      <TimeField
        label={words.at}
        value={draft.at}
        onChange={(at) => onChange({ at, phrase: '' })}
      />
    </fieldset>
  )
}

function Words({ draft, onChange }: Drafting) {
  const { words } = useMessages(commitmentsMessages)
  return (
    <div className="flex flex-col gap-3">
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        value={draft.reason}
        onChange={(reason) => onChange({ reason })}
        rows={1}
        isRequired
      />
      <TextArea
        label={words.alternative}
        hint={words.alternativeHint}
        value={draft.alternative}
        onChange={(alternative) => onChange({ alternative })}
        rows={1}
        isRequired
      />
      <TextField
        label={words.toldBy}
        hint={words.toldByHint}
        value={draft.toldBy}
        onChange={(toldBy) => onChange({ toldBy })}
        isRequired
      />
    </div>
  )
}

function Ends(props: {
  isComplete: boolean
  isSending: boolean
  send: () => Promise<void>
  onClose: () => void
}) {
  const { words } = useMessages(commitmentsMessages)
  const kit = useMessages(kitMessages)
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Button onPress={props.onClose}>
        {kit.cancel}
        <Keys of="escape" />
      </Button>
      <Button
        kind="promise"
        isDisabled={!props.isComplete}
        isBusy={props.isSending}
        onPress={() => void props.send()}
      >
        {words.renegotiateTitle}
        <Keys of="mod+enter" />
      </Button>
    </div>
  )
}

const kept = z.object({
  phrase: z.string(),
  on: z.string(),
  at: z.string(),
  reason: z.string(),
  alternative: z.string(),
  toldBy: z.string(),
})

/** What is typed outlives the form: it is there again when somebody was interrupted. */
function useMoving(props: {
  commitment: Commitment
  proposed: { readonly on: string; readonly at: string } | null
  onClose: () => void
}) {
  const { words } = useMessages(commitmentsMessages)
  const language = useLanguage()
  const now = useNow()
  const { id: commitmentId } = props.commitment
  const held = useDraft<Move>(`${commitmentId}/renegotiation`, noMove, (found) => {
    const read = kept.safeParse(found)
    return read.success ? read.data : null
  })
  const command = useCommand(renegotiateCommitment)
  const draft = readDue(held.value) ? held.value : { ...held.value, ...props.proposed }
  const body = whatIsSaid(draft)
  async function send() {
    if (!body) return
    const answered = await command.send({ params: { commitmentId }, body })
    if (!answered.ok) return
    held.clear()
    props.onClose()
    const at = answered.value.commitment.dueAt
    showToast({ text: words.moved({ due: dayAndTime(at, now, language) }), tone: 'done' })
  }
  const change = (changes: Partial<Move>) => held.change({ ...draft, ...changes })
  const { isSending, refusal } = command
  return { draft, change, send, isSending, refusal, isComplete: body !== null }
}
