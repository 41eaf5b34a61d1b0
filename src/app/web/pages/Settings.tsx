import { Link, useSearch } from '@tanstack/react-router'
import {
  BookOpenText,
  CalendarDays,
  Eye,
  Hourglass,
  FileInput,
  FilePen,
  Gauge,
  Inbox,
  Mailbox,
  MailCheck,
  MessageCircle,
  KeyRound,
  MessageSquareQuote,
  Palette,
  ScrollText,
  ShieldCheck,
  UsersRound,
  Webhook,
  type LucideIcon,
} from 'lucide-react'
import { lazy, Suspense, type ReactNode } from 'react'
import { desk, readViewer, type Role } from '#features/access/contract.ts'
import { Extensions } from '#features/access/extensions/ui/Extensions.tsx'
import { keysMessages } from '#features/access/keys/messages.ts'
import { ApiKeys } from '#features/access/keys/ui/ApiKeys.tsx'
import { accessMessages } from '#features/access/messages.ts'
import { Members } from '#features/access/ui/Members.tsx'
import { OrganisationForm } from '#features/access/ui/OrganisationForm.tsx'
import { chatMessages } from '#features/chat/messages.ts'
import { definitionsMessages } from '#features/assessment/definitions/messages.ts'
import { Definitions } from '#features/assessment/definitions/ui/Definitions.tsx'
import { desksMessages } from '#features/assignment/desks/messages.ts'
import { auditMessages } from '#features/audit/messages.ts'
import { Readings } from '#features/audit/ui/Readings.tsx'
import { checkpointsMessages } from '#features/complaints/checkpoints/messages.ts'
import { Integrity } from '#features/complaints/ui/Integrity.tsx'
import { playbooksMessages } from '#features/guide/playbooks/messages.ts'
import { PlaybookFiles } from '#features/guide/ui/PlaybookFiles.tsx'
import { Playbooks } from '#features/guide/playbooks/ui/Playbooks.tsx'
import { formSettingsMessages } from '#features/intake/form-settings/messages.ts'
import { importMessages } from '#features/intake/import/messages.ts'
import { mailMessages } from '#features/intake/mail/messages.ts'
import { mailboxesMessages } from '#features/intake/mailboxes/messages.ts'
import { Mailboxes } from '#features/intake/mailboxes/ui/Mailboxes.tsx'
import { WaitingMail } from '#features/intake/mail/ui/WaitingMail.tsx'
import { companyWordsMessages } from '#features/language/company-words/messages.ts'
import { CompanyWords } from '#features/language/company-words/ui/CompanyWords.tsx'
import { letterSettingsMessages } from '#features/letters/settings/messages.ts'
import { LetterSettings } from '#features/letters/settings/ui/LetterSettings.tsx'
import { SigningKeys } from '#features/letters/signing/ui/SigningKeys.tsx'
import { remediesMessages } from '#features/remedies/messages.ts'
import { RuleTable } from '#features/remedies/ui/RuleTable.tsx'
import { webhooksMessages } from '#features/webhooks/messages.ts'
import { Webhooks } from '#features/webhooks/ui/Webhooks.tsx'
import { useAnswer } from '#kit/answers.ts'
import { later } from '#kit/later.ts'
import { useMessages } from '#kit/language.tsx'
import { webMessages } from '../messages.ts'
import { Appearance } from '../shell/Appearance.tsx'
import { usePageTitle } from '../shell/title.tsx'

const Imports = later(() =>
  import('#features/intake/import/ui/Imports.tsx').then((m) => ({ default: m.Imports })),
)

const FormSettings = later(() =>
  import('#features/intake/form-settings/ui/FormSettings.tsx').then((m) => ({
    default: m.FormSettings,
  })),
)

const imports = (
  <Suspense>
    <Imports />
  </Suspense>
)
const ChatSettings = lazy(() => import('#features/chat/ui/ChatSettings.tsx'))
const DeskSettings = lazy(() => import('#features/assignment/ui/DeskSettings.tsx'))

type Section = {
  readonly id: string
  readonly name: string
  readonly icon: LucideIcon
  readonly content: ReactNode
}

export default function Settings() {
  const words = useMessages(webMessages)
  const viewer = useAnswer(readViewer, {})
  const { section } = useSearch({ from: '/staff/settings' })
  usePageTitle(words.settings)
  const sections = useSections(viewer.state === 'ready' ? viewer.value.roles : [])
  const chosen = sections.find(({ id }) => id === section) ?? sections[0]
  return (
    <div className="mx-auto grid max-w-7xl gap-6 p-4 sm:p-6 lg:grid-cols-[12.5rem_minmax(0,1fr)] lg:gap-8">
      <nav
        aria-label={words.settings}
        className="flex gap-0.5 overflow-x-auto max-lg:border-b max-lg:border-line max-lg:pb-2 lg:flex-col"
      >
        {sections.map(({ id, name, icon: Icon }) => (
          <Link
            key={id}
            to="/settings"
            search={{ section: id }}
            aria-current={id === chosen?.id ? 'page' : undefined}
            className="tap flex min-h-10 shrink-0 items-center gap-2.5 rounded-lg px-3 text-sm whitespace-nowrap text-sub hover:bg-gray-bg hover:text-ink aria-[current]:bg-accent-bg aria-[current]:font-semibold aria-[current]:text-accent"
          >
            <Icon aria-hidden size={17} className="shrink-0" />
            {name}
          </Link>
        ))}
      </nav>
      {chosen ? (
        <section aria-labelledby="settings-section" className="min-w-0">
          <h2 id="settings-section" className="mb-2 text-xl">
            {chosen.name}
          </h2>
          {chosen.content}
        </section>
      ) : null}
    </div>
  )
}

