import { Link } from '@tanstack/react-router'
import { Feather } from 'lucide-react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { Moment } from '#kit/Time.tsx'
import { writtenDay, dayKey } from '#kit/time.ts'
import { readMine, type Strain } from '../contract.ts'
import { wellbeingMessages } from '../messages.ts'
import { readCareSettings, type ShownCareSettings } from '../settings/contract.ts'

/** What the last two weeks asked of whoever reads it. */
export default function Mine() {
  const { mine: words } = useMessages(wellbeingMessages).words
  const answer = useAnswer(readMine, {}, { live: true })
  return (
    <Section title={words.title} icon={Feather} tone="green">
      <Answering answer={answer}>
        {({ now, sum, talks, breaks }) =>
          talks.length === 0 ? (
            <EmptyState icon={Feather} title={words.none}>
              {words.noneDetail}
            </EmptyState>
          ) : (
            <div className="flex flex-col gap-3">
              <p className="text-sm text-sub">{words.lead}</p>
              <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
                <Sum title={words.now} strain={now} />
                <Sum title={words.sum} strain={sum} more={words.breaks({ count: breaks.length })} />
              </dl>
              <ul className="flex flex-col">
                {talks.map((talk) => (
                  <li
                    key={talk.id}
                    className="flex flex-wrap gap-x-3 border-t border-line-soft py-2 text-sm"
                  >
                    <Moment at={talk.endedAt} className="text-sub" />
                    <span>{words[talk.kind]}</span>
                    {talk.complaintId ? (
                      <Link
                        to="/complaints/$complaintId"
                        params={{ complaintId: talk.complaintId }}
                        className="tap text-accent underline underline-offset-4"
                      >
                        {talk.complaintNumber}
                      </Link>
                    ) : null}
                    <span className="sm:ms-auto">
                      <InWords strain={talk} />
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          )
        }
      </Answering>
      <Measure />
    </Section>
  )
}

function Sum({ title, strain, more }: { title: string; strain: Strain; more?: string }) {
  return (
    <div className="rounded-xl border border-line bg-surface px-4 py-3">
      <dt className="text-xs text-sub">{title}</dt>
      <dd data-figures className="text-base leading-snug">
        <InWords strain={strain} />
        {more ? <span className="ms-3 text-sm text-sub">{more}</span> : null}
      </dd>
    </div>
  )
}

/** Only what there was: a row of zeros says nothing kind. */
function InWords({ strain }: { strain: Strain }) {
  const { mine: words } = useMessages(wellbeingMessages).words
  const language = useLanguage()
  const rounded = (value: number) => Math.round(value * 10) / 10
  const parts = [
    words.minutes({ minutes: Math.round(strain.minutes) }),
    ...(rounded(strain.insults) > 0 ? [words.insults({ count: rounded(strain.insults) })] : []),
    ...(rounded(strain.threats) > 0 ? [words.threats({ count: rounded(strain.threats) })] : []),
    ...(rounded(strain.alarms) > 0 ? [words.alarms({ count: rounded(strain.alarms) })] : []),
  ]
  return parts.join(language === 'ja' ? '・' : ', ')
}

function Measure() {
  const settings = useAnswer(readCareSettings, {})
  return settings.state === 'ready' ? <Measured settings={settings.value} /> : null
}

function Measured({ settings }: { settings: ShownCareSettings }) {
  const { mine: words } = useMessages(wellbeingMessages).words
  const language = useLanguage()
  const now = useNow()
  const { changedAt, changedByName } = settings
  const { halfLifeHours: hours, ...measure } = settings.measure
  return (
    <p className="text-xs text-sub">
      {words.measure({ ...measure, hours })}
      {changedAt === null
        ? words.shipped
        : words.setBy({
            name: changedByName ?? '',
            day: writtenDay(dayKey(changedAt), now, language),
          })}
    </p>
  )
}
