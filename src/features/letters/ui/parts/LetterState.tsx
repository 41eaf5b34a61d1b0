import { Mail, Undo2 } from 'lucide-react'
import { cancelLetter, confirmLetter, sendLetter, type Letter } from '#features/letters/contract.ts'
import { lettersMessages } from '#features/letters/messages.ts'
import { letterWords } from '#features/letters/opening/messages.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'

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
      {letter.state === 'stopped' ? <p>{words.stoppedWhy}</p> : null}
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
  const params = { letterId: letter.id }
  // Whoever presses this reads the record at this moment, with the news in it.
  const head = timeline.state === 'ready' ? timeline.value.head : 0
  const { state } = letter
  const isBusy = cancel.isSending || again.isSending || confirm.isSending
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {state === 'waiting' ? null : (
          <Button
            size="small"
            kind={state === 'unknown' ? 'secondary' : 'primary'}
            icon={<Mail aria-hidden size={15} />}
            isBusy={isBusy}
            onPress={() => void again.send({ params, body: { basedOn: head } })}
          >
            {state === 'stopped' ? words.readAndSend : words.sendAgain}
          </Button>
        )}
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
            onPress={() => void cancel.send({ params, body: {} })}
          >
            {state === 'waiting' ? words.cancel : words.discard}
          </Button>
        )}
      </div>
      <Refusal refusal={cancel.refusal ?? again.refusal ?? confirm.refusal} />
    </>
  )
}