function People(props: { mayChange: boolean }) {
  return (
    <>
      <Members {...props} />
      <Extensions {...props} />
    </>
  )
}

function Desks(props: { mayChange: boolean; mayLead: boolean }) {
  return (
    <Suspense>
      <DeskSettings {...props} />
    </Suspense>
  )
}

/** What this person may see; appearance is everybody's. */
function useSections(roles: readonly Role[]): Section[] {
  const words = useMessages(webMessages)
  const access = useMessages(accessMessages).words
  const isAdmin = roles.includes('admin')
  const isLeader = isAdmin || roles.includes('supervisor')
  const own = {
    id: 'appearance',
    name: words.appearance.title,
    icon: Palette,
    content: <Appearance />,
  }
  const everybody = [
    {
      id: 'calendar',
      name: access.organisation.title,
      icon: CalendarDays,
      content: <OrganisationForm mayChange={isAdmin} />,
    },
    {
      id: 'members',
      name: access.members.title,
      icon: UsersRound,
      content: <People mayChange={isLeader} />,
    },
    {
      id: 'clocks',
      name: useMessages(definitionsMessages).words.title,
      icon: Hourglass,
      content: <Definitions mayChange={isAdmin} />,
    },
    {
      id: 'desks',
      name: useMessages(desksMessages).words.settings.title,
      icon: Gauge,
      content: <Desks mayChange={isAdmin} mayLead={isLeader} />,
    },
    {
      id: 'remedies',
      name: useMessages(remediesMessages).words.title,
      icon: ScrollText,
      content: <RuleTable mayChange={isAdmin} />,
    },
    {
      id: 'mail',
      name: useMessages(mailMessages).words.waiting,
      icon: Inbox,
      content: <WaitingMail mayBring={desk.some((role) => roles.includes(role))} />,
    },
  ]
  const leaders = useLeaderSections(isAdmin)
  const administrators = useAdministratorSections()
  if (isAdmin) return [...everybody, ...leaders, ...administrators, own]
  return isLeader ? [...everybody, ...leaders, own] : [...everybody, own]
}

function useLeaderSections(isAdmin: boolean): Section[] {
  return [
    {
      id: 'letters',
      name: useMessages(letterSettingsMessages).words.title,
      icon: MailCheck,
      content: (
        <div className="flex flex-col gap-8">
          <LetterSettings mayChange={isAdmin} />
          <SigningKeys mayChange={isAdmin} />
        </div>
      ),
    },
    {
      id: 'playbooks',
      name: useMessages(playbooksMessages).words.title,
      icon: BookOpenText,
      content: (
        <>
          <PlaybookFiles />
          <Playbooks mayChange={isAdmin} />
        </>
      ),
    },
  ]
}

function useAdministratorSections(): Section[] {
  return [
    {
      id: 'form',
      name: useMessages(formSettingsMessages).words.title,
      icon: FilePen,
      content: (
        <Suspense>
          <FormSettings />
        </Suspense>
      ),
    },
    {
      id: 'import',
      name: useMessages(importMessages).words.title,
      icon: FileInput,
      content: imports,
    },
    {
      id: 'mailboxes',
      name: useMessages(mailboxesMessages).words.title,
      icon: Mailbox,
      content: <Mailboxes />,
    },
    {
      id: 'chat',
      name: useMessages(chatMessages).words.settings.title,
      icon: MessageCircle,
      content: (
        <Suspense>
          <ChatSettings />
        </Suspense>
      ),
    },
    {
      id: 'company-words',
      name: useMessages(companyWordsMessages).words.title,
      icon: MessageSquareQuote,
      content: <CompanyWords />,
    },
    {
      id: 'keys',
      name: useMessages(keysMessages).words.title,
      icon: KeyRound,
      content: <ApiKeys />,
    },
    {
      id: 'webhooks',
      name: useMessages(webhooksMessages).words.title,
      icon: Webhook,
      content: <Webhooks />,
    },
    {
      id: 'integrity',
      name: useMessages(checkpointsMessages).words.title,
      icon: ShieldCheck,
      content: <Integrity />,
    },
    {
      id: 'readings',
      name: useMessages(auditMessages).words.title,
      icon: Eye,
      content: <Readings />,
    },
  ]
}
