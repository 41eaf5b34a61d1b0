import {
  BookOpenText,
  Building2,
  ShieldAlert,
  CalendarDays,
  Eye,
  Hourglass,
  FileInput,
  FilePen,
  FileText,
  Gauge,
  Feather,
  Inbox,
  Mailbox,
  MailCheck,
  MessageCircle,
  KeyRound,
  MessageSquareQuote,
  Palette,
  PhoneForwarded,
  Route,
  ScrollText,
  ShieldCheck,
  ShieldHalf,
  Stamp,
  TextQuote,
  UsersRound,
  Webhook,
  type LucideIcon,
} from 'lucide-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { desk, type Role } from '#features/access/contract.ts'
import { Extensions } from '#features/access/extensions/ui/Extensions.tsx'
import { keysMessages } from '#features/access/keys/messages.ts'
import { ApiKeys } from '#features/access/keys/ui/ApiKeys.tsx'
import { accessMessages } from '#features/access/messages.ts'
import { Members } from '#features/access/ui/Members.tsx'
import { OrganisationForm } from '#features/access/ui/OrganisationForm.tsx'
import { standardsMessages } from '#features/harassment/standards/messages.ts'
import { definitionsMessages } from '#features/assessment/definitions/messages.ts'
import { Definitions } from '#features/assessment/definitions/ui/Definitions.tsx'
import { desksMessages } from '#features/assignment/desks/messages.ts'
import { auditMessages } from '#features/audit/messages.ts'
import { Readings } from '#features/audit/ui/Readings.tsx'
import { dutiesMessages } from '#features/consultation/duties/messages.ts'
import { chatMessages } from '#features/chat/messages.ts'
import { checkpointsMessages } from '#features/complaints/checkpoints/messages.ts'
import { Integrity } from '#features/complaints/ui/Integrity.tsx'
import { routingMessages } from '#features/escalation/routing/messages.ts'
import { playbooksMessages } from '#features/guide/playbooks/messages.ts'
import { Playbooks } from '#features/guide/playbooks/ui/Playbooks.tsx'
import { PlaybookFiles } from '#features/guide/ui/PlaybookFiles.tsx'
import { planningMessages } from '#features/harassment/planning/messages.ts'
import { departmentsMessages } from '#features/inquiries/departments/messages.ts'
import { formSettingsMessages } from '#features/intake/form-settings/messages.ts'
import { importMessages } from '#features/intake/import/messages.ts'
import { mailMessages } from '#features/intake/mail/messages.ts'
import { WaitingMail } from '#features/intake/mail/ui/WaitingMail.tsx'
import { mailboxesMessages } from '#features/intake/mailboxes/messages.ts'
import { Mailboxes } from '#features/intake/mailboxes/ui/Mailboxes.tsx'
import { companyWordsMessages } from '#features/language/company-words/messages.ts'
import { CompanyWords } from '#features/language/company-words/ui/CompanyWords.tsx'
import { letterheadMessages } from '#features/letters/letterhead/messages.ts'
import { templatesMessages } from '#features/letters/templates/messages.ts'
import { letterSettingsMessages } from '#features/letters/settings/messages.ts'
import { LetterSettings } from '#features/letters/settings/ui/LetterSettings.tsx'
import { SigningKeys } from '#features/letters/signing/ui/SigningKeys.tsx'
import { remediesMessages } from '#features/remedies/messages.ts'
import { protectionSettingsMessages } from '#features/protection/settings/messages.ts'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { visitSettingsMessages } from '#features/visits/settings/messages.ts'
import { webhooksMessages } from '#features/webhooks/messages.ts'
import { Webhooks } from '#features/webhooks/ui/Webhooks.tsx'
import CareSettings from '#features/wellbeing/settings/ui/CareSettings.tsx'
import { careSettingsMessages } from '#features/wellbeing/settings/messages.ts'
import { later } from '#kit/later.ts'
import { useMessages } from '#kit/language.tsx'
import { webMessages } from '../../messages.ts'
import { Appearance } from '../../shell/Appearance.tsx'

