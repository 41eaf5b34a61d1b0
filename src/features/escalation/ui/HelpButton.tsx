import { HandHelping } from 'lucide-react'
import { askSupervisor, withdrawEscalation } from '#features/escalation/contract.ts'
import { escalationMessages } from '#features/escalation/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'

/** One press, no questions: a supervisor is told, the customer hears nothing. */
export function HelpButton({ complaintId, keys }: { complaintId: string; keys: string }) {
  const { words } = useMessages(escalationMessages)
  const { help } = words
  const ask = useCommand(askSupervisor)
  const withdraw = useCommand(withdrawEscalation)

  async function call() {
    const answered = await ask.send({
      params: { complaintId },
      body: { kind: 'silent-help', mode: 'watch', reason: help.reason },
    })
    if (!answered.ok) {
      showToast({ text: answered.refusal.sentence, tone: 'trouble' })
      return
    }
    const requestId = answered.value.request.id
    showToast({ text: help.sent, tone: 'done', undo: () => void takeBack(requestId) })
  }
  async function takeBack(requestId: string) {
    const answered = await withdraw.send({ params: { requestId }, body: { reason: help.undo } })
    showToast(
      answered.ok ? { text: help.back } : { text: answered.refusal.sentence, tone: 'trouble' },
    )
  }

  return (
    <Button
      kind="danger"
      keys={keys}
      keysInFields
      className="max-xl:px-3!"
      label={help.long}
      icon={<HandHelping aria-hidden size={17} className="lg:max-xl:hidden" />}
      isBusy={ask.isSending}
      onPress={() => void call()}
    >
      <span className="max-lg:hidden">{help.button}</span>
    </Button>
  )
}
