import { useState } from 'react'
import { PromiseForm } from '#features/commitments/proposals/ui/PromiseForm.tsx'
import { ProposedPromises } from '#features/commitments/proposals/ui/ProposedPromises.tsx'
import { useMessages } from '#kit/language.tsx'
import { deskMessages } from './messages.ts'

/** What the letter promises goes into the ledger with one key, before it leaves; one without a date is asked for it. */
export default function PromisesInMail(props: {
  complaintId: string
  told: { readonly text: string; readonly at: string }
}) {
  const { words } = useMessages(deskMessages)
  const { complaintId, told } = props
  const [asked, setAsked] = useState<string | null>(null)
  return (
    <>
      <ProposedPromises
        complaintId={complaintId}
        told={[told]}
        label={words.promisesInMail}
        onAskDate={setAsked}
      />
      {asked === null ? null : (
        <PromiseForm
          complaintId={complaintId}
          startWords={asked}
          autoFocus
          onDone={() => setAsked(null)}
        />
      )}
    </>
  )
}
