import { useState } from 'react'
import { attribution, type Complaint, type Fact } from '#features/complaints/contract.ts'
import { confirmFact } from '#features/complaints/handling/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { useSeen } from '#kit/seen.ts'

type Attribution = (typeof attribution.options)[number]

/** A fact is confirmed by something, and somebody's doing: nothing is left to guess. */
export function Confirming(props: { complaint: Complaint; fact: Fact; close: () => void }) {
  const { words } = useMessages(recordMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const { complaint, fact } = props
  const draft = useTextDraft(`${complaint.id}/confirm/${fact.id}`)
  const [attributedTo, setAttributedTo] = useState<Attribution | null>(null)
  const seen = useSeen(complaint.head)
  const command = useCommand(confirmFact)

  async function save() {
    if (!attributedTo) return
    const answered = await command.send({
      params: { complaintId: complaint.id, factId: fact.id },
      body: { source: draft.value.trim(), attributedTo, ...seen.basedOn() },
    })
    seen.settle(answered)
    if (!answered.ok) return
    draft.clear()
    props.close()
  }

  return (
    <LineForm
      label={words.facts.confirmSource}
      placeholder={words.facts.sourceHint}
      value={draft.value}
      onChange={(text) => {
        seen.touch()
        draft.change(text)
      }}
      onSave={() => void save()}
      saveLabel={words.facts.confirm}
      isDisabled={attributedTo === null}
      isSaving={command.isSending}
      refusal={command.refusal}
      autoFocus
    >
      <Choices
        label={words.facts.attributedTo}
        choices={attribution.options.map((id) => ({ id, name: shared.attributions[id] }))}
        value={attributedTo}
        onChange={setAttributedTo}
        size="small"
        isRequired
      />
      {attributedTo === 'us' ? <p className="text-xs text-sub">{words.facts.isOurs}</p> : null}
    </LineForm>
  )
}
