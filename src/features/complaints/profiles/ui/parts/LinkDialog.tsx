import { useState } from 'react'
import type { CustomerMatch } from '#features/complaints/customers/contract.ts'
import {
  linkCustomers,
  linkKinds,
  type CustomerPage,
  type LinkKind,
} from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { seenFromThere } from '#features/complaints/profiles/rules.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { Chooser } from './Chooser.tsx'

export function LinkDialog({ page, onClose }: { page: CustomerPage; onClose: () => void }) {
  const { customerId } = page
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
            <Seen here={page.customer.name} there={other.name} kind={kind} />
          </>
        )}
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}

/** How the link will read on either page. */
function Seen(props: { here: string | undefined; there: string | undefined; kind: LinkKind }) {
  const { words } = useMessages(profilesMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const nameOf = (name: string | undefined) => (name ? shared.sama({ name }) : words.unnamed)
  const [here, there] = [nameOf(props.here), nameOf(props.there)]
  const kinds = [props.kind, seenFromThere(props.kind)].map((kind) => words.kinds[kind])
  return (
    <section aria-label={words.linkPreview} className="rounded-lg bg-gray-bg px-3 py-2 text-sm">
      <p className="text-xs text-sub">{words.linkPreview}</p>
      <p>{words.linkSeen({ whose: here, kind: kinds[0] ?? '', other: there })}</p>
      <p>{words.linkSeen({ whose: there, kind: kinds[1] ?? '', other: here })}</p>
    </section>
  )
}
