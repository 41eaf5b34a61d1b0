import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import {
  answerTriage,
  triageAnswer,
  type Question,
  type TriageAnswer,
} from '#features/assessment/clocks/contract.ts'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'

const kinds = { yes: 'danger', no: 'done', unknown: 'secondary' } as const

/** One question after the other, one key each: 1 yes, 2 no, 3 not known yet. */
export function TriageDialog(props: {
  complaintId: string
  asked: readonly Question[]
  hasOffers: boolean
  onClose: () => void
}) {
  const { words } = useMessages(clocksMessages)
  const [at, setAt] = useState(0)
  const command = useCommand(answerTriage)
  const question = props.asked[at]

  async function answer(given: TriageAnswer) {
    if (!question) return
    const params = { complaintId: props.complaintId, question: question.question }
    const answered = await command.send({ params, body: { answer: given } })
    if (answered.ok) setAt(at + 1)
  }

  return (
    <Dialog isOpen onClose={props.onClose} title={words.triage.title}>
      {question ? (
        <div className="flex flex-col gap-4">
          <p className="text-xs text-sub" data-figures>
            {words.triage.progress({ at: at + 1, of: props.asked.length })}
          </p>
          <Asked question={question} />
          <div className="grid gap-2 sm:grid-cols-3">
            {triageAnswer.options.map((each, index) => (
              <Button
                key={each}
                kind={kinds[each]}
                size="large"
                keys={String(index + 1)}
                isBusy={command.isSending}
                onPress={() => void answer(each)}
              >
                {words.triage.answers[each]}
              </Button>
            ))}
          </div>
          <Refusal refusal={command.refusal} />
          {at > 0 ? (
            <Button kind="quiet" size="small" keys="0" onPress={() => setAt(at - 1)}>
              {words.triage.back}
            </Button>
          ) : null}
        </div>
      ) : (
        <Finished hasOffers={props.hasOffers} onClose={props.onClose} />
      )}
    </Dialog>
  )
}

function Asked({ question }: { question: Question }) {
  const { triage } = useMessages(clocksMessages).words
  const language = useLanguage()
  const names = question.offers.map(({ name }) => name[language]).join('、')
  return (
    <div role="status" className="flex gap-3">
      <CircleHelp aria-hidden size={24} className="mt-1 shrink-0 text-accent" />
      <div>
        <p className="word-break-phrase text-xl leading-relaxed font-semibold">
          {triage.questions[question.question]}
        </p>
        <p className="mt-1 text-sm text-sub">
          {question.question === 'authority'
            ? triage.notes.authority
            : names
              ? triage.offers({ names })
              : triage.none}
        </p>
      </div>
    </div>
  )
}

function Finished({ hasOffers, onClose }: { hasOffers: boolean; onClose: () => void }) {
  const { triage } = useMessages(clocksMessages).words
  return (
    <div role="status" className="flex flex-col gap-3 py-2">
      <p className="text-lg font-semibold">{triage.done}</p>
      <p className="text-sm text-sub">{hasOffers ? triage.doneDetail : triage.doneNone}</p>
      <div>
        <Button kind="primary" keys="mod+enter" autoFocus onPress={onClose}>
          {triage.close}
        </Button>
      </div>
    </div>
  )
}