const ApprovalSettings = later(() => import('#features/remedies/approvals/ui/ApprovalSettings.tsx'))
const Budgets = later(() => import('#features/remedies/budgets/ui/Budgets.tsx'))
const Connector = later(() => import('#features/remedies/feasibility/ui/Connector.tsx'))
const Imports = later(() =>
  import('#features/intake/import/ui/Imports.tsx').then((m) => ({ default: m.Imports })),
)
const FormSettings = later(() =>
  import('#features/intake/form-settings/ui/FormSettings.tsx').then((m) => ({
    default: m.FormSettings,
  })),
)
const PlansDesk = later(() => import('#features/harassment/plans/ui/PlansDesk.tsx'))
const Departments = later(() => import('#features/inquiries/departments/ui/Departments.tsx'))
const ChatSettings = later(() => import('#features/chat/ui/ChatSettings.tsx'))
const LetterheadSettings = later(
  () => import('#features/letters/letterhead/ui/LetterheadSettings.tsx'),
)
const Templates = later(() => import('#features/letters/templates/ui/Templates.tsx'))
const ProtectionSettings = later(() => import('#features/protection/ui/ProtectionSettings.tsx'))
const StandardsSettings = later(() => import('#features/harassment/ui/StandardsSettings.tsx'))
const VisitsSettings = later(() => import('#features/visits/ui/VisitsSettings.tsx'))
const HandOvers = later(() => import('./HandOvers.tsx'))
const Duties = later(() => import('#features/consultation/duties/ui/Duties.tsx'))
const DeskSettings = later(() => import('#features/assignment/ui/DeskSettings.tsx'))

/** What this person may do with what a section shows. */
export type May = {
  readonly change: boolean
  readonly lead: boolean
  readonly bring: boolean
  readonly protect: boolean
  readonly counsel: boolean
}

export function mayOf(roles: readonly Role[]): May {
  const change = roles.includes('admin')
  const lead = change || roles.includes('supervisor')
  const counsel = roles.includes('consultation')
  const protect = counsel || roles.includes('supervisor')
  return { change, lead, bring: desk.some((role) => roles.includes(role)), protect, counsel }
}

export type Section = {
  readonly id: string
  readonly icon: LucideIcon
  readonly useTitle: () => string
  /** Nothing: everybody may look. */
  readonly isFor?: (may: May) => boolean
  readonly content: (may: May) => ReactNode
}

const leaders = ({ lead }: May) => lead
const administrators = ({ change }: May) => change

const company: readonly Section[] = [
  {
    id: 'calendar',
    icon: CalendarDays,
    useTitle: () => useMessages(accessMessages).words.organisation.title,
    content: ({ change }) => <OrganisationForm mayChange={change} />,
  },
  {
    id: 'members',
    icon: UsersRound,
    useTitle: () => useMessages(accessMessages).words.members.title,
    content: ({ lead }) => (
      <>
        <Members mayChange={lead} />
        <Extensions mayChange={lead} />
      </>
    ),
  },
  {
    id: 'desks',
    icon: Gauge,
    useTitle: () => useMessages(desksMessages).words.settings.title,
    content: ({ change, lead }) => <DeskSettings mayChange={change} mayLead={lead} />,
  },
  {
    id: 'visits',
    icon: ShieldAlert,
    useTitle: () => useMessages(visitSettingsMessages).words.title,
    isFor: leaders,
    content: ({ change }) => <VisitsSettings mayChange={change} />,
  },
  {
    id: 'hand-over',
    icon: Route,
    useTitle: () => useMessages(routingMessages).words.settings.title,
    content: ({ change }) => <HandOvers mayChange={change} />,
  },
  {
    id: 'employer-measures',
    icon: ScrollText,
    useTitle: () => useMessages(dutiesMessages).words.title,
    isFor: ({ lead, counsel }) => lead || counsel,
    content: ({ change, counsel }) => <Duties mayKeep={change || counsel} mayAppoint={change} />,
  },
  {
    id: 'care',
    icon: Feather,
    useTitle: () => useMessages(careSettingsMessages).words.title,
    isFor: administrators,
    content: () => <CareSettings />,
  },
]

const intake: readonly Section[] = [
  {
    id: 'mail',
    icon: Inbox,
    useTitle: () => useMessages(mailMessages).words.waiting,
    content: ({ bring }) => <WaitingMail mayBring={bring} />,
  },
  {
    id: 'mailboxes',
    icon: Mailbox,
    useTitle: () => useMessages(mailboxesMessages).words.title,
    isFor: administrators,
    content: () => <Mailboxes />,
  },
  {
    id: 'form',
    icon: FilePen,
    useTitle: () => useMessages(formSettingsMessages).words.title,
    isFor: administrators,
    content: () => <FormSettings />,
  },
  {
    id: 'chat',
    icon: MessageCircle,
    useTitle: () => useMessages(chatMessages).words.settings.title,
    isFor: administrators,
    content: () => <ChatSettings />,
  },
  {
    id: 'import',
    icon: FileInput,
    useTitle: () => useMessages(importMessages).words.title,
    isFor: administrators,
    content: () => <Imports />,
  },
]

