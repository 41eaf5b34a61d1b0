import { useState } from 'react'
import { grantApproval, type Approval } from '#features/remedies/approvals/contract.ts'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { isComposing } from '#kit/keys.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { readYen } from '../../../offers/ui/parts/read-yen.ts'

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
  const isReady = !canLessen || yen !== null

  async function grant() {
    if (!isReady || command.isSending) return
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
    <div
      role="group"
      aria-label={words.grantForm}
      className="flex flex-col gap-3 rounded-lg border border-green/50 p-3"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event.nativeEvent)) onClose()
      }}
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
      <Refusal refusal={command.refusal} />
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onPress={onClose}>
          {words.back}
        </Button>
        <Button
          kind="done"
          keys="mod+enter"
          keysInFields
          isDisabled={!isReady}
          isBusy={command.isSending}
          onPress={() => void grant()}
        >
          {words.grant}
        </Button>
      </div>
    </div>
  )
}
