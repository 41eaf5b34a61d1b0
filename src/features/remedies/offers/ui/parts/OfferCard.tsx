import { CircleCheck, CircleDashed, CircleX, Hourglass } from 'lucide-react'
import { useState } from 'react'
import { answerOffer, type Offer } from '#features/remedies/contract.ts'
import { offersMessages } from '#features/remedies/offers/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'

const looks = {
  pending: { tone: 'orange', icon: Hourglass },
  accepted: { tone: 'green', icon: CircleCheck },
  rejected: { tone: 'gray', icon: CircleX },
  considering: { tone: 'blue', icon: CircleDashed },
} as const

/** One offer and the customer's answer to it, in their words. */
export function OfferCard(props: {
  complaintId: string
  offer: Offer
  said: readonly string[]
  isSettled: boolean
}) {
  const { words } = useMessages(offersMessages)
  const { offer } = props
  const [isOpen, setOpen] = useState(false)
  const { tone, icon } = looks[offer.answer]
  const isAsking = offer.answer === 'pending' || offer.answer === 'considering' || isOpen
  return (
    <li className="card flex flex-col gap-2 p-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className={`flex-1 font-semibold ${offer.answer === 'rejected' ? 'text-sub' : ''}`}>
          {offer.label}
          {offer.amountYen ? `　${words.yen({ amount: offer.amountYen })}` : ''}
        </span>
        <Badge tone={tone} icon={icon}>
          {words.answers[offer.answer]}
        </Badge>
      </p>
      {offer.answerWords ? <p className="text-sm text-sub">「{offer.answerWords}」</p> : null}
      {props.isSettled ? null : isAsking ? (
        <Answering {...props} close={() => setOpen(false)} />
      ) : (
        <Button kind="quiet" size="small" className="self-start" onPress={() => setOpen(true)}>
          {words.change}
        </Button>
      )}
    </li>
  )
}

type Answer = 'accepted' | 'rejected' | 'considering'

function Answering(props: {
  complaintId: string
  offer: Offer
  said: readonly string[]
  close: () => void
}) {
  const { words } = useMessages(offersMessages)
  const { offer, complaintId } = props
  const [answer, setAnswer] = useState<Answer | null>(null)
  const draft = useTextDraft(`${complaintId}/offer/${offer.id}`)
  const command = useCommand(answerOffer)

  async function save() {
    if (!answer) return
    const answered = await command.send({
      params: { complaintId, offerId: offer.id },
      body: { answer, words: draft.value.trim() },
    })
    if (!answered.ok) return
    draft.clear()
    props.close()
  }

  return (
    <div className="flex flex-col gap-2">
      <Choices
        label={words.answer({ label: offer.label })}
        hidesLabel
        choices={(['accepted', 'rejected', 'considering'] as const).map((id) => ({
          id,
          name: words.answers[id],
          icon: looks[id].icon,
        }))}
        value={answer}
        onChange={(chosen) => {
          setAnswer(chosen)
          if (draft.value === '' && props.said[0]) draft.change(props.said[0])
        }}
        size="small"
      />
      {answer ? (
        <LineForm
          label={words.answerWords}
          placeholder={words.answerHint}
          value={draft.value}
          onChange={draft.change}
          onSave={() => void save()}
          saveLabel={words.record}
          recall={props.said}
          isSaving={command.isSending}
          refusal={command.refusal}
        />
      ) : null}
    </div>
  )
}
