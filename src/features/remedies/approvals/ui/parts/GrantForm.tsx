import { useState } from 'react'
import { grantApproval, type Approval } from '#features/remedies/approvals/contract.ts'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { readYen } from '../../../offers/ui/parts/read-yen.ts'
import { AnswerForm } from './AnswerForm.tsx'

/** Grants what is asked, or less of it, with a condition where one is needed. */
export function GrantForm(props: { approval: Approval; onClose: () => void }) {
  const { words } = useMessages(queueMessages)
  const { approval, onClose } = props
  const most = approval.amountYen
  const [amount, setAmount] = useState(String(most ?? ''))
  const [condition, setCondition] = useState('')
  const command = useCommand(grantApproval)
  const yen = readYen(amount)
  const canLessen = most !== null && approval.kind !== 'refund'

  async function grant() {
    const answered = await command.send({
      params: { approvalId: approval.id },
      body: {
        ...(canLessen && yen !== null ? { amountYen: yen } : {}),
        ...(condition.trim() ? { condition: condition.trim() } : {}),
      },
    })
    if (!answered.ok) return
    showToast({ text: words.granted({ label: approval.label }) })
    onClose()
  }

  return (
    <AnswerForm
      does="grant"
      title={words.grantForm}
      sendLabel={words.grant}
      isReady={!canLessen || yen !== null}
      command={command}
      onSend={() => void grant()}
      onClose={onClose}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        {canLessen ? (
          <TextField
            label={words.amount}
            hint={words.amountHint({ most: most.toLocaleString('ja') })}
            inputMode="numeric"
            value={amount}
            onChange={setAmount}
          />
        ) : null}
        <TextField
          label={words.condition}
          placeholder={words.conditionHint}
          value={condition}
          onChange={setCondition}
          maxLength={500}
          autoFocus
        />
      </div>
    </AnswerForm>
  )
}
