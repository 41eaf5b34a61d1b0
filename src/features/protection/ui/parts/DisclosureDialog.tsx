import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import type { Refused } from '#kit/call.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { keepMade } from '#kit/files.ts'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { discloseHistory } from '../../disclosure/contract.ts'
import { readingMessages } from '../../reading/messages.ts'
import { linesOf } from './fields.ts'

/** The ordinary history on paper; staff are told what is not in it, the paper is silent. */
export default function DisclosureDialog(props: { complaintId: string; onClose: () => void }) {
  const { words } = useMessages(readingMessages)
  const { complaintId, onClose } = props
  const [mask, setMask] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  async function make() {
    setBusy(true)
    const kept = await keepMade(discloseHistory, { mask: linesOf(mask) }, { complaintId })
    setBusy(false)
    setRefusal(kept.ok ? null : kept.refusal)
    if (kept.ok) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.disclose}
      keepsOpen
      actions={
        <SendButtons
          label={words.discloseMake}
          onSend={() => void make()}
          onClose={onClose}
          isBusy={isBusy}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-sm">{words.discloseLead}</p>
        <TextArea label={words.discloseMask} rows={2} value={mask} onChange={setMask} autoFocus />
        <p className="text-sm text-sub">{words.discloseCheck}</p>
        <Refusal refusal={refusal} />
      </div>
    </Dialog>
  )
}
