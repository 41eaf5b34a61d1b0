import { useState } from 'react'
import type { DraftKind } from '#features/letters/drafting/contract.ts'
import { FallenSentences } from './FallenSentences.tsx'
import { KindList } from './KindList.tsx'
import { Preview } from './Preview.tsx'

/** The text that a draft goes into, and how it is changed. */
export type DraftPlace = {
  readonly complaintId: string
  readonly text: string
  /** What stood there before anybody typed: 宛名. */
  readonly opening: string
  readonly onText: (text: string) => void
}

/** Letters from the record: what can be drafted, on what each sentence stands, and what has fallen since. */
export default function Drafts(props: DraftPlace) {
  const [kind, setKind] = useState<DraftKind | null>(null)
  return (
    <div className="flex flex-col gap-4 py-3">
      <FallenSentences {...props} />
      {kind === null ? (
        <KindList complaintId={props.complaintId} onChoose={setKind} />
      ) : (
        <Preview key={kind} {...props} kind={kind} onBack={() => setKind(null)} />
      )}
    </div>
  )
}
