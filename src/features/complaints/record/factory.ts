import type { ComplaintEvent, Recorded } from './contract.ts'

/** Events as a timeline: one every 30 seconds from `from`, written by one member. */
export function written(
  events: readonly ComplaintEvent[],
  from = '2026-11-24T01:00:00Z',
): Recorded[] {
  const start = Temporal.Instant.from(from)
  return events.map((event, index) => ({
    ...event,
    sequence: index + 1,
    at: start.add({ seconds: index * 30 }).toString(),
    by: 'member:00000000-0000-7000-8000-00000000aaaa',
    byName: '中村',
  }))
}

/** `anId(7)` → 00000000-0000-7000-8000-000000000007 */
export function anId(number: number): string {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

export function aCall(words: string): ComplaintEvent[] {
  return [
    {
      type: 'complaints.received',
      payload: {
        number: 'U-2026-000101',
        channel: 'phone',
        words,
        receivedAt: '2026-11-24T01:00:00Z',
        customer: {},
        details: {},
      },
    },
    {
      type: 'intake.call-started',
      payload: { callId: anId(1), direction: 'in', phone: '0312345678' },
    },
  ]
}
