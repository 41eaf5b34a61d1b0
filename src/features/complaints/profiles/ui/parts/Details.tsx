import { UserRound } from 'lucide-react'
import { customerFieldNames, type CustomerPage } from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Source } from './Source.tsx'

/** How to reach them now, and what they told us before. */
export function Details({ page }: { page: CustomerPage }) {
  const { words } = useMessages(profilesMessages)
  const { customer } = page
  const before = page.told.filter(({ field, value }) => customer[field] !== value)
  return (
    <Section title={words.details} icon={UserRound} tone="blue">
      <dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        {customerFieldNames.map((field) =>
          customer[field] ? (
            <div key={field} className="contents">
              <dt className="text-sub">{words.fields[field]}</dt>
              <dd data-figures className="wrap-anywhere">
                {customer[field]}
              </dd>
            </div>
          ) : null,
        )}
      </dl>
      {before.length === 0 ? null : (
        <Section title={words.toldBefore} count={before.length} folds="shut">
          <ul className="flex flex-col gap-1.5 text-sm">
            {before.map((each) => (
              <li key={`${each.field} ${each.value}`}>
                <span className="me-2 text-xs text-sub">{words.fields[each.field]}</span>
                <span className="wrap-anywhere">{each.value}</span>
                <Source source={each} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Section>
  )
}
