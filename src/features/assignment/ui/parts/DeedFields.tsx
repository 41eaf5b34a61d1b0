import { useEffect, useEffectEvent, useState } from 'react'
import { listMembers } from '#features/access/contract.ts'
import { listComplaints } from '#features/complaints/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { bulkDeed, type BulkDeed } from '../../contract.ts'
import { desksMessages } from '../../desks/messages.ts'

type Props = { deed: BulkDeed; onChange: (deed: BulkDeed) => void }

const kinds = bulkDeed.shape.kind.options

/** What each kind of deed needs to be told. */
export function DeedFields({ deed, onChange }: Props) {
  const { bulk: words } = useMessages(desksMessages).words
  const isMark = deed.kind === 'mark' || deed.kind === 'unmark'
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Select
        label={words.deed}
        choices={kinds.map((id) => ({ id, name: words.deeds[id] }))}
        value={deed.kind}
        onChange={(kind) => onChange({ ...deed, kind })}
      />
      {deed.kind === 'assign' ? <Owner deed={deed} onChange={onChange} /> : null}
      {isMark ? (
        <TextField
          label={words.mark}
          value={deed.mark ?? ''}
          maxLength={40}
          onChange={(mark) => onChange({ ...deed, mark })}
        />
      ) : (
        <TextField
          label={words.reason}
          value={deed.reason}
          onChange={(reason) => onChange({ ...deed, reason })}
        />
      )}
      {deed.kind === 'link' ? <OtherComplaint deed={deed} onChange={onChange} /> : null}
    </div>
  )
}

function Owner({ deed, onChange }: Props) {
  const { bulk: words } = useMessages(desksMessages).words
  const members = useAnswer(listMembers, {})
  return (
    <Select
      label={words.to}
      choices={
        members.state === 'ready' ? members.value.members.map(({ id, name }) => ({ id, name })) : []
      }
      value={deed.memberId ?? null}
      onChange={(memberId) => onChange({ ...deed, memberId })}
    />
  )
}

/** The number as it is read aloud; found by the search of the inbox. */
function OtherComplaint({ deed, onChange }: Props) {
  const { bulk: words } = useMessages(desksMessages).words
  const [number, setNumber] = useState('')
  const found = useAnswer(
    listComplaints,
    { query: { view: 'all', words: number, limit: 1 } },
    { isOff: number.trim().length < 5 },
  )
  const other = found.state === 'ready' ? found.value.complaints[0] : undefined
  const otherId = other?.id
  const choose = useEffectEvent((toId: string) => onChange({ ...deed, toId }))
  useEffect(() => {
    if (otherId) choose(otherId)
  }, [otherId])
  return (
    <TextField
      label={words.number}
      hint={other ? `${other.number} ${other.subject}` : ''}
      value={number}
      onChange={setNumber}
    />
  )
}
