import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { readViewer } from '#features/access/contract.ts'
import type { Narrow } from '#features/assignment/contract.ts'
import { readComplaint, view } from '#features/complaints/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { answerKey, askAhead, RefusedError } from '#kit/answers.ts'
import { call } from '#kit/call.ts'
import { inTime } from '#kit/later.ts'
import { Broken, BrokenAlone, NotFound } from './shell/Trouble.tsx'

type InboxSearch = Partial<Narrow>

const root = createRootRouteWithContext<{ answers: QueryClient }>()({
  notFoundComponent: NotFound,
  errorComponent: BrokenAlone,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } =>
    typeof search['next'] === 'string' && search['next'].startsWith('/')
      ? { next: search['next'] }
      : {},
  component: lazyRouteComponent(() => import('./pages/SignIn.tsx')),
})

const callPage = () => import('./pages/CallMode.tsx')
const casePage = () => import('./pages/CaseDesk.tsx')
const inboxPage = () => import('./pages/Inbox.tsx')
const shell = () => import('./shell/Shell.tsx')

/** Everything behind the sign-in; who is signed in is known before a page is drawn. */
const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  errorComponent: BrokenAlone,
  component: lazyRouteComponent(shell),
  beforeLoad: async ({ context, location }) => {
    const key = answerKey(readViewer, {})
    if (context.answers.getQueryData(key)) return
    // Drawn as soon as it is known who is there; should it not come now, it is asked for again then.
    shell().catch(() => undefined)
    const viewer = await call(readViewer, {})
    if (viewer.ok) {
      context.answers.setQueryData(key, viewer.value)
      // Wherever one begins: from there it goes to the list, to a case and, at any moment, to the next call.
      for (const page of [callPage, casePage, inboxPage]) inTime(page)
    } else if (viewer.refusal.kind === 'unauthenticated')
      throw redirect({ to: '/sign-in', search: { next: location.href } })
    else throw new RefusedError(viewer.refusal)
  },
})

