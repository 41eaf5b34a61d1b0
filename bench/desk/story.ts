import { demandKinds } from '#features/complaints/contract.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import type { Dice } from './dice.ts'
import { planted } from './searches.ts'
import { complaintAbout, productOf, remark, wish } from './words.ts'

export type Happened = {
  readonly dice: Dice
  readonly index: number
  readonly receivedMs: number
  readonly newId: () => string
  readonly isOpen: boolean
  readonly customer: { readonly name: string; readonly phone: string; readonly customerId: string }
}

type Members = readonly { readonly id: string; readonly name: string }[]

const channels = ['phone', 'mail', 'web-form', 'counter', 'letter', 'chat'] as const
const causes = ['defect', 'expectation', 'attitude', 'misunderstanding', 'emotion'] as const
const severities = ['low', 'medium', 'high', 'critical'] as const

/** Eight entries: received, taken, asked, answered, assessed, understood, and closed unless it is still open. */
export function story(
  { members, rows }: { readonly members: Members; readonly rows: number },
  happened: Happened,
): ComplaintEvent[] {
  const { dice, newId, isOpen } = happened
  const owner = members[dice.zipf(members.length)] ?? { id: '', name: '' }
  const kind = demandKinds[dice.zipf(demandKinds.length)] ?? 'other'
  const cause = causes[dice.zipf(causes.length)] ?? 'defect'
  const found = { cause, detail: '', answeringFunction: 'product' } as const
  return [
    received(happened, rows),
    isOpen && dice.below(3) === 0
      ? noted('internal', remark(dice))
      : { type: 'complaints.assigned', payload: { memberId: owner.id, memberName: owner.name } },
    noted('customer', remark(dice)),
    { type: 'complaints.demand-made', payload: { demandId: newId(), kind, words: wish(dice) } },
    noted('operator', wish(dice)),
    assessed(dice),
    { type: 'complaints.cause-found', payload: found },
    isOpen ? noted('operator', remark(dice)) : closed,
  ]
}

function received({ dice, index, receivedMs, customer }: Happened, rows: number): ComplaintEvent {
  const product = productOf(dice)
  const year = new Date(receivedMs).getUTCFullYear() % 100
  return {
    type: 'complaints.received',
    payload: {
      number: `U${year}-${String(index + 1).padStart(7, '0')}`,
      channel: channels[dice.zipf(channels.length)] ?? 'phone',
      words: `${complaintAbout(dice, product, 240)}${planted(index, rows)}`,
      receivedAt: new Date(receivedMs).toISOString(),
      customer,
      details: {
        product,
        orderNumber: `OR-${100_000 + index}`,
        price: 980 + dice.below(300) * 100,
      },
    },
  }
}

const closed: ComplaintEvent = {
  type: 'complaints.closed',
  payload: { outcome: 'resolved', agreement: { words: 'それでお願いします' }, reason: null },
}

function assessed(dice: Dice): ComplaintEvent {
  const severity = severities[dice.zipf(severities.length)] ?? 'low'
  const isSafety = dice.below(50) === 0
  return { type: 'complaints.assessed', payload: { severity, isSafety, reason: '聞いたとおり' } }
}

function noted(speaker: 'customer' | 'operator' | 'internal', text: string): ComplaintEvent {
  return { type: 'complaints.noted', payload: { speaker, text, cues: [] } }
}
