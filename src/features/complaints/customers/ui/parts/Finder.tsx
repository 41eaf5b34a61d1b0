import { Check, Search, UserRoundPlus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { type Complaint } from '#features/complaints/contract.ts'
import { identifyCustomer } from '#features/complaints/handling/contract.ts'
import { findCustomers, type CustomerMatch } from '#features/complaints/customers/contract.ts'
import { customersMessages } from '#features/complaints/customers/messages.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { WriteCustomer } from './WriteCustomer.tsx'
import { startOf } from './start-of.ts'

/** Finds who is calling by anything they may say, or writes down somebody new. */
export function Finder(props: {
  complaint: Complaint
  phone: string | null
  hasFocus: boolean
  onDone: () => void
}) {
  const { words } = useMessages(customersMessages)
  const { complaint, phone } = props
  const [typed, setTyped] = useState('')
  const [isNew, setNew] = useState(false)
  const asked = useDeferredValue(typed.trim() || (phone ?? ''))
  const found = useAnswer(
    findCustomers,
    { query: { words: asked || '-' } },
    { isOff: asked.length < 2, keepPrevious: true },
  )
  const matches = asked.length >= 2 && found.state === 'ready' ? found.value.matches : []
  if (isNew) {
    const start = { ...(phone ? { phone } : {}), ...startOf(typed) }
    return <WriteCustomer complaintId={complaint.id} start={start} onDone={props.onDone} />
  }
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={words.find}
        hidesLabel
        placeholder={words.find}
        type="search"
        value={typed}
        onChange={setTyped}
        autoFocus={props.hasFocus}
        key={String(props.hasFocus)}
      />
      <ul aria-label={words.find} className="flex flex-col gap-1.5">
        {matches.slice(0, 4).map((match) => (
          <Match key={match.customerId} match={match} complaint={complaint} onDone={props.onDone} />
        ))}
      </ul>
      {asked.length >= 2 && found.state === 'ready' && matches.length === 0 ? (
        <p className="flex items-center gap-2 text-sm text-sub">
          <Search aria-hidden size={15} />
          {words.none}
        </p>
      ) : null}
      <Button
        kind="quiet"
        size="small"
        className="self-start"
        icon={<UserRoundPlus aria-hidden size={15} />}
        onPress={() => setNew(true)}
      >
        {words.asNew}
      </Button>
    </div>
  )
}

function Match(props: { match: CustomerMatch; complaint: Complaint; onDone: () => void }) {
  const { words } = useMessages(customersMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const command = useCommand(identifyCustomer)
  const { match, complaint } = props
  const name = match.name ?? words.unknown

  async function choose() {
    const { customerId, name: called, kana, phone, email, postcode, address } = match
    const answered = await command.send({
      params: { complaintId: complaint.id },
      body: { customerId, customer: { name: called, kana, phone, email, postcode, address } },
    })
    if (answered.ok) props.onDone()
  }

  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-lg border border-line px-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{match.name ? shared.sama({ name: match.name }) : name}</p>
        <p className="text-xs text-sub">
          {match.phone ?? match.email ?? ''}　
          {match.matchedBy.map((how) => words.matchedBy[how]).join('・')}
        </p>
        <PromiseCounts match={match} />
      </div>
      <Button
        size="small"
        kind="primary"
        icon={<Check aria-hidden size={15} />}
        label={words.isThisNamed({ name })}
        isBusy={command.isSending}
        onPress={() => void choose()}
      >
        {words.isThis}
      </Button>
      <Refusal refusal={command.refusal} />
    </li>
  )
}

/** Red and purple before anything is typed: what we owe this customer. */
export function PromiseCounts({ match }: { match: CustomerMatch }) {
  const { words } = useMessages(customersMessages)
  if (match.brokenPromises + match.openPromises === 0) return null
  return (
    <p className="mt-1 flex flex-wrap gap-1.5">
      {match.brokenPromises > 0 ? (
        <Badge tone="red">{words.broken({ count: match.brokenPromises })}</Badge>
      ) : null}
      {match.openPromises > 0 ? (
        <Badge tone="purple">{words.open({ count: match.openPromises })}</Badge>
      ) : null}
    </p>
  )
}
