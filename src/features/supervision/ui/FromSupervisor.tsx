import { Link } from '@tanstack/react-router'
import { Check, Ear, Eye, PhoneForwarded } from 'lucide-react'
import { readViewer } from '#features/access/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { clockTime } from '#kit/time.ts'
import { boardMessages } from '../board/messages.ts'
import { answerWhisper, type WhisperAnswer } from '../contract.ts'
import { asideOf, type TakeOver, type Whisper } from '../rules.ts'
import { useEntries } from './parts/useCallTimeline.ts'
import { useWatchers } from './parts/useWatchers.ts'

const readable = 3

type Place = { readonly complaintId: string; readonly callId: string }

/** For the one who talks: who watches, what they whisper, who took over. Beside the phrase, never over it. */
export function FromSupervisor(props: Place & { handlerId: string; className: string }) {
  const { operator } = useMessages(boardMessages).words
  const { complaintId, callId } = props
  const viewer = useAnswer(readViewer, {})
  const me = viewer.state === 'ready' ? viewer.value.memberId : ''
  const watchers = useWatchers(complaintId, callId).filter(({ memberId }) => memberId !== me)
  const { whispers, takenOver } = asideOf(useEntries(complaintId), callId)
  // What was whispered to the one before is not meant for whoever has the call now.
  const shown = takenOver ? whispers.filter(({ at }) => at > takenOver.at) : whispers
  const latest = shown.at(-1)
  const isMine = (takenOver?.toId ?? props.handlerId) === me
  const isQuiet = watchers.length === 0 && !latest && !takenOver
  return (
    <>
      <p role="status" className="sr-only">
        {latest && !latest.answer ? operator.heard({ name: latest.byName, text: latest.text }) : ''}
      </p>
      {isQuiet ? null : (
        <section
          aria-label={operator.title}
          className={`flex flex-col gap-2 border-b border-line-soft bg-surface px-4 py-2.5 sm:px-5 ${props.className}`}
        >
          {watchers.length > 0 ? (
            <p className="flex items-center gap-1.5 text-xs text-sub">
              <Eye aria-hidden size={14} className="shrink-0" />
              {operator.watching({ names: watchers.map(({ name }) => name).join('、') })}
            </p>
          ) : null}
          {takenOver ? <TakenOver takenOver={takenOver} isMine={isMine} /> : null}
          {latest ? <Latest {...props} whisper={latest} isMine={isMine} /> : null}
          <Earlier whispers={shown.slice(-readable, -1)} />
        </section>
      )}
    </>
  )
}

function TakenOver({ takenOver, isMine }: { takenOver: TakeOver; isMine: boolean }) {
  const { operator } = useMessages(boardMessages).words
  const language = useLanguage()
  const { fromName, toName, at, reason } = takenOver
  if (isMine) return <p className="text-xs text-sub">{operator.nowYours({ name: fromName })}</p>
  return (
    <div role="alert" className="rounded-lg bg-orange-bg px-3 py-2 text-orange">
      <p className="flex items-center gap-2 font-semibold">
        <PhoneForwarded aria-hidden size={18} className="shrink-0" />
        {operator.takenOver({ name: toName, time: clockTime(at, language) })}
      </p>
      <p className="text-sm">{operator.takenOverDetail({ reason })}</p>
      <Link
        to="/today"
        className="tap inline-flex items-center text-sm underline underline-offset-4"
      >
        {operator.rest}
      </Link>
    </div>
  )
}

const answers = [
  { answer: 'understood', keys: 'alt+r', words: 'understood' },
  { answer: 'take-over', keys: 'alt+k', words: 'takeOver' },
] as const

function Latest(props: Place & { whisper: Whisper; isMine: boolean }) {
  const { operator, whisper: words } = useMessages(boardMessages).words
  const { complaintId, callId, whisper } = props
  const command = useCommand(answerWhisper)
  const say = (answer: WhisperAnswer) =>
    void command.send({
      params: { complaintId, callId, whisperId: whisper.id },
      body: { answer },
    })
  return (
    <div className="rounded-lg bg-accent-bg px-3 py-2">
      <p className="flex items-start gap-2 leading-snug font-semibold text-accent">
        <Ear aria-hidden size={18} className="mt-0.5 shrink-0" />
        <span className="min-w-0 flex-1 wrap-anywhere">{whisper.text}</span>
      </p>
      <p className="mb-1.5 text-xs text-sub">{whisper.byName}</p>
      {whisper.answer ? (
        <Badge tone={whisper.answer.kind === 'understood' ? 'green' : 'red'} icon={Check}>
          {words.answers[whisper.answer.kind]}
        </Badge>
      ) : props.isMine ? (
        <div className="flex flex-wrap gap-1.5">
          {answers.map(({ answer, keys, words }) => (
            <Button
              key={answer}
              size="small"
              keys={keys}
              keysInFields
              isBusy={command.isSending}
              onPress={() => say(answer)}
            >
              {operator[words]}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  )
}

function Earlier({ whispers }: { whispers: readonly Whisper[] }) {
  const { operator, whisper: words } = useMessages(boardMessages).words
  if (whispers.length === 0) return null
  return (
    <ol aria-label={operator.earlier} className="flex flex-col gap-0.5 text-xs text-sub">
      {whispers.toReversed().map(({ id, text, answer }) => (
        <li key={id} className="wrap-anywhere">
          {text}
          {answer ? `（${words.answers[answer.kind]}）` : ''}
        </li>
      ))}
    </ol>
  )
}
