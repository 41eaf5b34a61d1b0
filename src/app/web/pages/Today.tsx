import { lazy, Suspense } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowRightLeft, Feather, Mailbox, MessageCircle } from 'lucide-react'
import { desk, leaders, readViewer, type Viewer } from '#features/access/contract.ts'
import { listCommitments } from '#features/commitments/contract.ts'
import { TodayPromises } from '#features/commitments/ui/TodayPromises.tsx'
import { WaitingCustomers } from '#features/complaints/ui/WaitingCustomers.tsx'
import { WaitingRequests } from '#features/escalation/ui/WaitingRequests.tsx'
import { wellbeingMessages } from '#features/wellbeing/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { useNow } from '#kit/now.ts'
import { useShortcut } from '#kit/shortcuts.ts'
import { calendarDay, clockTime } from '#kit/time.ts'
import { webMessages } from '../messages.ts'
import { usePageTitle } from '../shell/title.tsx'

const WaitingApprovals = later(() => import('#features/remedies/approvals/ui/WaitingApprovals.tsx'))
const StoppedWebhooks = later(() =>
  import('#features/webhooks/ui/StoppedWebhooks.tsx').then((m) => ({ default: m.StoppedWebhooks })),
)
const OverClocks = later(() => import('#features/assessment/clocks/ui/OverClocks.tsx'))
const TodayClocks = later(() => import('#features/assessment/clocks/ui/TodayClocks.tsx'))
const Unassessed = later(() => import('#features/assessment/ui/Unassessed.tsx'))

const OwnRelief = later(() => import('#features/harassment/ui/OwnRelief.tsx'))
const JudgementsDesk = later(() => import('#features/harassment/ui/JudgementsDesk.tsx'))
const PlanReviews = later(() => import('#features/harassment/plans/ui/PlanReviews.tsx'))
const TodayInquiries = later(() => import('#features/inquiries/asking/ui/TodayInquiries.tsx'))
const TodayProtection = later(() => import('#features/protection/ui/TodayProtection.tsx'))
const Looks = later(() => import('#features/letters/comments/ui/Looks.tsx'))
const WaitingChats = later(() => import('#features/chat/waiting/ui/WaitingChats.tsx'))
const CaseNews = later(() => import('#features/consultation/cases/ui/CaseNews.tsx'))
const CareCard = later(() => import('#features/wellbeing/ui/CareCard.tsx'))
const Notices = lazy(() => import('#features/assignment/ui/Notices.tsx'))

/** Everyone's first page: my promises by the hour, who waits for me, and nothing else. */
export default function Today() {
  const words = useMessages(webMessages)
  const viewer = useAnswer(readViewer, {})
  usePageTitle(words.today)
  return (
    <Answering answer={viewer}>
      {(value) => (
        <div className="mx-auto grid max-w-6xl gap-x-10 gap-y-8 p-4 sm:p-8 lg:grid-cols-[minmax(0,1fr)_23rem]">
          <Greeting viewer={value} />
          <Suspense>
            <CareCard />
          </Suspense>
          {value.roles.includes('admin') ? (
            <Suspense>
              <StoppedWebhooks className="lg:col-span-2" />
            </Suspense>
          ) : null}
          <Suspense>
            <OverClocks isLeader={isLeader(value)} className="lg:col-span-2" />
          </Suspense>
          {desk.some((role) => value.roles.includes(role)) ? (
            <Suspense>
              <OwnRelief className="lg:col-span-2" />
            </Suspense>
          ) : null}
          <div>
            <TodayPromises ownerId={value.memberId} />
          </div>
          <aside aria-label={words.day.waiting} className="flex flex-col gap-8">
            <Waiting viewer={value} />
          </aside>
        </div>
      )}
    </Answering>
  )
}

function isLeader({ roles }: Viewer): boolean {
  return roles.some((role) => leaders.some((leader) => leader === role))
}

