import { useState } from 'react'
import type { CustomerMatch } from '#features/complaints/customers/contract.ts'
import { linkCustomers, linkKinds, type LinkKind } from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { Chooser } from './Chooser.tsx'

export function LinkDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { words } = useMessages(profilesMessages)
  const [other, setOther] = useState<CustomerMatch | null>(null)
  const [kind, setKind] = useState<LinkKind>('family')
  const [since, setSince] = useState('')
  const [source, setSource] = useState('')
  const command = useCommand(linkCustomers)
  async function save() {
    if (!other) return
    const body = { otherId: other.customerId, kind, since: since || null, source: source.trim() }
    const answered = await command.send({ params: { customerId }, body })
    if (answered.ok) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.addLink}
      keepsOpen={other !== null}
      actions={
        <SendButtons
          label={words.save}
          onSend={() => void save()}
          onClose={onClose}
          isBusy={command.isSending}
          isDisabled={other === null || source.trim() === ''}
        />
      }
    >
      <div className="flex flex-col gap-3">
        <Chooser except={customerId} chosen={other} onChoose={setOther} />
        {other === null ? null : (
          <>
            <Select
              label={words.kind}
              choices={linkKinds.map((id) => ({ id, name: words.kinds[id] }))}
              value={kind}
              onChange={setKind}
              autoFocus
            />
            <TextField
              label={words.source}
              hint={words.evidenceHint}
              value={source}
              onChange={setSource}
              isRequired
              maxLength={500}
            />
            <TextField label={words.since} type="date" value={since} onChange={setSince} />
          </>
        )}
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
