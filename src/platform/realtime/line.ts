import type { Hub, Notice } from './hub.ts'
import { eventHeaders, heartbeatMs } from './feed.ts'

const encoder = new TextEncoder()
const frames = {
  ready: encoder.encode('event: ready\ndata: {}\n\n'),
  moved: encoder.encode('event: moved\ndata: {}\n\n'),
  beat: encoder.encode('event: beat\ndata: {}\n\n'),
}

/**
 * Server-sent events for one reader who may know that something of theirs moved, and not what: each is an empty
 * `moved`. Nothing is resumed: whoever comes back reads again. Whoever does not read is owed one `moved`, however much
 * moves.
 */
export function eventLine(
  hub: Hub,
  organisationId: string,
  isTheirs: (notice: Notice) => boolean,
): Response {
  let close = () => {}
  let isOwed = false
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const isRead = () => (controller.desiredSize ?? 0) > 0
      const moved = () => {
        if (isRead()) controller.enqueue(frames.moved)
        else isOwed = true
      }
      const notice = (notice: Notice) => void (isTheirs(notice) && moved())
      const unsubscribe = hub.subscribe(organisationId, { notice, gap: moved })
      const rest = beatAlong(() => isRead() && controller.enqueue(frames.beat))
      close = () => [rest, unsubscribe].forEach((end) => end())
      controller.enqueue(frames.ready)
    },
    pull(controller) {
      if (isOwed) controller.enqueue(frames.moved)
      isOwed = false
    },
    cancel: () => close(),
  })
  return new Response(stream, { headers: eventHeaders })
}

const lines = new Set<() => void>()
let beating: ReturnType<typeof setInterval> | undefined

/** One clock for all lines. */
function beatAlong(beat: () => void): () => void {
  lines.add(beat)
  beating ??= setInterval(() => lines.forEach((each) => each()), heartbeatMs)
  return () => {
    lines.delete(beat)
    if (lines.size > 0) return
    clearInterval(beating)
    beating = undefined
  }
}
