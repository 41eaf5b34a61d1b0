import { useDeferredValue, useState } from 'react'
import { listMembers } from '#features/access/contract.ts'
import { makeCommitment } from '#features/commitments/contract.ts'
import { proposalsMessages } from '#features/commitments/proposals/messages.ts'
import { promisesEndpoint } from '#features/language/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'
import { Keys } from '#kit/Keys.tsx'
import { isSend } from '#kit/keys.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { calendarDay, dayAndTime } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'

const me = 'me'

/** A promise with its date, as it was said; the date that was understood is shown before it is recorded. */
export function PromiseForm(props: {
  complaintId: string
  /** What was said already. */
  startWords?: string
  autoFocus?: boolean
  /** The form has the page for itself: the key to record it is shown. */
  showsKey?: boolean
  onDone?: () => void
}) {
  const { words } = useMessages(proposalsMessages)
  const language = useLanguage()
  const now = useNow()
  const { complaintId } = props
  const what = useTextDraft(`${complaintId}/promise`)
  const [phrase, setPhrase] = useState('')
  const [owner, setOwner] = useState(me)
  const command = useCommand(makeCommitment)
  const understood = useUnderstood(phrase)
  const text = what.keptAt === null ? (props.startWords ?? '') : what.value
  const isComplete = text.trim() !== '' && phrase.trim() !== ''

  async function record() {
    if (!isComplete) return
    const answered = await command.send({
      params: { complaintId },
      body: {
        words: text.trim(),
        due: { phrase: phrase.trim() },
        ...(owner === me ? {} : { ownerId: owner }),
      },
    })
    if (!answered.ok) return
    const { commitment } = answered.value
    const due = dayAndTime(commitment.dueAt, now, language)
    what.clear()
    setPhrase('')
    showToast({ text: words.recorded({ words: commitment.words, due }), tone: 'done' })
    props.onDone?.()
  }

  return (
    <div
      className="flex flex-col gap-3"
      onKeyDown={(event) => {
        if (!isSend(event.nativeEvent)) return
        event.preventDefault()
        void record()
      }}
    >
      <TextField
        label={words.words}
        placeholder={words.wordsHint}
        value={text}
        onChange={what.change}
        isRequired
        autoFocus={props.autoFocus ?? false}
      />
      <TextField
        label={words.due}
        hint={words.dueHint}
        value={phrase}
        onChange={setPhrase}
        isRequired
      />
      <Quick choose={setPhrase} />
      <p role="status" className="min-h-5 text-sm">
        {understood === null ? null : understood.due === null ? (
          <span className="text-orange">{words.notUnderstood}</span>
        ) : (
          <span className="font-semibold text-purple">
            {words.understood({ due: understood.due })}
          </span>
        )}
      </p>
      <Owner value={owner} onChange={setOwner} />
      <Refusal refusal={command.refusal} />
      <Button
        kind="promise"
        className="self-end"
        isDisabled={!isComplete}
        isBusy={command.isSending}
        onPress={() => void record()}
      >
        {words.record}
        {props.showsKey ? <Keys of="mod+enter" /> : null}
      </Button>
    </div>
  )
}

function Quick({ choose }: { choose: (phrase: string) => void }) {
  const { words } = useMessages(proposalsMessages)
  return (
    <ul aria-label={words.quick} className="flex flex-wrap gap-1.5">
      {Object.values(words.quicks).map((phrase) => (
        <li key={phrase}>
          <Button size="small" onPress={() => choose(phrase)}>
            {phrase}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function Owner(props: { value: string; onChange: (id: string) => void }) {
  const { words } = useMessages(proposalsMessages)
  const members = useAnswer(listMembers, {})
  const others =
    members.state === 'ready'
      ? members.value.members.map(({ id, name, title, isAway }) => ({
          id,
          name: isAway ? `${name}（${words.away}）` : name,
          ...(title ? { hint: title } : {}),
        }))
      : []
  return (
    <Select
      label={words.owner}
      choices={[{ id: me, name: words.me }, ...others]}
      value={props.value}
      onChange={props.onChange}
    />
  )
}

/** The date that the server reads in the phrase, null when there is none; nothing at all while nothing is typed. */
function useUnderstood(phrase: string): { readonly due: string | null } | null {
  const language = useLanguage()
  const minute = useNow()
  const asked = useDeferredValue(phrase.trim())
  // As the ledger reads it: a bare date stands for a promise.
  const text = `${asked}にご連絡いたします。`
  const found = useAnswer(
    promisesEndpoint,
    { body: { now: new Date(minute).toISOString(), text } },
    { isOff: asked === '', keepPrevious: true },
  )
  if (asked === '' || found.state !== 'ready') return null
  const first = found.value.promises.find(({ due }) => due !== null)
  if (!first?.due) return { due: null }
  const due =
    first.precision === 'day'
      ? calendarDay(`${first.due}T00:00:00+09:00`, minute, language)
      : dayAndTime(first.due, minute, language)
  return { due }
}