const handling: readonly Section[] = [
  {
    id: 'departments',
    icon: Building2,
    useTitle: () => useMessages(departmentsMessages).words.title,
    isFor: administrators,
    content: () => <Departments />,
  },
  {
    id: 'contact-plans',
    icon: PhoneForwarded,
    useTitle: () => useMessages(planningMessages).words.title,
    isFor: leaders,
    content: ({ change }) => <PlansDesk mayChange={change} />,
  },
  {
    id: 'playbooks',
    icon: BookOpenText,
    useTitle: () => useMessages(playbooksMessages).words.title,
    isFor: leaders,
    content: ({ change }) => (
      <>
        <PlaybookFiles />
        <Playbooks mayChange={change} />
      </>
    ),
  },
  {
    id: 'company-words',
    icon: MessageSquareQuote,
    useTitle: () => useMessages(companyWordsMessages).words.title,
    isFor: administrators,
    content: () => <CompanyWords />,
  },
  {
    id: 'remedies',
    icon: ScrollText,
    useTitle: () => useMessages(remediesMessages).words.title,
    content: () => <RulesDoor />,
  },
  {
    id: 'approvals',
    icon: Stamp,
    useTitle: () => useMessages(queueMessages).words.title,
    isFor: leaders,
    content: ({ change }) => (
      <div className="flex flex-col gap-8">
        <ApprovalSettings mayChange={change} />
        <Budgets mayChange={change} />
        {change ? <Connector /> : null}
      </div>
    ),
  },
  {
    id: 'letters',
    icon: MailCheck,
    useTitle: () => useMessages(letterSettingsMessages).words.title,
    isFor: leaders,
    content: ({ change }) => (
      <div className="flex flex-col gap-8">
        <LetterSettings mayChange={change} />
        <SigningKeys mayChange={change} />
      </div>
    ),
  },
  {
    id: 'templates',
    icon: TextQuote,
    useTitle: () => useMessages(templatesMessages).words.title,
    isFor: leaders,
    content: ({ change }) => <Templates mayChange={change} />,
  },
  {
    id: 'letterhead',
    icon: FileText,
    useTitle: () => useMessages(letterheadMessages).words.title,
    isFor: leaders,
    content: ({ change }) => <LetterheadSettings mayChange={change} />,
  },
  {
    id: 'harassment',
    icon: ShieldAlert,
    useTitle: () => useMessages(standardsMessages).words.title,
    content: ({ lead }) => <StandardsSettings mayChange={lead} />,
  },
  {
    id: 'clocks',
    icon: Hourglass,
    useTitle: () => useMessages(definitionsMessages).words.title,
    content: ({ change }) => <Definitions mayChange={change} />,
  },
]

const protection: Section = {
  id: 'protection',
  icon: ShieldHalf,
  useTitle: () => useMessages(protectionSettingsMessages).words.title,
  isFor: ({ protect }) => protect,
  content: () => <ProtectionSettings />,
}

const system: readonly Section[] = [
  {
    id: 'keys',
    icon: KeyRound,
    useTitle: () => useMessages(keysMessages).words.title,
    isFor: administrators,
    content: () => <ApiKeys />,
  },
  {
    id: 'webhooks',
    icon: Webhook,
    useTitle: () => useMessages(webhooksMessages).words.title,
    isFor: administrators,
    content: () => <Webhooks />,
  },
  {
    id: 'integrity',
    icon: ShieldCheck,
    useTitle: () => useMessages(checkpointsMessages).words.title,
    isFor: administrators,
    content: () => <Integrity />,
  },
  {
    id: 'readings',
    icon: Eye,
    useTitle: () => useMessages(auditMessages).words.title,
    isFor: administrators,
    content: () => <Readings />,
  },
]

const own: readonly Section[] = [
  {
    id: 'appearance',
    icon: Palette,
    useTitle: () => useMessages(webMessages).appearance.title,
    content: () => <Appearance />,
  },
]

/** In the order in which somebody sets up a desk. */
export const groups = { company, intake, handling: [...handling, protection], system, own } as const

/** A table needs the whole width: it has a page of its own. */
function RulesDoor() {
  const { words } = useMessages(remediesMessages)
  return (
    <>
      <p className="mb-3 text-sm text-sub">{words.lead}</p>
      <Link to="/remedies" className="font-medium text-accent underline">
        {words.open}
      </Link>
    </>
  )
}
