import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import {
  needsReason,
  reopenReview,
  settlements,
  settleReview,
  type ReviewLine,
  type Settlement,
} from '../../contract.ts'
import { reviewsMessages } from '../../messages.ts'

/** What was done about it without words of ours in public, and taking that back. */
export function Settling({ review, isActive }: { review: ReviewLine; isActive: boolean }) {
  const { words } = useMessages(reviewsMessages)
  const reopen = useCommand(reopenReview)
  const [isOpen, setOpen] = useState(false)
  const params = { complaintId: review.complaintId }
  if (isOpen) return <SettleForm review={review} onDone={() => setOpen(false)} />
  const stands = review.status === 'answered' && review.replyId !== null
  const isUndone = review.status === 'open' || review.status === 'checking' || stands
  return (
    <>
      {isUndone ? (
        <Button size="small" {...(isActive ? { keys: 'e' } : {})} onPress={() => setOpen(true)}>
          {words.settle}
        </Button>
      ) : null}
      {review.status === 'open' || stands ? null : (
        <Button
          size="small"
          kind="quiet"
          isBusy={reopen.isSending}
          onPress={() => void reopen.send({ params, body: {} })}
        >
          {words.takeBack}
        </Button>
      )}
      <Refusal refusal={reopen.refusal} />
    </>
  )
}

function SettleForm({ review, onDone }: { review: ReviewLine; onDone: () => void }) {
  const { words } = useMessages(reviewsMessages)
  const settle = useCommand(settleReview)
  const able = review.replyId === null ? settlements : (['moved-to-private'] as const)
  const [how, setHow] = useState<Settlement>(able[0])
  const [reason, setReason] = useState('')
  const asksWhy = needsReason.includes(how)
  async function save() {
    const params = { complaintId: review.complaintId }
    if ((await settle.send({ params, body: { how, reason } })).ok) onDone()
  }
  return (
    <div className="flex w-full flex-col gap-2 border-t border-line-soft pt-3">
      <Choices
        label={words.how}
        size="small"
        choices={able.map((id) => ({ id, name: words.statuses[id] }))}
        value={how}
        onChange={setHow}
      />
      <TextField
        label={asksWhy ? words.reasonNeeded : words.reason}
        isRequired={asksWhy}
        value={reason}
        maxLength={500}
        onChange={setReason}
        onSend={() => void save()}
      />
      <Refusal refusal={settle.refusal} />
      <div>
        <Button size="small" kind="primary" isBusy={settle.isSending} onPress={() => void save()}>
          {words.save}
        </Button>
      </div>
    </div>
  )
}
