import { useMessages } from '#kit/language.tsx'
import { standing, type RouteReason } from '../../routing/contract.ts'
import { routingMessages } from '../../routing/messages.ts'

/** Why somebody was chosen for a request, in few words. */
export function useRouteReason(): (because: RouteReason) => string {
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
