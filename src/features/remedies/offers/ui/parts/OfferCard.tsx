import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import { answerOffer, type Offer } from '#features/remedies/contract.ts'
import { choosingMessages } from '#features/remedies/choosing/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { LineForm } from '#kit/LineForm.tsx'
import { TextField } from '#kit/TextField.tsx'
import { Moment } from '#kit/Time.tsx'
import { Unfold } from '#kit/Unfold.tsx'
import { answerLooks } from './looks.ts'

const AskForm = later(() => import('../../../approvals/ui/parts/AskForm.tsx'))

/** One offer and the customer's answer to it, in their words. */
export function OfferCard(props: {
  complaintId: string
  offer: Offer
  said: readonly string[]
  isSettled: boolean
}) {
  const { words } = useMessages(choosingMessages)
  const { offer } = props
  const [isOpen, setOpen] = useState(false)
  const isAsking = offer.answer === 'pending' || offer.answer === 'considering' || isOpen
  return (
    <li className="card flex flex-col gap-2 p-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className={`flex-1 font-semibold ${offer.answer === 'rejected' ? 'text-sub' : ''}`}>
          {offer.label}
          {offer.amountYen ? `　${words.yen({ amount: offer.amountYen })}` : ''}
        </span>
        <Badge {...answerLooks[offer.answer]}>{words.answers[offer.answer]}</Badge>
      </p>
      {offer.answerWords ? (
        <p className="text-sm text-sub">
          「{offer.answerWords}」{offer.until ? <UntilDay day={offer.until} /> : null}
        </p>
      ) : null}
      {offer.awaits === null || props.isSettled || offer.answer === 'rejected' ? null : (
        <Awaited complaintId={props.complaintId} offer={offer} evidence={offer.awaits} />
      )}
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

/** What has to come in before it is agreed, and the way to do without. */
function Awaited(props: { complaintId: string; offer: Offer; evidence: string }) {
  const { words } = useMessages(choosingMessages)
  const { complaintId, offer, evidence } = props
  const { ruleId: id, label, kind } = offer
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex items-start gap-1.5 text-orange">
        <ImageOff aria-hidden size={15} className="mt-1 shrink-0" />
        {words.awaited({ evidence })}
      </p>
      <Unfold title={words.askUnseen} label={words.askUnseenNamed({ label })}>
        {(fold) => (
          <AskForm
            complaintId={complaintId}
            rule={{ id, label, kind }}
            maxYen={offer.amountYen}
            onClose={fold}
          />
        )}
      </Unfold>
    </div>
  )
}

function UntilDay({ day }: { day: string }) {
  const { words } = useMessages(choosingMessages)
  return (
    <span className="ms-2 whitespace-nowrap">
      {words.until}
      <Moment at={`${day}T12:00:00+09:00`} always="day" className="ms-1" />
    </span>
  )
}

type Answer = 'accepted' | 'rejected' | 'considering'

function Answering(props: {
  complaintId: string
  offer: Offer
  said: readonly string[]
  close: () => void
}) {
  const { words } = useMessages(choosingMessages)
  const { offer, complaintId } = props
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [until, setUntil] = useState('')
  const draft = useTextDraft(`${complaintId}/offer/${offer.id}`)
  const command = useCommand(answerOffer)

  async function save() {
    if (!answer) return
    const answered = await command.send({
      params: { complaintId, offerId: offer.id },
      body: {
        answer,
        words: draft.value.trim(),
        ...(answer === 'considering' && until !== '' ? { until } : {}),
      },
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
          icon: answerLooks[id].icon,
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
        >
          {answer === 'considering' ? (
            <TextField
              label={words.untilAsk}
              hint={words.untilHint}
              type="date"
              value={until}
              onChange={setUntil}
            />
          ) : null}
        </LineForm>
      ) : null}
    </div>
  )
}
