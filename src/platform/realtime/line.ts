import type { Hub, Notice } from './hub.ts'
import { eventHeaders, heartbeatMs } from './feed.ts'

const encoder = new TextEncoder()

/**
 * Server-sent events for one reader who may know that something of theirs moved, and not what: each is an empty
 * `moved`. Nothing is resumed: whoever comes back reads again.
 */
export function eventLine(
  hub: Hub,
  organisationId: string,
  isTheirs: (notice: Notice) => boolean,
): Response {
  let close = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const tell = (event: string) =>
        controller.enqueue(encoder.encode(`event: ${event}\ndata: {}\n\n`))
      const unsubscribe = hub.subscribe(organisationId, {
        notice: (notice) => void (isTheirs(notice) && tell('moved')),
        gap: () => tell('moved'),
      })
      const beating = setInterval(() => tell('beat'), heartbeatMs)
      close = () => {
        clearInterval(beating)
        unsubscribe()
      }
      tell('ready')
    },
    cancel: () => close(),
  })
  return new Response(stream, { headers: eventHeaders })
}
