import { useState } from 'react'
import { grantTogether, type Approval } from '#features/remedies/approvals/contract.ts'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'

/** Several alike: each is named and the money added up before anything is granted. */
export function Batch(props: { approvals: readonly Approval[]; onDone: () => void }) {
  const { words } = useMessages(queueMessages)
  const { approvals, onDone } = props
  const [isOpen, setOpen] = useState(false)
  const command = useCommand(grantTogether)
  const count = approvals.length
  const sumYen = approvals.reduce((sum, { amountYen }) => sum + (amountYen ?? 0), 0)
  const sum = sumYen.toLocaleString('ja')

  async function grant() {
    const approvalIds = approvals.map(({ id }) => id)
    const answered = await command.send({ body: { approvalIds, sumYen } })
    if (!answered.ok) return
    setOpen(false)
    showToast({ text: words.grantedTogether({ count: answered.value.granted.length }) })
    onDone()
  }

  return (
    <div className="sticky bottom-4 flex lg:col-span-2 flex-wrap items-center justify-end gap-2 rounded-xl border border-line bg-raised p-3 shadow-lift">
      <Button kind="quiet" onPress={onDone}>
        {words.clear}
      </Button>
      <Button kind="done" keys="b" onPress={() => setOpen(true)}>
        {words.together({ count, sum })}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={words.togetherTitle({ count })}
        actions={
          <>
            <Button kind="quiet" onPress={() => setOpen(false)}>
              {words.back}
            </Button>
            <Button
              kind="done"
              keys="mod+enter"
              isBusy={command.isSending}
              onPress={() => void grant()}
            >
              {words.togetherDo({ count })}
            </Button>
          </>
        }
      >
        <p className="mb-3 text-sm text-sub">{words.togetherLead}</p>
        <ul className="divide-y divide-line-soft text-sm">
          {approvals.map((approval) => (
            <li key={approval.id} className="flex flex-wrap gap-x-3 py-2">
              <span className="flex-1">
                {approval.complaintNumber}
                {approval.customerName ? `　${approval.customerName} 様` : ''}
                <span className="block text-xs text-sub">
                  {approval.label}　{approval.reason}
                </span>
              </span>
              <span data-figures>
                {approval.amountYen === null ? '' : words.yen({ amount: approval.amountYen })}
              </span>
            </li>
          ))}
        </ul>
        <p data-figures className="mt-3 text-end font-semibold">
          {words.sum({ sum })}
        </p>
        <Refusal refusal={command.refusal} />
      </Dialog>
    </div>
  )
}
