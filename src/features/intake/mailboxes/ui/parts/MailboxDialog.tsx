import { PlugZap } from 'lucide-react'
import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { saveMailbox, tryMailbox, type Mailbox, type MailboxTrial } from '../../contract.ts'
import { mailboxesMessages } from '../../messages.ts'
import { draftOf, fieldsOf, type Fields } from './draft.ts'
import { ServerGroup } from './ServerGroup.tsx'
import { Trial } from './Trial.tsx'

/** A mailbox: its address and its servers; tried as often as one likes before it is saved. */
export function MailboxDialog(props: { mailbox: Mailbox | null; onClose: () => void }) {
  const { words } = useMessages(mailboxesMessages)
  const { mailbox, onClose } = props
  const form = useForm(mailbox, onClose)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={mailbox ? words.editTitle : words.addTitle}
      width="wide"
      keepsOpen
      actions={
        <SendButtons
          label={words.save}
          onSend={() => void form.save()}
          onClose={onClose}
          isBusy={form.isSaving}
        />
      }
    >
      <div className="grid gap-4 lg:grid-cols-2 lg:gap-6">
        <Sender fields={form.fields} change={form.change} />
        <Servers fields={form.fields} change={form.change} mailbox={mailbox} />
      </div>
      <div className="mt-4 flex flex-col gap-3">
        <Button
          className="self-start"
          icon={<PlugZap aria-hidden size={16} />}
          isBusy={form.isTrying}
          onPress={() => void form.tryOut()}
        >
          {words.try}
        </Button>
        {form.trial ? <Trial trial={form.trial} onAccept={form.accept} /> : null}
        <Refusal refusal={form.refusal} />
      </div>
    </Dialog>
  )
}

function useForm(mailbox: Mailbox | null, onClose: () => void) {
  const { words } = useMessages(mailboxesMessages)
  const [mailboxId] = useState(() => mailbox?.id ?? browserIds.next())
  const [fields, setFields] = useState(() => fieldsOf(mailbox))
  const [trial, setTrial] = useState<MailboxTrial | null>(null)
  const [saving, trying] = [useCommand(saveMailbox), useCommand(tryMailbox)]
  const sent = () => ({ params: { mailboxId }, body: draftOf(fields, mailbox?.isOn ?? true) })
  return {
    fields,
    change: (changes: Partial<Fields>) => setFields((before) => ({ ...before, ...changes })),
    trial,
    isSaving: saving.isSending,
    isTrying: trying.isSending,
    refusal: saving.refusal ?? trying.refusal,
    /** The outgoing server may show this certificate from now on; with other settings it is tried again. */
    accept(certificate: string) {
      setFields((before) => ({ ...before, smtp: { ...before.smtp, certificate } }))
      setTrial(null)
    },
    async save() {
      const answered = await saving.send(sent())
      if (!answered.ok) return
      onClose()
      showToast({ text: words.saved(answered.value), tone: 'done' })
    },
    async tryOut() {
      setTrial(null)
      const answered = await trying.send(sent())
      if (answered.ok) setTrial(answered.value)
    },
  }
}

type Part = { fields: Fields; change: (changes: Partial<Fields>) => void }

function Sender({ fields, change }: Part) {
  const { words } = useMessages(mailboxesMessages)
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label={words.address}
        type="email"
        inputMode="email"
        autoFocus
        value={fields.address}
        onChange={(address) => change({ address })}
      />
      <TextField
        label={words.displayName}
        hint={words.displayNameHint}
        value={fields.displayName}
        onChange={(displayName) => change({ displayName })}
      />
      <TextArea
        label={words.signature}
        hint={words.signatureHint}
        rows={4}
        value={fields.signature}
        onChange={(signature) => change({ signature })}
      />
      <Checkbox isChosen={fields.isDefault} onChange={(isDefault) => change({ isDefault })}>
        {words.defaultLabel}
      </Checkbox>
      <Checkbox isChosen={fields.takesLmtp} onChange={(takesLmtp) => change({ takesLmtp })}>
        {words.lmtp}
      </Checkbox>
    </div>
  )
}

function Servers({ fields, change, mailbox }: Part & { mailbox: Mailbox | null }) {
  const { words } = useMessages(mailboxesMessages)
  return (
    <div className="flex flex-col gap-4">
      <ServerGroup
        kind="imap"
        isOn={fields.isFetched}
        onSwitch={(isFetched) => change({ isFetched })}
        server={fields.imap}
        onChange={(imap) => change({ imap })}
        isSecretKept={mailbox?.hasImapSecret ?? false}
      >
        <TextField
          label={words.folder}
          value={fields.folder}
          onChange={(folder) => change({ folder })}
        />
        <Checkbox isChosen={fields.marksSeen} onChange={(marksSeen) => change({ marksSeen })}>
          {words.marksSeen}
        </Checkbox>
        <Checkbox isChosen={fields.takesPast} onChange={(takesPast) => change({ takesPast })}>
          {words.takesPast}
        </Checkbox>
        <p className="text-xs text-sub">{words.takesPastHint}</p>
      </ServerGroup>
      <ServerGroup
        kind="smtp"
        isOn={fields.sends}
        onSwitch={(sends) => change({ sends })}
        server={fields.smtp}
        onChange={(smtp) => change({ smtp })}
        isSecretKept={mailbox?.hasSmtpSecret ?? false}
      />
    </div>
  )
}
