import { demandKinds } from '#features/complaints/contract.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import type { Dice } from './dice.ts'
import { remark, wish } from './words.ts'

type Member = { readonly id: string; readonly name: string }

const causes = ['defect', 'expectation', 'attitude', 'misunderstanding', 'emotion'] as const
const severities = ['low', 'medium', 'high', 'critical'] as const

/** The seven entries after the first: taken, asked, answered, assessed, understood, and closed unless it is still open. */
export function aftermathOf(
  dice: Dice,
  owner: Member,
  { isOpen, demandId }: { readonly isOpen: boolean; readonly demandId: string },
): ComplaintEvent[] {
  const kind = demandKinds[dice.zipf(demandKinds.length)] ?? 'other'
  const cause = causes[dice.zipf(causes.length)] ?? 'defect'
  const found = { cause, detail: '', answeringFunction: 'product' } as const
  return [
    isOpen && dice.below(3) === 0
      ? noted('internal', remark(dice))
      : { type: 'complaints.assigned', payload: { memberId: owner.id, memberName: owner.name } },
    noted('customer', remark(dice)),
    { type: 'complaints.demand-made', payload: { demandId, kind, words: wish(dice) } },
    noted('operator', wish(dice)),
    assessed(dice),
    { type: 'complaints.cause-found', payload: found },
    isOpen ? noted('operator', remark(dice)) : closed,
  ]
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
