import { Siren } from 'lucide-react'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Moment } from '#kit/Time.tsx'
import { Unfold } from '#kit/Unfold.tsx'
import { readingMessages } from '../../reading/messages.ts'
import type { Opened } from './fields.ts'

/** Who opened or printed a sheet for the police, when, and what it said. Nothing here is taken back. */
export function Sheets({ opened }: { opened: Opened }) {
  const { words } = useMessages(readingMessages)
  const { sheets } = opened.record
  if (sheets.length === 0) return null
  return (
    <Section title={words.sheets} icon={Siren} tone="red" count={sheets.length}>
      <ul className="flex flex-col gap-2">
        {sheets.toReversed().map(({ sheetId, number, act, lines, at, byName }) => (
          <li key={sheetId} className="flex flex-col gap-1 rounded-lg border border-line-soft p-3">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
              <Badge tone={act === 'printed' ? 'blue' : 'gray'}>{words.sheetActs[act]}</Badge>
              <span className="font-semibold">{number}</span>
              <span>{byName}</span>
              <Moment at={at} always="both" className="ms-auto text-xs text-sub" />
            </p>
            <Unfold title={words.sheetSaid}>
              {() => (
                <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
                  {lines.map(({ label, words: said }, index) => (
                    <div key={`${label}${index}`} className="contents">
                      <dt className="text-sub">{label}</dt>
                      <dd className="wrap-anywhere whitespace-pre-line max-sm:mb-1">
                        {said || '—'}
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
            </Unfold>
          </li>
        ))}
      </ul>
    </Section>
  )
}
