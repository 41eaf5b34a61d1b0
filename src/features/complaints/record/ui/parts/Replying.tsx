import { useState } from 'react'
import { demandContents, type Complaint } from '#features/complaints/contract.ts'
import { answerDemand } from '#features/complaints/handling/contract.ts'
import { demandsMessages } from '#features/complaints/demands/messages.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { readRemedies } from '#features/remedies/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
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
  const { words: told } = useMessages(demandsMessages)
  const { complaint, demand } = props
  const draft = useDraft(`${complaint.id}/answer/${demand.id}`, empty, understand)
  const [answer, setAnswer] = useState<AnswerKind>('declined')
  const [content, setContent] = useState(demand.content)
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
        ...(content ? { content } : {}),
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
      label={told.answerWords}
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
        label={told.answerKind}
        hidesLabel
        choices={(['accepted', 'declined', 'deferred'] as const).map((id) => ({
          id,
          name: shared.demandAnswers[id],
        }))}
        value={answer}
        onChange={setAnswer}
        size="small"
      />
      <Choices
        label={told.content}
        choices={demandContents.map((id) => ({ id, name: told.contents[id] }))}
        value={content}
        onChange={setContent}
        size="small"
      />
      {isDeclined ? (
        <>
          <FromRules complaintId={complaint.id} onChoose={change} />
          <TextField
            label={told.ground}
            value={reply.ground}
            onChange={(ground) => change({ ground })}
            isRequired
          />
          <TextField
            label={told.alternative}
            value={reply.alternative}
            onChange={(alternative) => change({ alternative })}
            isRequired
          />
        </>
      ) : null}
    </LineForm>
  )
}

/** R4: a refusal as the rules have it: the clause, and what can be done under them. */
function FromRules(props: { complaintId: string; onChoose: (reply: Reply) => void }) {
  const { words: told } = useMessages(demandsMessages)
  const remedies = useAnswer(readRemedies, { params: { complaintId: props.complaintId } })
  if (remedies.state !== 'ready') return null
  const { options, agreement } = remedies.value
  const allowed = options.filter((option) => option.allowed).map(({ rule }) => rule.label)
  const given = agreement?.labels ?? allowed
  const alternative = given.slice(0, 2).join(told.or)
  const clauses = [...new Set(options.map(({ rule }) => rule.clause))].slice(0, 3)
  if (clauses.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <span className="text-xs text-sub">{told.fromRules}</span>
      {clauses.map((clause) => (
        <Button
          key={clause}
          size="small"
          label={told.fromRule({ clause })}
          onPress={() =>
            props.onChoose({
              words: told.refusing({ clause, alternative }),
              ground: clause,
              alternative,
            })
          }
        >
          {clause}
        </Button>
      ))}
    </div>
  )
}

function understand(kept: unknown): Reply | null {
  if (typeof kept !== 'object' || kept === null) return null
  const text = (name: string) => String(Reflect.get(kept, name) ?? '')
  return { words: text('words'), ground: text('ground'), alternative: text('alternative') }
}
