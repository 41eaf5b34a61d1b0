import { Route as RouteIcon } from 'lucide-react'
import { useMessages } from '#kit/language.tsx'
import { standing, type Route, type RouteReason } from '../../routing/contract.ts'
import { routingMessages } from '../../routing/messages.ts'

/** Whom it would reach now, how and why: said before anybody is asked. */
export function RoutePreview({ route }: { route: Route }) {
  const { words } = useMessages(routingMessages)
  const reason = useReason()
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

function useReason(): (because: RouteReason) => string {
  const { why, standings } = useMessages(routingMessages).words
  return ({ kind, words = '', count = 0 }) => {
    if (kind === 'rule' || kind === 'stands-in') return why[kind]({ name: words })
    if (kind === 'fewest') return why.fewest({ count })
    if (kind === 'standing') {
      const known = standing.safeParse(words)
      return known.success ? standings[known.data] : words
    }
    return why[kind]
  }
}
