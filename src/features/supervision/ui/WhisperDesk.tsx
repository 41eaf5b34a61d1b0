import { MessageCircle } from 'lucide-react'
import { useRef, useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { useShortcut } from '#kit/shortcuts.ts'
import { TextField } from '#kit/TextField.tsx'
import { Moment } from '#kit/Time.tsx'
import { boardMessages } from '../board/messages.ts'
import { longestWhisper, whisper } from '../contract.ts'
import { asideOf, lengthOf, type Whisper } from '../rules.ts'
import { useEntries } from './parts/useCallTimeline.ts'

/** One line to the operator: three that are at hand, or one's own. Enter sends it, never the Enter of an input method. */
export function WhisperDesk({ complaintId, callId }: { complaintId: string; callId: string }) {
  const { whisper: words } = useMessages(boardMessages).words
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const command = useCommand(whisper)
  const { whispers } = asideOf(useEntries(complaintId), callId)
  const left = longestWhisper - lengthOf(text)
  const params = { complaintId, callId }
  useShortcut({ keys: 'n', label: words.label, run: () => field.current?.focus() })

  async function say() {
    if (text.trim() === '' || left < 0 || command.isSending) return
    const answered = await command.send({ params, body: { text } })
    if (answered.ok) setText('')
  }
  return (
    <Section title={words.title} icon={MessageCircle} tone="blue">
      <div role="group" aria-label={words.quick} className="flex flex-wrap gap-1.5">
        {Object.values(words.phrases).map((phrase, at) => (
          <Button
            key={phrase}
            size="small"
            keys={String(at + 1)}
            onPress={() => void command.send({ params, body: { text: phrase } })}
          >
            {phrase}
          </Button>
        ))}
      </div>
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextField
            label={words.label}
            value={text}
            onChange={setText}
            onEnter={() => void say()}
            inputRef={field}
            error={left < 0 ? words.left({ count: left }) : null}
          />
        </div>
        <Button
          kind="primary"
          isBusy={command.isSending}
          isDisabled={text.trim() === '' || left < 0}
          onPress={() => void say()}
        >
          {words.send}
        </Button>
      </div>
      <p className="flex flex-wrap justify-between gap-x-3 text-2xs text-sub">
        <span>{words.hint}</span>
        <span data-figures>{left < 0 ? '' : words.left({ count: left })}</span>
      </p>
      <Refusal refusal={command.refusal} />
      <Sent whispers={whispers} />
    </Section>
  )
}

const readable = 3

/** The last ones; all of them stand in the record. */
function Sent({ whispers }: { whispers: readonly Whisper[] }) {
  const { whisper: words } = useMessages(boardMessages).words
  if (whispers.length === 0) return <p className="text-sm text-sub">{words.none}</p>
  return (
    <ol
      aria-label={words.sent}
      aria-live="polite"
      aria-relevant="additions text"
      className="flex flex-col gap-1.5"
    >
      {whispers
        .slice(-readable)
        .toReversed()
        .map(({ id, text, at, answer }) => (
          <li
            key={id}
            className="rounded-lg border border-line-soft bg-surface px-3 py-1.5 text-sm"
          >
            <p className="flex items-baseline gap-2">
              <span className="min-w-0 flex-1 wrap-anywhere">{text}</span>
              <Moment at={at} className="text-2xs text-sub" />
            </p>
            {answer ? (
              <Badge tone={answer.kind === 'understood' ? 'green' : 'red'} icon={MessageCircle}>
                {words.answered({ answer: words.answers[answer.kind], name: answer.byName })}
              </Badge>
            ) : (
              <p className="text-xs text-sub">{words.unanswered}</p>
            )}
          </li>
        ))}
    </ol>
  )
}
