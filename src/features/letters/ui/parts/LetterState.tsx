import { Mail, PenLine, Undo2 } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { z } from 'zod'
import { cancelLetter, confirmLetter, sendLetter, type Letter } from '#features/letters/contract.ts'
import { lettersMessages } from '#features/letters/messages.ts'
import { gateFinding, type GateFinding } from '#features/letters/gate/contract.ts'
import { letterWords } from '#features/letters/opening/messages.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { Findings } from './Findings.tsx'
import { asKept, reasonsIn, type Typed } from './useReply.ts'

/** Below a letter that has not simply gone: why, and what a person can do about it. */
export function LetterState(props: { letter: Letter; complaintId: string }) {
  const { letter } = props
  const { words } = useMessages(letterWords)
  if (letter.bounce) return <p className="text-sm text-red">{letter.bounce.reason}</p>
  if (letter.state === 'sent' || letter.state === 'cancelled' || letter.state === 'sending')
    return null
  return (
    <div className="flex flex-col gap-2 rounded-lg bg-surface px-3 py-2 text-sm">
      {letter.state === 'waiting' ? <Countdown letter={letter} /> : null}
      {letter.state === 'stopped' && !letter.trouble ? <p>{words.stoppedWhy}</p> : null}
      {letter.state === 'unknown' ? <p>{words.unknownWhy}</p> : null}
      {letter.trouble ? <Trouble letter={letter} trouble={letter.trouble} /> : null}
      {letter.said ? (
        <p className="text-xs break-all text-sub">
          {words.said}：{letter.said}
        </p>
      ) : null}
      <Ways {...props} />
    </div>
  )
}

/** The same sentence as in the record. */
function Trouble({ letter, trouble }: { letter: Letter; trouble: string }) {
  const { events } = useMessages(lettersMessages)
  const { kind, subject } = letter
  const say = events[letter.state === 'waiting' ? 'letters.delayed' : 'letters.failed']
  return <p className="text-red">{say({ kind, subject, trouble, said: '' })}</p>
}

function Countdown({ letter }: { letter: Letter }) {
  const { words } = useMessages(letterWords)
  const language = useLanguage()
  const now = useNow('second')
  const seconds = Math.ceil((Date.parse(letter.sendAt) - now) / 1000)
  if (letter.attempts > 0 && seconds > 0)
    return <p>{words.goesAt({ time: dayAndTime(letter.sendAt, now, language) })}</p>
  return <p>{seconds > 0 ? words.goesIn({ seconds }) : words.goesNow}</p>
}

function Ways({ letter, complaintId }: { letter: Letter; complaintId: string }) {
  const { words } = useMessages(letterWords)
  const timeline = useAnswer(readTimeline, { params: { complaintId }, query: {} })
  const cancel = useCommand(cancelLetter)
  const again = useCommand(sendLetter)
  const confirm = useCommand(confirmLetter)
  const rewrite = useRewriting(letter, complaintId)
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const params = { letterId: letter.id }
  // Whoever presses this reads the record at this moment, with the news in it.
  const head = timeline.state === 'ready' ? timeline.value.head : 0
  const { state } = letter
  const isBusy = cancel.isSending || again.isSending || confirm.isSending
  const send = () =>
    void again.send({ params, body: { basedOn: head, reasons: reasonsIn(reasons) } })
  const takeBack = async () => (await cancel.send({ params, body: {} })).ok
  return (
    <>
      <Asked
        letter={letter}
        refusal={again.refusal}
        {...{ reasons, send }}
        give={(rule, reason) => setReasons({ ...reasons, [rule]: reason })}
      />
      <div className="flex flex-wrap gap-2">
        {state === 'waiting' ? null : (
          <Button
            size="small"
            kind={state === 'unknown' ? 'secondary' : 'primary'}
            icon={<Mail aria-hidden size={15} />}
            isBusy={isBusy}
            onPress={send}
          >
            {state === 'stopped' ? words.readAndSend : words.sendAgain}
          </Button>
        )}
        {letter.kind === 'reply' && (state === 'stopped' || state === 'failed') ? (
          <Button
            size="small"
            icon={<PenLine aria-hidden size={15} />}
            isBusy={isBusy}
            onPress={() => void takeBack().then((isBack) => isBack && rewrite())}
          >
            {words.rewrite}
          </Button>
        ) : null}
        {state === 'unknown' ? (
          <Button
            size="small"
            isBusy={isBusy}
            onPress={() => void confirm.send({ params, body: {} })}
          >
            {words.arrived}
          </Button>
        ) : (
          <Button
            size="small"
            icon={<Undo2 aria-hidden size={15} />}
            isBusy={isBusy}
            onPress={() => void takeBack()}
          >
            {state === 'waiting' ? words.cancel : words.discard}
          </Button>
        )}
      </div>
      <Refusal refusal={cancel.refusal ?? again.refusal ?? confirm.refusal} />
    </>
  )
}

const askedData = z.object({ findings: z.array(gateFinding) })

/** What the gate asks now of a letter that had passed it before. */
function Asked(props: {
  letter: Letter
  refusal: { readonly code: string; readonly data?: unknown } | null
  reasons: Readonly<Record<string, string>>
  give: (rule: string, reason: string) => void
  send: () => void
}) {
  const { words } = useMessages(letterWords)
  const id = useId()
  const { refusal, letter } = props
  const read = askedData.safeParse(refusal?.code === 'letters.gate' ? refusal.data : null)
  const last = useRef<readonly GateFinding[]>([])
  if (read.success) last.current = read.data.findings
  if (last.current.length === 0) return null
  return (
    <Findings
      id={id}
      label={words.askedAgain}
      text={letter.text}
      findings={last.current}
      reasons={props.reasons}
      onReason={props.give}
      onSend={props.send}
    />
  )
}

/** The words go back to where they were written, behind whatever is being written there. */
function useRewriting({ text, subject, to, cc, attachments }: Letter, complaintId: string) {
  const { words } = useMessages(letterWords)
  const empty: Typed = {
    text: '',
    subject,
    to: to.join(', '),
    cc: '',
    reasons: {},
    attachments: [],
    base: null,
    isSaved: false,
  }
  const draft = useDraft<Typed>(`mail/${complaintId}`, empty, asKept)
  return () => {
    const before = draft.value
    draft.change({
      ...before,
      text: [before.text.trim(), text].filter(Boolean).join('\n\n'),
      cc: before.cc || cc.join(', '),
      attachments: [
        ...new Set([...before.attachments, ...attachments.map((file) => file.evidenceId)]),
      ],
    })
    showToast({ text: words.rewritten })
  }
}
