import { Eye, EyeOff, UserRound } from 'lucide-react'
import { readViewer } from '#features/access/contract.ts'
import { takeChat, type DeskChat } from '#features/chat/contract.ts'
import { chatMessages } from '#features/chat/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'

/** Who has it, and whether the customer is there. */
export function Standing({ chat }: { chat: DeskChat }) {
  const { words } = useMessages(chatMessages)
  const viewer = useAnswer(readViewer, {})
  const take = useCommand(takeChat)
  const { complaintId, takenById, takenByName, endedAt, isCustomerThere, isCustomerTyping } = chat
  const ownId = viewer.state === 'ready' ? viewer.value.memberId : null
  const isMine = takenById !== null && takenById === ownId
  const Look = isCustomerThere ? Eye : EyeOff
  const there = isCustomerTyping ? words.typing : isCustomerThere ? words.there : words.gone
  return (
    <>
      {endedAt !== null || isMine ? null : (
        <>
          <p className="flex items-center gap-1.5 text-sm">
            <UserRound aria-hidden size={15} className="shrink-0 text-sub" />
            {takenByName === null ? words.nobody : words.takenBy({ name: takenByName })}
          </p>
          <Button
            size="small"
            kind={takenById === null ? 'primary' : 'secondary'}
            isBusy={take.isSending}
            onPress={() => void take.send({ params: { complaintId }, body: { fromId: takenById } })}
          >
            {takenById === null ? words.take : words.takeOver}
          </Button>
        </>
      )}
      <p
        role="status"
        className={`flex items-center gap-1.5 text-sm ${isCustomerTyping ? 'font-semibold text-accent' : 'text-sub'}`}
      >
        <Look aria-hidden size={15} className="shrink-0" />
        {there}
      </p>
      <Refusal refusal={take.refusal} />
    </>
  )
}
