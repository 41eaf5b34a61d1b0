import { useState } from 'react'
import { type Complaint } from '#features/complaints/contract.ts'
import { answerDemand } from '#features/complaints/handling/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { useSeen } from '#kit/seen.ts'
import { TextField } from '#kit/TextField.tsx'

type Demand = Complaint['demands'][number]
type AnswerKind = NonNullable<Demand['answer']>
type Reply = { readonly words: string; readonly ground: string; readonly alternative: string }
const empty: Reply = { words: '', ground: '', alternative: '' }

/** G7: a refusal names its ground and what can be done instead. */
export function Replying(props: { complaint: Complaint; demand: Demand; close: () => void }) {
  const { words } = useMessages(recordMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const { complaint, demand } = props
  const draft = useDraft(`${complaint.id}/answer/${demand.id}`, empty, understand)
  const [answer, setAnswer] = useState<AnswerKind>('declined')
  const seen = useSeen(complaint.head)
  const command = useCommand(answerDemand)
  const reply = draft.value
  const isDeclined = answer === 'declined'
  const isComplete = !isDeclined || (reply.ground.trim() !== '' && reply.alternative.trim() !== '')
  const change = (changes: Partial<Reply>) => {
    seen.touch()
    draft.change({ ...reply, ...changes })
  }

  async function save() {
    const answered = await command.send({
      params: { complaintId: complaint.id, demandId: demand.id },
      body: {
        answer,
        words: reply.words.trim(),
        ...(reply.ground.trim() ? { ground: reply.ground.trim() } : {}),
        ...(reply.alternative.trim() ? { alternative: reply.alternative.trim() } : {}),
        ...seen.basedOn(),
      },
    })
    seen.settle(answered)
    if (!answered.ok) return
    draft.clear()
    props.close()
  }

  return (
    <LineForm
      label={words.demands.answerWords}
      value={reply.words}
      onChange={(said) => change({ words: said })}
      onSave={() => void save()}
      saveLabel={words.save}
      isDisabled={!isComplete}
      isSaving={command.isSending}
      refusal={command.refusal}
      autoFocus
    >
      <Choices
        label={words.demands.answerKind}
        hidesLabel
        choices={(['accepted', 'declined', 'deferred'] as const).map((id) => ({
          id,
          name: shared.demandAnswers[id],
        }))}
        value={answer}
        onChange={setAnswer}
        size="small"
      />
      {isDeclined ? (
        <>
          <TextField
            label={words.demands.ground}
            value={reply.ground}
            onChange={(ground) => change({ ground })}
            isRequired
          />
          <TextField
            label={words.demands.alternative}
            value={reply.alternative}
            onChange={(alternative) => change({ alternative })}
            isRequired
          />
        </>
      ) : null}
    </LineForm>
  )
}

function understand(kept: unknown): Reply | null {
  if (typeof kept !== 'object' || kept === null) return null
  const text = (name: string) => String(Reflect.get(kept, name) ?? '')
  return { words: text('words'), ground: text('ground'), alternative: text('alternative') }
}
