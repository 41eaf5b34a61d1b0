import { useState } from 'react'
import {
  decideNoMeasure,
  liftNoMeasure,
  type Unneeded as Decision,
} from '#features/complaints/measures/contract.ts'
import { measuresMessages } from '#features/complaints/measures/messages.ts'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { useNow } from '#kit/now.ts'
import { useSeen } from '#kit/seen.ts'
import { TextField } from '#kit/TextField.tsx'
import { dayKey, writtenDay } from '#kit/time.ts'
import { Unfold } from '#kit/Unfold.tsx'

type Place = { readonly complaintId: string; readonly head: number }

/** That nothing has to change, with who decided it and why. */
export function Unneeded({ unneeded, ...place }: Place & { unneeded: Decision }) {
  const { words } = useMessages(measuresMessages)
  const language = useLanguage()
  const now = useNow()
  const { reason, on, byName } = unneeded
  return (
    <div className="flex flex-col gap-1.5 rounded-lg border-s-4 border-line bg-gray-bg/50 px-3 py-2">
      <p className="text-xs text-sub">
        <span className="me-2 font-semibold">{words.isUnneeded}</span>
        <span data-figures>{writtenDay(on, now, language)}</span>　{byName}
      </p>
      <p>{reason}</p>
      <Unfold title={words.needed}>{(fold) => <Needed {...place} onDone={fold} />}</Unfold>
    </div>
  )
}

function Needed({ complaintId, head, onDone }: Place & { onDone: () => void }) {
  const { words } = useMessages(measuresMessages)
  const [reason, setReason] = useState('')
  const seen = useSeen(head)
  const command = useCommand(liftNoMeasure)

  async function save() {
    const body = { reason: reason.trim(), ...seen.basedOn() }
    const answered = await command.send({ params: { complaintId }, body })
    seen.settle(answered)
    if (answered.ok) onDone()
  }

  return (
    <LineForm
      label={words.neededReason}
      value={reason}
      onChange={(text) => {
        seen.touch()
        setReason(text)
      }}
      onSave={() => void save()}
      saveLabel={words.needed}
      isSaving={command.isSending}
      refusal={command.refusal}
      autoFocus
    />
  )
}

/** The decision that nothing has to change. */
export function DoWithout({ complaintId, head, onDone }: Place & { onDone: () => void }) {
  const { words } = useMessages(measuresMessages)
  const today = dayKey(useNow())
  const draft = useTextDraft(`${complaintId}/no-measure`)
  const [by, setBy] = useState('')
  const [on, setOn] = useState(today)
  const seen = useSeen(head)
  const command = useCommand(decideNoMeasure)

  async function save() {
    const body = { reason: draft.value.trim(), byName: by.trim(), on, ...seen.basedOn() }
    const answered = await command.send({ params: { complaintId }, body })
    seen.settle(answered)
    if (!answered.ok) return
    draft.clear()
    onDone()
  }

  return (
    <LineForm
      label={words.unneededReason}
      placeholder={words.unneededHint}
      value={draft.value}
      onChange={(text) => {
        seen.touch()
        draft.change(text)
      }}
      onSave={() => void save()}
      saveLabel={words.decide}
      isDisabled={by.trim() === '' || on === ''}
      isSaving={command.isSending}
      refusal={command.refusal}
      isRequired
      autoFocus
    >
      <TextField
        label={words.decidedBy}
        placeholder={words.decidedByHint}
        value={by}
        onChange={setBy}
        isRequired
      />
      <TextField label={words.on} type="date" value={on} onChange={setOn} isRequired />
    </LineForm>
  )
}
