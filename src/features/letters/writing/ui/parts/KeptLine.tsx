import { useMessages, useLanguage } from '#kit/language.tsx'
import { clockTime } from '#kit/time.ts'
import { writingMessages } from '../../messages.ts'
import type { Shared } from './useShared.ts'

/** Where what was typed lies now: with everybody, or on this device only. */
export function KeptLine({ shared }: { shared: Shared }) {
  const { words } = useMessages(writingMessages)
  const language = useLanguage()
  const { keeping, writing, keeper } = shared
  const { state, closed } = keeping
  if (state === 'over' && closed) {
    const { byName: name } = closed
    if (closed.state === 'erased') return <>{words.erased}</>
    return <>{closed.state === 'sent' ? words.sentBy({ name }) : words.discardedBy({ name })}</>
  }
  if (state === 'away' || state === 'refused') return <>{words[state]}</>
  if (state === 'waiting') return <>{words.saving}</>
  const draft = writing?.draft
  if (!draft || keeper.local.base?.draftId !== draft.id) return null
  return <>{words.saved({ time: clockTime(draft.savedAt, language) })}</>
}
