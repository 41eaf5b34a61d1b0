import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id } from '#kernel/fields.ts'

/** The type of the movement that tells screens who watches. Watching is no entry of the timeline. */
export const watchersChanged = 'supervision.watchers-changed'

export const watcher = z.object({ memberId: id, name: z.string() })
export type Watcher = z.output<typeof watcher>

export const onCall = z.object({ complaintId: id, callId: id })
export const watched = z.object({ watchers: z.array(watcher) })

/** Apart from the rest of the room: every page of the staff has to know of it, and of nothing else here. */
export const readWatchers = endpoint({
  method: 'get',
  path: '/api/supervision/complaints/:complaintId/calls/:callId/watchers',
  summary: 'Who watches this call at the moment.',
  params: onCall,
  answer: watched,
})
