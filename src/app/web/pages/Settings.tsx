import { Link, useSearch } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { Suspense } from 'react'
import { readViewer } from '#features/access/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { webMessages } from '../messages.ts'
import { usePageTitle } from '../shell/title.tsx'
import { groups, mayOf, type May, type Section } from './settings/sections.tsx'

const sections = Object.values(groups).flat()
type GroupName = keyof typeof groups
const names = Object.keys(groups) as GroupName[]

/** A list of what can be set, beside what is chosen; on a narrow screen first the one, then the other. */
export default function Settings() {
  const words = useMessages(webMessages)
  const viewer = useAnswer(readViewer, {})
  const { section } = useSearch({ from: '/staff/settings' })
  usePageTitle(words.settings)
  const may = mayOf(viewer.state === 'ready' ? viewer.value.roles : [])
  const open = sections.filter(({ isFor }) => isFor?.(may) ?? true)
  const asked = open.find(({ id }) => id === section)
  const chosen = asked ?? open[0]
  return (
    <div className="mx-auto grid max-w-7xl gap-6 p-4 sm:p-6 lg:grid-cols-[13.5rem_minmax(0,1fr)] lg:gap-8">
      <nav
        aria-label={words.settings}
        className={`flex flex-col gap-4 ${asked ? 'max-lg:hidden' : ''}`}
      >
        {names.map((name) => (
          <Group key={name} name={name} may={may} chosen={chosen?.id} />
        ))}
      </nav>
      {chosen ? <Chosen section={chosen} may={may} isAsked={Boolean(asked)} /> : null}
    </div>
  )
}

function Group(props: { name: GroupName; may: May; chosen: string | undefined }) {
  const words = useMessages(webMessages)
  const open = groups[props.name].filter(({ isFor }) => isFor?.(props.may) ?? true)
  if (open.length === 0) return null
  return (
    <div className="flex flex-col gap-0.5 max-lg:rounded-xl max-lg:border max-lg:border-line-soft max-lg:bg-surface max-lg:p-2">
      <h2 className="px-3 pb-1 text-xs font-semibold text-sub">
        {words.settingsGroups[props.name]}
      </h2>
      {open.map((section) => (
        <Way key={section.id} section={section} isChosen={section.id === props.chosen} />
      ))}
    </div>
  )
}

function Way({ section, isChosen }: { section: Section; isChosen: boolean }) {
  const Icon = section.icon
  return (
    <Link
      to="/settings"
      search={{ section: section.id }}
      aria-current={isChosen ? 'page' : undefined}
      className="tap flex min-h-10 items-center gap-2.5 rounded-lg px-3 text-sm text-sub hover:bg-gray-bg hover:text-ink max-lg:min-h-12 max-lg:text-base max-lg:text-ink lg:aria-[current]:bg-accent-bg lg:aria-[current]:font-semibold lg:aria-[current]:text-accent"
    >
      <Icon aria-hidden size={17} className="shrink-0" />
      {section.useTitle()}
    </Link>
  )
}

function Chosen(props: { section: Section; may: May; isAsked: boolean }) {
  const words = useMessages(webMessages)
  return (
    <section
      key={props.section.id}
      aria-labelledby="settings-section"
      className={`min-w-0 ${props.isAsked ? '' : 'max-lg:hidden'}`}
    >
      <Link
        to="/settings"
        className="tap mb-2 inline-flex min-h-10 items-center gap-1.5 rounded-lg pe-3 text-sm text-accent lg:hidden"
      >
        <ArrowLeft aria-hidden size={16} />
        {words.settingsList}
      </Link>
      <h2 id="settings-section" className="mb-2 text-xl">
        {props.section.useTitle()}
      </h2>
      <Suspense>{props.section.content(props.may)}</Suspense>
    </section>
  )
}
