import type { DeskFields, ProfileFields } from '#features/assignment/contract.ts'
import type { TargetRow } from '#features/assignment/targets/contract.ts'
import type { StaffKey } from './people.ts'

type CastDesk = Pick<DeskFields, 'name' | 'skills' | 'assignsAtArrival'> & {
  readonly members: readonly StaffKey[]
  /** Closed at noon; else the hours of the company alone. */
  readonly restsAtNoon: boolean
}

/** Who sits where. Owners are chosen by hand: what arrives in the demo waits for whoever tries it. */
export const desks = {
  phone: {
    name: '電話・窓口',
    members: ['matsui', 'kobayashi', 'sasaki'],
    skills: ['phone', 'counter', 'visit'].map((word) => ({ kind: 'channel', word })),
    assignsAtArrival: false,
    restsAtNoon: false,
  },
  written: {
    name: 'メール・Web',
    members: ['kawabata', 'kobayashi', 'sasaki'],
    skills: ['mail', 'web-form', 'letter', 'chat', 'review'].map((word) => ({
      kind: 'channel',
      word,
    })),
    assignsAtArrival: false,
    restsAtNoon: true,
  },
} as const satisfies Record<string, CastDesk>

const product = (word: string) => ({ kind: 'product' as const, word })

/** What they know, and how many open complaints they carry well. */
export const profiles: readonly (ProfileFields & { readonly of: StaffKey })[] = [
  { of: 'matsui', skills: [product('炭酸水'), product('瓶')], carries: 10, hours: null },
  { of: 'kobayashi', skills: [product('冷凍'), product('定期便')], carries: 14, hours: null },
  {
    of: 'kawabata',
    skills: [product('鍋'), product('アレルギー'), { kind: 'language', word: 'en' }],
    carries: 18,
    hours: { workdays: [1, 2, 3, 4, 5], opens: '09:00', closes: '16:00' },
  },
  { of: 'sasaki', skills: [{ kind: 'cause', word: 'attitude' }], carries: 6, hours: null },
]

const hours = (count: number) => count * 60
const anything = { deskId: null, channel: null, severity: null } as const

/** In minutes of open time: what is grave comes first, a review may wait until somebody has found out what happened. */
export const targets: readonly TargetRow[] = [
  { ...anything, severity: 'critical', first: hours(4), next: hours(8), resolution: hours(40) },
  { ...anything, severity: 'high', first: hours(8), next: hours(24), resolution: hours(80) },
  { ...anything, channel: 'review', first: hours(48), next: hours(48), resolution: hours(160) },
  { ...anything, first: hours(16), next: hours(24), resolution: hours(120) },
]