function Waiting({ viewer }: { viewer: Viewer }) {
  const words = useMessages(webMessages)
  const isSupervisor = isLeader(viewer)
  return (
    <>
      <Suspense>
        <WaitingApprovals />
        <Looks />
        <WaitingChats />
      </Suspense>
      {isSupervisor ? (
        <section>
          <h2 className="mb-2 text-base">{words.escalation.title}</h2>
          <WaitingRequests empty={words.escalation.none} />
        </section>
      ) : null}
      <Suspense>
        <TodayClocks isLeader={isSupervisor} />
        <TodayInquiries memberId={viewer.memberId} isLeader={isSupervisor} />
        {viewer.roles.some((role) => role === 'supervisor' || role === 'consultation') ? (
          <TodayProtection />
        ) : null}
        {isSupervisor || viewer.roles.includes('consultation') ? (
          <JudgementsDesk memberId={viewer.memberId} />
        ) : null}
        {isSupervisor ? <PlanReviews /> : null}
        <Unassessed mine={!isSupervisor} />
        <Notices />
      </Suspense>
      <WaitingCustomers />
      <PaperLink />
      <ShiftLink />
      <ConsultationLink isDesk={viewer.roles.includes('consultation')} />
      <CareLink />
    </>
  )
}

/** What comes on paper or to the counter waits for somebody to write it down. */
function PaperLink() {
  const words = useMessages(webMessages)
  const navigate = useNavigate()
  useShortcut({
    keys: 'g l',
    label: words.paper,
    group: words.go,
    run: () => void navigate({ to: '/paper' }),
  })
  return (
    <Link
      to="/paper"
      className="tap inline-flex min-h-11 items-center gap-2 self-start text-sm text-accent underline underline-offset-4"
    >
      <Mailbox aria-hidden size={17} />
      {words.paper}
    </Link>
  )
}

/** To be found by everybody, and the same for everybody: it tells nobody whether somebody has consulted. */
function ConsultationLink({ isDesk }: { isDesk: boolean }) {
  const words = useMessages(webMessages)
  return (
    <Link
      to="/consultation/{-$caseId}"
      params={{ caseId: isDesk ? 'desk' : undefined }}
      className="tap inline-flex min-h-11 items-center gap-2 self-start text-sm text-accent underline underline-offset-4"
    >
      <MessageCircle aria-hidden size={17} />
      {words.consultation}
      {isDesk ? (
        <Suspense>
          <CaseNews />
        </Suspense>
      ) : null}
    </Link>
  )
}

/** Before going home, and when somebody is away. */
function ShiftLink() {
  const words = useMessages(webMessages)
  const navigate = useNavigate()
  useShortcut({
    keys: 'g h',
    label: words.shift,
    group: words.go,
    run: () => void navigate({ to: '/shift' }),
  })
  return (
    <Link
      to="/shift"
      className="tap inline-flex min-h-11 items-center gap-2 self-start text-sm text-accent underline underline-offset-4"
    >
      <ArrowRightLeft aria-hidden size={17} />
      {words.shift}
    </Link>
  )
}

/** For oneself alone. */
function CareLink() {
  const words = useMessages(wellbeingMessages).words
  const navigate = useNavigate()
  useShortcut({
    keys: 'g c',
    label: words.title,
    group: useMessages(webMessages).go,
    run: () => void navigate({ to: '/care' }),
  })
  return (
    <Link
      to="/care"
      className="tap inline-flex min-h-11 items-center gap-2 self-start text-sm text-accent underline underline-offset-4"
    >
      <Feather aria-hidden size={17} />
      {words.title}
    </Link>
  )
}

/** The day in one sentence. */
function Greeting({ viewer }: { viewer: Viewer }) {
  const words = useMessages(webMessages)
  const language = useLanguage()
  const now = useNow()
  const today = useAnswer(
    listCommitments,
    { query: { ownerId: viewer.memberId, limit: 100, show: 'today' } },
    { live: true },
  )
  const mine = today.state === 'ready' ? today.value.commitments : []
  const next = mine.find(({ dueAt }) => Date.parse(dueAt) > now)
  const late = mine.filter(({ dueAt }) => Date.parse(dueAt) <= now).length
  return (
    <header className="lg:col-span-2">
      <p className="text-sm text-sub">
        {calendarDay(now, now, language)}　{viewer.organisation.name}
      </p>
      <p className="word-break-phrase mt-1 min-h-10 text-lg leading-snug font-semibold sm:text-2xl">
        {today.state !== 'ready'
          ? ''
          : next
            ? words.day.next({
                count: mine.length,
                late,
                time: clockTime(next.dueAt, language),
                words: next.words,
                customer: next.customerName ?? '',
              })
            : late > 0
              ? words.day.passed({ count: late })
              : words.day.none}
      </p>
    </header>
  )
}
