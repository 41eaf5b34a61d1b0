import { useId } from 'react'
import { Badge } from '#kit/Badge.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import type { Candidate } from '../../contract.ts'
import { desksMessages } from '../../desks/messages.ts'
import { becauseWords } from '../../wording/rules.ts'

/** One of the candidates is chosen; arrow keys move between them. */
export function Candidates(props: {
  deskName: string | null
  ownerId: string | null
  chosenId: string | null
  candidates: readonly Candidate[]
  value: string | null
  onChange: (id: string) => void
}) {
  const { decide } = useMessages(desksMessages).words
  const name = useId()
  const { candidates, chosenId, ownerId } = props
  if (candidates.length === 0) return <p className="text-sm text-sub">{decide.none}</p>
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-2 text-sm text-sub">
        {props.deskName ? (
          <span className="me-3">{decide.desk({ name: props.deskName })}</span>
        ) : null}
        {chosenId ? decide.lead : decide.leadNobody}
      </legend>
      {candidates.map((one) => (
        <label
          key={one.memberId}
          className="flex cursor-pointer items-start gap-3 rounded-lg border border-line px-3 py-2 hover:bg-gray-bg has-checked:border-accent has-checked:bg-accent-bg has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={one.memberId}
            checked={one.memberId === props.value}
            onChange={() => props.onChange(one.memberId)}
            className="mt-1.5 size-4 shrink-0 accent-(--accent)"
          />
          <Person
            one={one}
            isFirst={one.memberId === chosenId}
            isOwner={one.memberId === ownerId}
          />
        </label>
      ))}
    </fieldset>
  )
}

function Person(props: { one: Candidate; isFirst: boolean; isOwner: boolean }) {
  const { decide } = useMessages(desksMessages).words
  const language = useLanguage()
  const { one } = props
  return (
    <span className="min-w-0 flex-1">
      <span className="flex flex-wrap items-center gap-1.5 font-semibold">
        {one.name}
        {props.isFirst ? <Badge tone="green">{decide.first}</Badge> : null}
        {props.isOwner ? <Badge tone="blue">{decide.owns}</Badge> : null}
        {one.obstacles.map((each) => (
          <Badge key={each} tone="orange">
            {decide.obstacles[each]}
          </Badge>
        ))}
      </span>
      <span className="block text-sm text-sub">
        {one.because.map(becauseWords[language]).join(language === 'ja' ? '、' : ', ')}
      </span>
    </span>
  )
}
