import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Search, WifiOff } from 'lucide-react'
import { Suspense } from 'react'
import { desk, readViewer, type Role, type Viewer } from '#features/access/contract.ts'
import { presenceChanged, readPresence } from '#features/assignment/presence/contract.ts'
import { chatMoved, chatPath, chatsPath } from '#features/chat/waiting/contract.ts'
import { listComplaints, readComplaint } from '#features/complaints/contract.ts'
import { movement, readTimeline } from '#features/complaints/timeline/contract.ts'
import { readUtterances, utteranceHeard } from '#features/complaints/utterances/contract.ts'
import { readGuidance } from '#features/guide/contract.ts'
import { listRings, readLine, ringMoved } from '#features/intake/telephony/contract.ts'
import { writingMoved, writingPaths } from '#features/letters/moving/contract.ts'
import { readWatchers, watchersChanged } from '#features/supervision/watching/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { call } from '#kit/call.ts'
import { Commander, openCommander } from '#kit/Commander.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { Keys } from '#kit/Keys.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { LiveProvider, useStreamState } from '#kit/live.tsx'
import { kitMessages } from '#kit/messages.ts'
import type { PaletteItem } from '#kit/palette.ts'
import { tellSignedIn, useSignedOut } from '#kit/session.ts'
import { Toasts } from '#kit/Toasts.tsx'
import { webMessages } from '../messages.ts'
import { AccountMenu, useAccountActions } from './AccountMenu.tsx'
import { Bell } from './Bell.tsx'
import { LiveCall } from './LiveCall.tsx'
import { isLeader, placesFor } from './navigation.ts'
import { Rail } from './Rail.tsx'
import { topActionsId, useTitle } from './title.tsx'

const ScreenPop = later(() =>
  import('#features/intake/telephony/ui/ScreenPop.tsx').then((m) => ({ default: m.ScreenPop })),
)
const CallerPlan = later(() => import('#features/harassment/plans/ui/CallerPlan.tsx'))
const ChatPop = later(() => import('#features/chat/waiting/ui/ChatPop.tsx'))
const Decisions = later(() => import('#features/harassment/ui/Decisions.tsx'))
const InquiryNews = later(() => import('#features/inquiries/asking/ui/InquiryNews.tsx'))
const AlarmTakeover = later(() => import('#features/visits/ui/AlarmTakeover.tsx'))
const Being = later(() => import('#features/assignment/ui/Being.tsx'))
const SignInForm = later(() => import('./SignInForm.tsx').then((m) => ({ default: m.SignInForm })))

export default function Shell() {
  const viewer = useAnswer(readViewer, {})
  if (viewer.state !== 'ready') return null
  return (
    <LiveProvider url="/api/events" event="movement" params={movedParams} paths={movedPaths}>
      <SkipLink />
      <div className="grid h-dvh grid-cols-[4.75rem_minmax(0,1fr)] grid-rows-[3.75rem_minmax(0,1fr)] max-sm:grid-cols-1 max-sm:grid-rows-[3.5rem_minmax(0,1fr)] max-sm:pb-16 print:block print:h-auto">
        <Rail viewer={viewer.value} />
        <TopBar viewer={viewer.value} />
        <main
          id="main"
          tabIndex={-1}
          className="relative min-h-0 overflow-auto -outline-offset-2 sm:col-start-2 print:overflow-visible"
        >
          <Outlet />
        </main>
      </div>
      <Presence />
      <Palette viewer={viewer.value} />
      <Toasts />
      <Callers viewer={viewer.value} />
      <VisitAlarms viewer={viewer.value} />
      <Suspense>
        <InquiryNews memberId={viewer.value.memberId} />
      </Suspense>
      <SignInAgain email={viewer.value.email} />
    </LiveProvider>
  )
}

/** At which complaint this page is, for everybody else who has it open. */
function Presence() {
  const complaintId = useOpenComplaint()
  return (
    <Suspense>
      <Being complaintId={complaintId} />
    </Suspense>
  )
}

function useOpenComplaint(): string | null {
  const path = useRouterState({ select: (state) => state.location.pathname })
  return /^\/complaints\/([\da-f-]{36})$/.exec(path)?.[1] ?? null
}

function movedParams(data: unknown) {
  const moved = movement.safeParse(data)
  if (!moved.success) return undefined
  const { type, complaintId, callId } = moved.data
  // A telephone that rings, somebody who comes or goes, whoever waits in a chat: lists, of no one complaint.
  if ([ringMoved, presenceChanged, chatMoved].includes(type)) return {}
  // A note changes nothing of its call; there are many.
  const isOfCall = callId !== undefined && type !== 'complaints.noted'
  return isOfCall ? { complaintId, callId } : { complaintId }
}

