import { useAnswer } from '#kit/answers.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { useSettled } from '#kit/settled.ts'
import { dayAndTime } from '#kit/time.ts'
import { findNamedPerson, type FoundPerson } from '../../finder/contract.ts'
import { routingMessages } from '../../routing/messages.ts'
import { anybody } from './asking.ts'

/** 「前に出た人」「○○さん」: who may be meant, each with why and whether they can be had now. */
export function NamedPeople(props: {
  complaintId: string
  words: string
  chosen: string
  onChoose: (person: FoundPerson) => void
}) {
  const { people } = useMessages(routingMessages).words
  const words = useSettled(props.words.trim())
  const found = useAnswer(
    findNamedPerson,
    { params: { complaintId: props.complaintId }, query: { words } },
    { keepPrevious: true },
  )
  if (found.state !== 'ready') return null
  const all = found.value.people
  if (all.length === 0) return <p className="text-sm text-sub">{people.none}</p>
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-sm font-medium">{people.title}</legend>
      {all.map((person) => (
        <label
          key={person.memberId}
          className="tap flex cursor-pointer items-start gap-2.5 rounded-lg border border-line px-3 py-1.5 hover:bg-gray-bg has-checked:border-accent has-checked:bg-accent-bg has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="named-person"
            className="mt-1.5"
            checked={props.chosen !== anybody && props.chosen === person.memberId}
            onChange={() => props.onChoose(person)}
          />
          <Person person={person} />
        </label>
      ))}
    </fieldset>
  )
}

function Person({ person }: { person: FoundPerson }) {
  const { people, standings } = useMessages(routingMessages).words
  const reason = useReason()
  const language = useLanguage()
  const now = useNow()
  const where = person.hasLeft
    ? people.left
    : person.backAt
      ? people.back({ time: dayAndTime(person.backAt, now, language) })
      : standings[person.standing]
  const told = person.toldName === person.name ? [] : [people.told({ name: person.toldName })]
  return (
    <span className="min-w-0">
      <span className="font-semibold">{person.name}</span>
      <span className="ms-2 text-sm text-sub">
        {[person.title, where].filter(Boolean).join('・')}
      </span>
      <span className="block text-sm text-sub">
        {[...person.because.map(reason), ...told].join('・')}
      </span>
    </span>
  )
}

function useReason(): (reason: FoundPerson['because'][number]) => string {
  const { people } = useMessages(routingMessages).words
  return ({ kind, words }) => {
    if (kind === 'spoke' || kind === 'owned') return people[kind]({ number: words ?? '' })
    if (kind === 'answers-for') return people['answers-for']({ name: words ?? '' })
    return kind === 'title' ? people.position : people[kind]
  }
}
