import { Link } from '@tanstack/react-router'
import { Banknote, Eye, Pause, Phone, Siren } from 'lucide-react'
import { readViewer } from '#features/access/contract.ts'
import { readGuidance } from '#features/guide/contract.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { stopwatch } from '#kit/time.ts'
import { boardMessages } from '../board/messages.ts'
import type { BoardCall } from '../contract.ts'
import { CueChips } from './parts/CueChips.tsx'
import { useBoard } from './parts/useBoard.ts'

type CueName = (code: string) => string

/** Every call that is going on. They keep their places: the longest first, and what glows glows where it stands. */
export function LiveCalls({ cueName }: { cueName: CueName }) {
  const { board: words } = useMessages(boardMessages).words
  const board = useBoard()
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
          <ul
            aria-label={words.live}
            className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,16.5rem),1fr))] gap-3"
          >
            {calls.map((each) => (
              <CallCard key={each.call.id} board={each} cueName={cueName} />
            ))}
          </ul>
        )
      }
    </Answering>
  )
}

const glowing = {
  critical: 'border-red! shadow-[0_0_0_3px_var(--red-bg),0_0_18px_var(--red-bg)]',
  money: 'border-orange! shadow-[0_0_0_3px_var(--orange-bg),0_0_18px_var(--orange-bg)]',
} as const

const wayIn =
  'tap ms-auto inline-flex min-h-8 items-center gap-1.5 rounded-lg border border-line px-2.5 text-sm font-medium hover:bg-gray-bg'

function CallCard({ board, cueName }: { board: BoardCall; cueName: CueName }) {
  const viewer = useAnswer(readViewer, {})
  const ownId = viewer.state === 'ready' ? viewer.value.memberId : null
  const { board: words } = useMessages(boardMessages).words
  const { call, customerName, complaintNumber, glow, watcherNames } = board
  return (
    <li className={`card flex flex-col gap-2 p-3.5 ${glow ? glowing[glow] : ''}`}>
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p className="clamp-1 font-semibold">{call.handlerName}</p>
          <p className="clamp-1 text-sm text-sub">
            {customerName ? words.caller({ name: customerName }) : words.unknownCaller}
            <span className="ms-2" data-figures>
              {complaintNumber}
            </span>
          </p>
        </div>
        <Clock startedAt={call.startedAt} heldAt={call.heldAt} />
      </div>
      {glow ? <Glow glow={glow} /> : null}
      <CueChips cues={board.cues} cueName={cueName} />
      <Move complaintId={call.complaintId} />
      <div className="mt-auto flex min-h-8 items-center gap-2">
        {watcherNames.length > 0 ? (
          <p className="flex min-w-0 flex-1 items-center gap-1 text-xs text-sub">
            <Eye aria-hidden size={14} className="shrink-0" />
            <span className="clamp-1">{words.watchedBy({ names: watcherNames.join('、') })}</span>
          </p>
        ) : null}
        {call.handlerId === ownId ? (
          <Link to="/calls/$callId" params={{ callId: call.id }} className={wayIn}>
            <Phone aria-hidden size={15} />
            {words.toOwnCall}
          </Link>
        ) : (
          <Link
            to="/board/$callId"
            params={{ callId: call.id }}
            aria-label={words.watchNamed({ name: call.handlerName, number: complaintNumber })}
            className={wayIn}
          >
            <Eye aria-hidden size={15} />
            {words.watch}
          </Link>
        )}
      </div>
    </li>
  )
}

function Clock(props: { startedAt: string; heldAt: string | null }) {
  const { board: words } = useMessages(boardMessages).words
  const now = useNow('second')
  return (
    <div className="shrink-0 text-end">
      <p role="timer" aria-label={words.lasts} data-figures className="text-lg font-semibold">
        {stopwatch(now - Date.parse(props.startedAt))}
      </p>
      {props.heldAt ? (
        <Badge tone="orange" icon={Pause}>
          {words.held({ time: stopwatch(now - Date.parse(props.heldAt)) })}
        </Badge>
      ) : null}
    </div>
  )
}

function Glow({ glow }: { glow: NonNullable<BoardCall['glow']> }) {
  const { board: words } = useMessages(boardMessages).words
  const Icon = glow === 'critical' ? Siren : Banknote
  return (
    <p
      className={`flex items-center gap-1.5 rounded-md px-2 py-1 text-sm font-semibold ${glow === 'critical' ? 'bg-red-bg text-red' : 'bg-orange-bg text-orange'}`}
    >
      <Icon aria-hidden size={16} className="shrink-0" />
      {words.glows[glow]}
    </p>
  )
}

/** What the guide shows the operator at this moment. */
function Move({ complaintId }: { complaintId: string }) {
  const { board: words } = useMessages(boardMessages).words
  const guidance = useAnswer(readGuidance, { params: { complaintId } })
  const current = guidance.state === 'ready' ? guidance.value.current : null
  return (
    <p className="min-h-6 text-sm">
      {current ? (
        <>
          <span className="me-1.5 text-xs text-sub">{words.now}</span>
          {current.goal}
        </>
      ) : null}
    </p>
  )
}