/** Words that are being spoken come often and move few things: only these are asked for again. */
function movedPaths(data: unknown) {
  const moved = movement.safeParse(data)
  if (!moved.success) return undefined
  const { type, cues } = moved.data
  if (type === ringMoved) return [listRings.path, readLine.path]
  if (type === presenceChanged) return [readPresence.path]
  if (type === chatMoved) return [chatPath, chatsPath]
  if (type === watchersChanged) return [readWatchers.path]
  if (type === writingMoved) return writingPaths
  if (cues === undefined) return undefined
  const heard = [readUtterances.path, readGuidance.path]
  if (type === utteranceHeard) return heard
  // Final words stand in the record, and what was heard in them may make it a matter of safety.
  const entered = [...heard, readTimeline.path]
  return cues.length > 0 ? [...entered, readComplaint.path] : entered
}

/** Somebody out there needs somebody in here, whatever page is open. */
function VisitAlarms({ viewer }: { viewer: Viewer }) {
  const helping: readonly Role[] = [...desk, 'consultation']
  if (!viewer.roles.some((role) => helping.includes(role))) return null
  return (
    <Suspense>
      <AlarmTakeover />
    </Suspense>
  )
}

/** Who wants to talk now, on whatever page one is. */
function Callers({ viewer }: { viewer: Viewer }) {
  const navigate = useNavigate()
  const openId = useOpenComplaint()
  if (!desk.some((role) => viewer.roles.includes(role))) return null
  return (
    <Suspense>
      <ScreenPop
        onStarted={(callId) => void navigate({ to: '/calls/$callId', params: { callId } })}
        beside={(customerId) => (
          <Suspense>
            <CallerPlan customerId={customerId} />
          </Suspense>
        )}
      />
      <ChatPop openId={openId} />
      <Decisions memberId={viewer.memberId} />
    </Suspense>
  )
}

function SkipLink() {
  const words = useMessages(kitMessages)
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50 focus:rounded-lg focus:bg-raised focus:px-4 focus:py-2 focus:shadow-lift"
    >
      {words.skip}
    </a>
  )
}

function TopBar({ viewer }: { viewer: Viewer }) {
  const words = useMessages(webMessages)
  return (
    <header
      data-print="off"
      className="flex items-center gap-2 border-b border-line bg-surface px-3 sm:col-start-2 sm:gap-3 sm:px-6"
    >
      <h1 className="clamp-1 min-w-0 text-lg">{useTitle()}</h1>
      <Offline />
      <div className="ms-auto flex items-center gap-1.5 sm:gap-2">
        <div id={topActionsId} className="contents" />
        <Button
          kind="quiet"
          onPress={() => openCommander('palette')}
          className="px-2.5!"
          icon={<Search aria-hidden size={18} />}
        >
          <span className="sr-only">{words.search}</span>
          <span className="max-lg:hidden">
            <Keys of="mod+k" />
          </span>
        </Button>
        <LiveCall />
        {isLeader(viewer) ? <Bell /> : null}
        <AccountMenu viewer={viewer} />
      </div>
    </header>
  )
}

function Offline() {
  const words = useMessages(webMessages)
  if (useStreamState() !== 'lost') return null
  return (
    <p
      role="status"
      className="appear-late flex items-center gap-2 rounded-full bg-orange-bg px-3 py-1 text-xs text-orange"
    >
      <WifiOff aria-hidden size={15} className="shrink-0" />
      <span className="max-sm:sr-only">{words.offline}</span>
    </p>
  )
}

function SignInAgain({ email }: { email: string }) {
  const { signIn: words } = useMessages(webMessages)
  const client = useQueryClient()
  const isOut = useSignedOut()
  const path = useRouterState({ select: (state) => state.location.pathname })
  function goOn() {
    tellSignedIn()
    void client.invalidateQueries()
  }
  return (
    <Dialog
      isOpen={isOut && path !== '/sign-in'}
      onClose={tellSignedIn}
      title={words.again}
      width="narrow"
      keepsOpen
    >
      <p className="mb-4 text-sm text-sub">{words.againHint}</p>
      <Suspense>
        <SignInForm onDone={goOn} email={email} />
      </Suspense>
    </Dialog>
  )
}

function Palette({ viewer }: { viewer: Viewer }) {
  const words = useMessages(webMessages)
  const navigate = useNavigate()
  const walks = placesFor(viewer).map((place) => ({
    id: place.to,
    name: words.goTo({ page: words[place.word] }),
    icon: place.icon,
    keys: place.keys,
    alsoCalled: place.alsoCalled,
    run: () => void navigate({ to: place.to }),
  }))
  const account = useAccountActions()
  async function find(typed: string): Promise<PaletteItem[]> {
    const found = await call(listComplaints, { query: { view: 'all', words: typed, limit: 8 } })
    if (!found.ok) return []
    return found.value.complaints.map((line) => ({
      id: line.id,
      name: words.searchComplaint({ number: line.number, customer: line.customerName ?? '' }),
      detail: line.subject,
      run: () =>
        void navigate({ to: '/complaints/$complaintId', params: { complaintId: line.id } }),
    }))
  }
  return <Commander items={[...walks, ...account]} find={find} />
}
