import { useState } from 'react'
import { listMembers } from '#features/access/contract.ts'
import { makeCommitment } from '#features/commitments/contract.ts'
import { proposalsMessages } from '#features/commitments/proposals/messages.ts'
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
import { dayAndTime } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { SaidDue } from './parts/SaidDue.tsx'

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
      <SaidDue label={words.due} value={phrase} onChange={setPhrase} />
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
