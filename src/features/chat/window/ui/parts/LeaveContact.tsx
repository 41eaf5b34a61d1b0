import { Mail } from 'lucide-react'
import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { leaveContact, type ChatConversation } from '#features/chat/window/contract.ts'
import { windowMessages } from '#features/chat/window/messages.ts'
import { Contact, useContactDraft } from './Contact.tsx'

/** Nobody is there, or it takes long: an answer may come elsewhere. Else it is offered quietly. */
export function LeaveContact(props: {
  slug: string
  token: string
  conversation: ChatConversation
  onLeft: (conversation: ChatConversation) => void
}) {
  const { words } = useMessages(windowMessages)
  const { slug, token, conversation } = props
  const contact = useContactDraft(slug)
  const leave = useCommand(leaveContact)
  const [choice, setChoice] = useState<'open' | 'shut' | null>(null)
  const { isReachable, isLate, attendance, answeredByName } = conversation
  const isNeeded = isLate || (attendance !== 'here' && answeredByName === null)
  if (isReachable) return null
  if (choice === null ? !isNeeded : choice === 'shut')
    return (
      <Button
        kind="quiet"
        size="small"
        icon={<Mail aria-hidden size={15} />}
        onPress={() => setChoice('open')}
      >
        {words.contact}
      </Button>
    )
  async function send() {
    const customer = contact.filled()
    const answered = await leave.send({ params: { slug }, body: { token, customer } })
    if (!answered.ok) return
    contact.clear()
    props.onLeft(answered.value)
  }
  return (
    <section className="card flex flex-col gap-3 p-4">
      <Contact contact={contact} onSend={() => void send()} />
      <Refusal refusal={leave.refusal} />
      <div className="flex gap-2">
        <Button kind="primary" isBusy={leave.isSending} onPress={() => void send()}>
          {words.leave}
        </Button>
        <Button kind="quiet" onPress={() => setChoice('shut')}>
          {words.later}
        </Button>
      </div>
    </section>
  )
}
