import { CircleCheck, ShieldAlert } from 'lucide-react'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { visitBoardMessages } from '../../board/messages.ts'
import type { Missing } from '../../contract.ts'
import type { Risk } from '../../planning/contract.ts'

const tones = { low: 'gray', raised: 'orange', high: 'red' } as const

export function RiskBadge({ risk }: { risk: Risk }) {
  const { words } = useMessages(visitBoardMessages)
  return (
    <Badge tone={tones[risk.level]} icon={ShieldAlert}>
      {words.risks[risk.level]}
    </Badge>
  )
}

/** Why the risk is what it is, in the words of the record, and what nobody leaves without. */
export function WhatLacks({ judged }: { judged: { risk: Risk; missing: readonly Missing[] } }) {
  const { words } = useMessages(visitBoardMessages)
  const { risk, missing } = judged
  return (
    <div className="flex flex-col gap-2 text-sm">
      {risk.reasons.length > 0 ? (
        <ul aria-label={words.riskWhy} className="flex flex-wrap gap-1.5">
          {risk.reasons.map(({ reason, isGrave, words: said }) => (
            <li key={reason}>
              <Badge tone={isGrave ? 'red' : 'gray'} wraps>
                {words.reasons[reason]}
                {said ? `「${said}」` : ''}
              </Badge>
            </li>
          ))}
        </ul>
      ) : null}
      {missing.length === 0 ? (
        <p className="flex items-center gap-1.5 text-green">
          <CircleCheck aria-hidden size={16} />
          {words.ready}
        </p>
      ) : (
        <ul aria-label={words.lacks} className="list-disc ps-5 text-orange">
          {missing.map((each) => (
            <li key={each}>{words.missing[each]}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
