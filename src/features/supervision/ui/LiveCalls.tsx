import { Phone } from 'lucide-react'
import { useState } from 'react'
import { readViewer } from '#features/access/contract.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { boardMessages } from '../board/messages.ts'
import type { BoardCall } from '../contract.ts'
import { withSign, type Sign } from '../rules.ts'
import { CallCard } from './parts/CallCard.tsx'
import { SignFilter } from './parts/SignFilter.tsx'
import { useBoard, useBoardKeptUp } from './parts/useBoard.ts'

type CueName = (code: string) => string

/** So many can be taken in without choosing among them. */
const atAGlance = 12

/** Every call that is going on. They keep their places: the longest first, and what glows glows where it stands. */
export function LiveCalls({ cueName }: { cueName: CueName }) {
  const { board: words } = useMessages(boardMessages).words
  const board = useBoard()
  useBoardKeptUp()
  return (
    <Answering answer={board} skeletonLines={6}>
      {({ calls }) =>
        calls.length === 0 ? (
          <div className="card">
            <EmptyState icon={Phone} title={words.noneLive}>
              {words.noneLiveDetail}
            </EmptyState>
          </div>
        ) : (
          <Calls calls={calls} cueName={cueName} />
        )
      }
    </Answering>
  )
}

function Calls({ calls, cueName }: { calls: readonly BoardCall[]; cueName: CueName }) {
  const { board: words } = useMessages(boardMessages).words
  const viewer = useAnswer(readViewer, {})
  const ownId = viewer.state === 'ready' ? viewer.value.memberId : null
  const [sign, setSign] = useState<Sign>('all')
  const isCrowded = calls.length > atAGlance
  const shown = isCrowded ? withSign(calls, sign) : calls
  return (
    <>
      {isCrowded ? (
        <SignFilter calls={calls} sign={sign} onChange={setSign} cueName={cueName} />
      ) : null}
      {shown.length === 0 ? <p className="py-2 text-sm text-sub">{words.noneOfThese}</p> : null}
      <ul
        aria-label={words.live}
        // Many calls leave room for what stands below them where there is no second column.
        className={`grid grid-cols-[repeat(auto-fill,minmax(min(100%,16.5rem),1fr))] gap-3 ${isCrowded ? 'max-lg:-m-1 max-lg:max-h-[75dvh] max-lg:overflow-y-auto max-lg:p-1' : ''}`}
      >
        {shown.map((each) => (
          <CallCard
            key={each.call.id}
            board={each}
            isOwn={each.call.handlerId === ownId}
            cueName={cueName}
          />
        ))}
      </ul>
    </>
  )
}
