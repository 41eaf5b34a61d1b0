import { useState } from 'react'
import { nameProxy } from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'

const blank = { name: '', relation: '', mayBeTold: '', evidence: '' }

export function ProxyDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { words } = useMessages(profilesMessages)
  const [proxy, setProxy] = useState(blank)
  const [until, setUntil] = useState('')
  const change = (field: keyof typeof blank) => (text: string) =>
    setProxy({ ...proxy, [field]: text })
  const command = useCommand(nameProxy)
  const isEmpty = Object.values(proxy).some((text) => text.trim() === '')
  async function save() {
    const body = { ...proxy, until: until || null }
    const answered = await command.send({ params: { customerId }, body })
    if (answered.ok) onClose()
  }
  const field = (name: keyof typeof blank) => ({
    value: proxy[name],
    onChange: change(name),
    isRequired: true,
    maxLength: 500,
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.addProxy}
      keepsOpen={proxy !== blank}
      actions={
        <SendButtons
          label={words.save}
          onSend={() => void save()}
          onClose={onClose}
          isBusy={command.isSending}
          isDisabled={isEmpty}
        />
      }
    >
      <div className="flex flex-col gap-3">
        <TextField label={words.proxyName} {...field('name')} autoFocus />
        <TextField label={words.relation} {...field('relation')} />
        <TextField label={words.mayBeTold} {...field('mayBeTold')} />
        <TextField label={words.evidence} hint={words.evidenceHint} {...field('evidence')} />
        <TextField label={words.until} type="date" value={until} onChange={setUntil} />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
