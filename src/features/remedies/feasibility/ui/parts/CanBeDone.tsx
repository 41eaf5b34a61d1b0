import { PackageCheck, PackageSearch, PackageX } from 'lucide-react'
import { useState } from 'react'
import type { RemedyKind } from '#features/remedies/contract.ts'
import {
  askFeasibility,
  readFeasibility,
  tellFeasibility,
} from '#features/remedies/feasibility/contract.ts'
import { feasibilityMessages } from '#features/remedies/feasibility/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'

type Place = { readonly complaintId: string; readonly ruleId: string; readonly kind: RemedyKind }

/** Stock, dates, hands: asked of the company's own system; when it has no answer, of whoever is at the desk. */
export default function CanBeDone(props: Place) {
  const { words } = useMessages(feasibilityMessages)
  const { complaintId, ruleId } = props
  const known = useAnswer(readFeasibility, { params: { complaintId } })
  const asking = useCommand(askFeasibility)
  const [question, setQuestion] = useState<'plain' | 'silent' | null>(null)
  const said =
    known.state === 'ready' ? known.value.answers.find((each) => each.ruleId === ruleId) : undefined

  async function ask() {
    const answered = await asking.send({ params: { complaintId }, body: { ruleId } })
    if (!answered.ok) return
    const { trouble } = answered.value
    setQuestion(trouble === null ? null : trouble === 'silent' ? 'silent' : 'plain')
  }

  const Icon = said ? (said.isFeasible ? PackageCheck : PackageX) : PackageSearch
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2 text-sm">
        {said ? (
          <p
            className={`flex flex-1 items-center gap-1.5 ${said.isFeasible ? 'text-green' : 'text-orange'}`}
          >
            <Icon aria-hidden size={16} className="shrink-0" />
            {said.isFeasible
              ? words.known({ words: said.words })
              : words.unknownNow({ words: said.words })}
          </p>
        ) : null}
        <Button
          kind={said ? 'quiet' : 'secondary'}
          size="small"
          {...(said ? {} : { icon: <Icon aria-hidden size={15} /> })}
          isBusy={asking.isSending}
          onPress={() => void ask()}
        >
          {said ? words.change : words.ask}
        </Button>
      </div>
      <Refusal refusal={asking.refusal} />
      {question ? (
        <Question {...props} isSilent={question === 'silent'} onDone={() => setQuestion(null)} />
      ) : null}
    </div>
  )
}

function Question(props: Place & { isSilent: boolean; onDone: () => void }) {
  const { words } = useMessages(feasibilityMessages)
  const { complaintId, ruleId, kind } = props
  const [can, setCan] = useState<'can' | 'cannot' | null>(null)
  const [text, setText] = useState('')
  const command = useCommand(tellFeasibility)
  const questions: Partial<Record<RemedyKind, string>> = words.questions

  async function tell() {
    if (can === null) return
    const answered = await command.send({
      params: { complaintId, ruleId },
      body: { isFeasible: can === 'can', words: text.trim() },
    })
    if (answered.ok) props.onDone()
  }

  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line p-2.5">
      {props.isSilent ? <p className="text-xs text-orange">{words.silent}</p> : null}
      <p className="text-sm font-semibold">{questions[kind] ?? words.questions.other}</p>
      <Choices
        label={words.answer}
        hidesLabel
        size="small"
        choices={[
          { id: 'can', name: words.can },
          { id: 'cannot', name: words.cannot },
        ]}
        value={can}
        onChange={setCan}
      />
      <LineForm
        label={words.words}
        placeholder={words.hint}
        value={text}
        onChange={setText}
        onSave={() => void tell()}
        saveLabel={words.save}
        isDisabled={can === null}
        isSaving={command.isSending}
        refusal={command.refusal}
      />
    </div>
  )
}
