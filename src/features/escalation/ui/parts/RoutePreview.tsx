import { Route as RouteIcon } from 'lucide-react'
import { useMessages } from '#kit/language.tsx'
import type { Route } from '../../routing/contract.ts'
import { routingMessages } from '../../routing/messages.ts'
import { useRouteReason } from './route-reason.ts'

/** Whom it would reach now, how and why: said before anybody is asked. */
export function RoutePreview({ route }: { route: Route }) {
  const { words } = useMessages(routingMessages)
  const reason = useRouteReason()
  const goes = route.toName
    ? words.goes[route.mode]({ name: route.toName })
    : words.goesToDesk({ name: route.deskName ?? words.leaders })
  return (
    <div aria-live="polite" className="rounded-lg border border-line px-3.5 py-2">
      <p className="flex items-center gap-2 font-semibold">
        <RouteIcon aria-hidden size={16} className="shrink-0 text-accent" />
        {goes}
      </p>
      <p className="text-sm text-sub">
        {[
          ...route.because.map(reason),
          ...(route.upAfterMinutes === null ? [] : [words.up({ minutes: route.upAfterMinutes })]),
        ].join('・')}
      </p>
    </div>
  )
}
