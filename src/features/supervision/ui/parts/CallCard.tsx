import { Link } from '@tanstack/react-router'
import { Banknote, Eye, Pause, Phone, Siren } from 'lucide-react'
import { memo } from 'react'
import { readGuidance } from '#features/guide/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { stopwatch } from '#kit/time.ts'
import { boardMessages } from '../../board/messages.ts'
import type { BoardCall } from '../../contract.ts'
import { CueChips } from './CueChips.tsx'
import { useInSight } from './useInSight.ts'

const glowing = {
  critical: 'border-red! shadow-[0_0_0_3px_var(--red-bg),0_0_18px_var(--red-bg)]',
  money: 'border-orange! shadow-[0_0_0_3px_var(--orange-bg),0_0_18px_var(--orange-bg)]',
} as const

const wayIn =
  'tap ms-auto inline-flex min-h-8 items-center gap-1.5 rounded-lg border border-line px-2.5 text-sm font-medium hover:bg-gray-bg'

/** Drawn again only when something in this call has changed: there may be hundreds. */
export const CallCard = memo(function CallCard(props: {
  board: BoardCall
  isOwn: boolean
  cueName: (code: string) => string
}) {
  const { board, cueName } = props
  const [card, isInSight] = useInSight<HTMLLIElement>()
  const { board: words } = useMessages(boardMessages).words
  const { call, customerName, complaintNumber, glow, watcherNames } = board
  return (
    <li
      ref={card}
      className={`card flex flex-col gap-2 p-3.5 [contain-intrinsic-size:auto_10.5rem] [content-visibility:auto] ${glow ? glowing[glow] : ''}`}
    >
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
        <Clock startedAt={call.startedAt} heldAt={call.heldAt} isInSight={isInSight} />
      </div>
      {glow ? <Glow glow={glow} /> : null}
      <CueChips cues={board.cues} cueName={cueName} />
      <Move complaintId={call.complaintId} isInSight={isInSight} />
      <div className="mt-auto flex min-h-8 items-center gap-2">
        {watcherNames.length > 0 ? (
          <p className="flex min-w-0 flex-1 items-center gap-1 text-xs text-sub">
            <Eye aria-hidden size={14} className="shrink-0" />
            <span className="clamp-1">{words.watchedBy({ names: watcherNames.join('、') })}</span>
          </p>
        ) : null}
        {props.isOwn ? (
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
})

function Clock(props: { startedAt: string; heldAt: string | null; isInSight: boolean }) {
  const { board: words } = useMessages(boardMessages).words
  const now = useNow(props.isInSight ? 'second' : 'minute')
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
function Move({ complaintId, isInSight }: { complaintId: string; isInSight: boolean }) {
  const { board: words } = useMessages(boardMessages).words
  const guidance = useAnswer(readGuidance, { params: { complaintId } }, { isOff: !isInSight })
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