const home = createRoute({
  getParentRoute: () => staff,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today', replace: true })
  },
})
const today = createRoute({
  getParentRoute: () => staff,
  path: '/today',
  component: lazyRouteComponent(() => import('./pages/Today.tsx')),
})
const inbox = createRoute({
  getParentRoute: () => staff,
  path: '/inbox',
  validateSearch: (search): InboxSearch => {
    const chosen = view.safeParse(search['view'])
    const text = (name: 'words' | 'deskId' | 'ownerId' | 'mark') => {
      const value = search[name]
      return typeof value === 'string' && value !== '' ? { [name]: value } : {}
    }
    return {
      ...(chosen.success ? { view: chosen.data } : {}),
      ...text('words'),
      ...text('deskId'),
      ...text('ownerId'),
      ...text('mark'),
      ...(search['isOver'] === true ? { isOver: true } : {}),
    }
  },
  component: lazyRouteComponent(inboxPage),
})
const caseDesk = createRoute({
  getParentRoute: () => staff,
  path: '/complaints/$complaintId',
  // The record is what one comes for; the panels around it ask for two dozen things more. Pointing at a link reads nothing.
  loader: ({ context, params, preload }) => {
    if (preload) return
    askAhead(context.answers, readComplaint, { params })
    askAhead(context.answers, readTimeline, { params, query: {} })
  },
  component: lazyRouteComponent(casePage),
})
const customer = createRoute({
  getParentRoute: () => staff,
  path: '/customers/$customerId',
  component: lazyRouteComponent(() => import('./pages/Customer.tsx')),
})
const protection = createRoute({
  getParentRoute: () => staff,
  path: '/protection/$complaintId',
  component: lazyRouteComponent(() => import('./pages/Protection.tsx')),
})
const callMode = createRoute({
  getParentRoute: () => staff,
  path: '/calls/$callId',
  component: lazyRouteComponent(callPage),
})
const paper = createRoute({
  getParentRoute: () => staff,
  path: '/paper',
  component: lazyRouteComponent(() => import('./pages/Paper.tsx')),
})
const handOver = createRoute({
  getParentRoute: () => staff,
  path: '/hand-over/$complaintId',
  component: lazyRouteComponent(() => import('./pages/HandOver.tsx')),
})
const occasions = ['call', 'counter', 'visit'] as const
const policeSheet = createRoute({
  getParentRoute: () => staff,
  path: '/police-sheet/$complaintId',
  validateSearch: (
    search,
  ): { kind?: 'call' | 'counter' | 'visit'; callId?: string; isAdvice?: boolean } => {
    const kind = occasions.find((each) => each === search['kind'])
    return {
      ...(kind ? { kind } : {}),
      ...(typeof search['callId'] === 'string' ? { callId: search['callId'] } : {}),
      ...(search['isAdvice'] === true ? { isAdvice: true } : {}),
    }
  },
  component: lazyRouteComponent(() => import('./pages/PoliceSheet.tsx')),
})
const shift = createRoute({
  getParentRoute: () => staff,
  path: '/shift',
  validateSearch: (search): { part?: 'shift' | 'absence' } =>
    search['part'] === 'shift' || search['part'] === 'absence' ? { part: search['part'] } : {},
  component: lazyRouteComponent(() => import('./pages/Shift.tsx')),
})
const promises = createRoute({
  getParentRoute: () => staff,
  path: '/promises',
  validateSearch: (search): { show?: string; mine?: boolean; by?: string } => ({
    ...(typeof search['show'] === 'string' ? { show: search['show'] } : {}),
    ...(search['mine'] === true ? { mine: true } : {}),
    ...(typeof search['by'] === 'string' ? { by: search['by'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./pages/Promises.tsx')),
})
const approvals = createRoute({
  getParentRoute: () => staff,
  path: '/approvals',
  validateSearch: (search): { show?: string; request?: string } => ({
    ...(typeof search['show'] === 'string' ? { show: search['show'] } : {}),
    ...(typeof search['request'] === 'string' ? { request: search['request'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./pages/Approvals.tsx')),
})
const board = createRoute({
  getParentRoute: () => staff,
  path: '/board',
  component: lazyRouteComponent(() => import('./pages/Board.tsx')),
})
const watch = createRoute({
  getParentRoute: () => staff,
  path: '/board/$callId',
  component: lazyRouteComponent(() => import('./pages/Watch.tsx')),
})
const visits = createRoute({
  getParentRoute: () => staff,
  path: '/visits',
  component: lazyRouteComponent(() => import('./pages/Visits.tsx')),
})
const visitPoliceSheet = createRoute({
  getParentRoute: () => staff,
  path: '/visits/$visitId/police',
  component: lazyRouteComponent(() => import('./pages/VisitPoliceSheet.tsx')),
})
const reviews = createRoute({
  getParentRoute: () => staff,
  path: '/reviews',
  component: lazyRouteComponent(() => import('./pages/Reviews.tsx')),
})
const remedies = createRoute({
  getParentRoute: () => staff,
  path: '/remedies',
  component: lazyRouteComponent(() => import('./pages/Remedies.tsx')),
})
const consultation = createRoute({
  getParentRoute: () => staff,
  path: '/consultation/{-$caseId}',
  component: lazyRouteComponent(() => import('./pages/Consultation.tsx')),
})
const care = createRoute({
  getParentRoute: () => staff,
  path: '/care',
  component: lazyRouteComponent(() => import('./pages/Care.tsx')),
})
const settings = createRoute({
  getParentRoute: () => staff,
  path: '/settings',
  validateSearch: (search): { section?: string } =>
    typeof search['section'] === 'string' ? { section: search['section'] } : {},
  component: lazyRouteComponent(() => import('./pages/Settings.tsx')),
})

const lost = createRoute({ getParentRoute: () => staff, path: '$', component: NotFound })

export function makeRouter(answers: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      signIn,
      staff.addChildren([
        home,
        today,
        inbox,
        caseDesk,
        customer,
        callMode,
        protection,
        handOver,
        policeSheet,
        shift,
        paper,
        promises,
        approvals,
        board,
        watch,
        visits,
        visitPoliceSheet,
        reviews,
        remedies,
        consultation,
        care,
        settings,
        lost,
      ]),
    ]),
    context: { answers },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    scrollRestoration: true,
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NotFound,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
