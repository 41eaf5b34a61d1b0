import { useDeferredValue, useState } from 'react'
import { findCustomers, type CustomerMatch } from '#features/complaints/customers/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'

const most = 6

/** Another customer, found while typing, each with why they were found. */
export function Chooser(props: {
  except: string
  /** To begin with: what this customer is known by. */
  start?: string | undefined
  chosen: CustomerMatch | null
  onChoose: (match: CustomerMatch) => void
}) {
  const { words } = useMessages(profilesMessages)
  const [typed, setTyped] = useState(props.start ?? '')
  const asked = useDeferredValue(typed.trim())
  const isOff = asked.length < 2
  const found = useAnswer(
    findCustomers,
    { query: { words: asked || '-' } },
    { isOff, keepPrevious: true },
  )
  const all = found.state === 'ready' && !isOff ? found.value.matches : []
  const matches = all.filter(({ customerId }) => customerId !== props.except)
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={words.find}
        type="search"
        value={typed}
        onChange={setTyped}
        autoFocus={props.chosen === null}
      />
      {matches.length === 0 ? null : (
        <ul aria-label={words.choose} className="flex flex-col gap-1.5">
          {matches.slice(0, most).map((match) => (
            <Match
              key={match.customerId}
              match={match}
              isChosen={props.chosen?.customerId === match.customerId}
              onChoose={() => props.onChoose(match)}
            />
          ))}
        </ul>
      )}
      <p role="status" className="text-sm text-sub empty:hidden">
        {!isOff && found.state === 'ready' && matches.length === 0 ? words.nobody : null}
      </p>
    </div>
  )
}

function Match(props: { match: CustomerMatch; isChosen: boolean; onChoose: () => void }) {
  const { words } = useMessages(profilesMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const { match } = props
  const name = match.name ?? words.unnamed
  return (
    <li>
      <button
        type="button"
        aria-pressed={props.isChosen}
        onClick={props.onChoose}
        className="tap flex w-full cursor-pointer flex-wrap items-baseline gap-x-3 rounded-lg border border-line px-3 py-2 text-start text-sm hover:bg-gray-bg aria-pressed:border-accent aria-pressed:bg-accent-bg"
      >
        <span className="font-semibold">{match.name ? shared.sama({ name }) : name}</span>
        <span data-figures className="text-xs text-sub">
          {[match.phone, match.email].filter(Boolean).join('　')}
        </span>
        <span className="text-xs text-sub">
          {match.matchedBy.map((how) => words.matchedBy[how]).join('・')}
        </span>
      </button>
    </li>
  )
}
