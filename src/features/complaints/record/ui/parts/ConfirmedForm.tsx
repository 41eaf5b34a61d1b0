import { useRef, useState } from 'react'
import type { z } from 'zod'
import { attribution, readComplaint, type factTopic } from '#features/complaints/contract.ts'
import { claimFact, confirmFact } from '#features/complaints/handling/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { TextField } from '#kit/TextField.tsx'
import { claimConfirmed } from './claim-confirmed.ts'

type Props = {
  readonly complaintId: string
  readonly topic: z.output<typeof factTopic>
  readonly label: string
  readonly isRequired?: boolean
  readonly autoFocus?: boolean
  readonly onDone?: () => void
}
type Attribution = (typeof attribution.options)[number]

/** What a record shows: the statement, the record, and whose doing it is. Never saved as the customer's account. */
export function ConfirmedForm(props: Props) {
  const { words } = useMessages(recordMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const { complaintId, topic } = props
  const statement = useTextDraft(`${complaintId}/confirmed:${topic}`)
  const source = useTextDraft(`${complaintId}/confirmed:${topic}/source`)
  const [attributedTo, setAttributedTo] = useState<Attribution>('unknown')
  const confirming = useConfirming(props)

  async function save() {
    const given = { statement: statement.value.trim(), source: source.value.trim(), attributedTo }
    if (!(await confirming.save(given))) return
    statement.clear()
    source.clear()
    props.onDone?.()
  }

  return (
    <LineForm
      label={props.label}
      isRequired={props.isRequired ?? false}
      autoFocus={props.autoFocus ?? false}
      value={statement.value}
      onChange={statement.change}
      onSave={() => void save()}
      saveLabel={words.facts.confirm}
      isDisabled={source.value.trim() === ''}
      isSaving={confirming.isSaving}
      refusal={confirming.refusal}
    >
      <TextField
        label={words.facts.confirmSource}
        placeholder={words.facts.recordHint}
        value={source.value}
        onChange={source.change}
        isRequired
      />
      <Choices
        label={words.facts.attributedTo}
        choices={attribution.options.map((id) => ({ id, name: shared.attributions[id] }))}
        value={attributedTo}
        onChange={setAttributedTo}
        size="small"
      />
    </LineForm>
  )
}

type Given = { statement: string; source: string; attributedTo: Attribution }

/** Confirms what the customer said in the same words, or puts a fact of its own beside their account. */
function useConfirming({ complaintId, topic }: Props) {
  const complaint = useAnswer(readComplaint, { params: { complaintId } })
  const claiming = useCommand(claimFact)
  const confirming = useCommand(confirmFact)
  // Half done and sent again it stays one fact.
  const own = useRef({ statement: '', factId: '' })

  async function save({ statement, source, attributedTo }: Given): Promise<boolean> {
    const facts = complaint.state === 'ready' ? complaint.value.facts : []
    const claimed = claimConfirmed(facts, topic, statement)
    if (own.current.statement !== statement) own.current = { statement, factId: browserIds.next() }
    const { factId } = own.current
    const params = { complaintId }
    if (claimed === undefined) {
      const answered = await claiming.send({
        params,
        body: { id: factId, topic, statement, source },
      })
      if (!answered.ok) return false
    }
    const answered = await confirming.send({
      params: { complaintId, factId: claimed?.id ?? factId },
      body: { source, attributedTo },
    })
    return answered.ok
  }
  return {
    save,
    isSaving: claiming.isSending || confirming.isSending,
    refusal: claiming.refusal ?? confirming.refusal,
  }
}
