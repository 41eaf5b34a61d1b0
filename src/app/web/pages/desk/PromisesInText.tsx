import { useState } from 'react'
import { PromiseForm } from '#features/commitments/proposals/ui/PromiseForm.tsx'
import { ProposedPromises } from '#features/commitments/proposals/ui/ProposedPromises.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { useSettled } from '#kit/settled.ts'
import { deskMessages } from './messages.ts'
import type { Told } from './told.ts'

/** What a reply promises goes into the ledger with one key, before it leaves; one without a date is asked for it. */
export default function PromisesInText(props: { complaintId: string; text: string }) {
  const { words } = useMessages(deskMessages)
  const { complaintId } = props
  const told = useTold(props.text)
  const [asked, setAsked] = useState<string | null>(null)
  if (!told) return null
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

/** Follows a moment behind the keys; 「明日」 is read as of when it was written. */
function useTold(text: string): Told | null {
  const settled = useSettled(text)
  const now = useNow()
  const [told, setTold] = useState<Told | null>(null)
  if (settled.trim() !== '' && told?.text !== settled)
    setTold({ text: settled, at: Temporal.Instant.fromEpochMilliseconds(now).toString() })
  return told
}
