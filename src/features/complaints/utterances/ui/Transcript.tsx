import { AudioLines } from 'lucide-react'
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { Speaker } from '#features/complaints/timeline/ui/parts/Speaker.tsx'
import { ToNewest } from '#features/complaints/timeline/ui/parts/ToNewest.tsx'
import { useStickyEnd } from '#kit/sticky-end.ts'
import type { Cue } from '#features/language/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { useStreamState } from '#kit/live.tsx'
import { useNow } from '#kit/now.ts'
import { Moment } from '#kit/Time.tsx'
import { readUtterances, type Utterance } from '../contract.ts'
import { utterancesMessages } from '../messages.ts'
import { useAnnounced } from './parts/useAnnounced.ts'

export type TranscriptProps = {
  readonly complaintId: string
  /** Only what was said in this call. */
  readonly callId?: string
  /** Only while somebody speaks; what was said stands in the record. */
  readonly isLiveOnly?: boolean
  readonly mark: (text: string, cues: readonly Cue[]) => ReactNode
  readonly cueName: (code: string) => string
  readonly className?: string
}

const liveMs = 60_000

/** What is being said, as speech-to-text hears it. Nothing at all where no speech-to-text is at work. */
export function Transcript(props: TranscriptProps) {
  const { words } = useMessages(utterancesMessages)
  const utterances = useUtterances(props.complaintId)
  const ours = utterances?.filter(
    ({ callId, state }) => !props.callId || callId === props.callId || state === 'provisional',
  )
  const spoken = useAnnounced(utterances, ({ text, cues }) =>
    words.said({ words: text, cues: cues.map(({ code }) => props.cueName(code)).join('、') }),
  )
  const now = useNow('second')
  const latest = ours?.at(-1)
  const isLive = latest !== undefined && now - Date.parse(latest.at) < liveMs
  if (!ours || !latest || (props.isLiveOnly && !isLive)) return null
  return (
    <section
      aria-label={words.title}
      className={`rounded-xl border border-line-soft bg-bg px-3 pt-1.5 pb-2 ${props.className ?? ''}`}
    >
      <header className="mb-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-sub">
        <AudioLines aria-hidden size={15} className={isLive ? 'text-accent' : ''} />
        <h2 className="font-semibold text-ink">{words.title}</h2>
        <span>{isLive ? words.live : words.quiet}</span>
        <LatestCues utterances={ours} cueName={props.cueName} />
      </header>
      <Lines utterances={props.isLiveOnly ? beingSaid(ours) : ours} mark={props.mark} />
      <p role="status" className="sr-only">
        {spoken}
      </p>
    </section>
  )
}

/** Asked for again when the line was lost: provisional words are not sent twice. */
function useUtterances(complaintId: string): readonly Utterance[] | null {
  const answer = useAnswer(readUtterances, { params: { complaintId }, query: {} })
  const stream = useStreamState()
  const opened = useEffectEvent(() => {
    if (answer.state !== 'loading') answer.again()
  })
  useEffect(() => {
    if (stream === 'open') opened()
  }, [stream])
  return answer.state === 'ready' ? answer.value.utterances : null
}

/** Where the record itself is shown beside it, only what does not stand there yet. */
function beingSaid(utterances: readonly Utterance[]): readonly Utterance[] {
  const provisional = utterances.filter(({ state }) => state === 'provisional')
  return provisional.length > 0 ? provisional : utterances.slice(-1)
}

/** The cues of the last words that had any, so that they are seen without reading. */
function LatestCues(props: {
  utterances: readonly Utterance[]
  cueName: (code: string) => string
}) {
  const { words } = useMessages(utterancesMessages)
  const recent = props.utterances.slice(-3).flatMap(({ cues }) => cues.map(({ code }) => code))
  const codes = [...new Set(recent)].slice(-4)
  if (codes.length === 0) return null
  return (
    <ul aria-label={words.heard} className="ms-auto flex flex-wrap gap-1">
      {codes.map((code) => (
        <li key={code}>
          <Badge tone="orange">{props.cueName(code)}</Badge>
        </li>
      ))}
    </ul>
  )
}

function Lines(props: {
  utterances: readonly Utterance[]
  mark: (text: string, cues: readonly Cue[]) => ReactNode
}) {
  const { words } = useMessages(utterancesMessages)
  const last = props.utterances.at(-1)
  const { scroller, isAtEnd, onScroll, toEnd } = useStickyEnd(`${last?.id} ${last?.text}`)
  return (
    <div className="relative">
      {/* Not spoken as it grows: the sentence below tells the cues. Read by keys as well. */}
      <div
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={words.log}
        tabIndex={0}
        onScroll={onScroll}
        className="max-h-14 overflow-y-auto rounded-lg px-1 -outline-offset-2 sm:max-h-18 xl:max-h-36"
      >
        <ol className="flex flex-col gap-0.5">
          {props.utterances.map((one) => (
            <Line key={one.id} utterance={one}>
              {props.mark(one.text, one.cues)}
            </Line>
          ))}
        </ol>
      </div>
      {isAtEnd ? null : <ToNewest label={words.toNewest} onPress={toEnd} className="bottom-1" />}
    </div>
  )
}

function Line({ utterance, children }: { utterance: Utterance; children: ReactNode }) {
  const { words } = useMessages(utterancesMessages)
  const isProvisional = utterance.state === 'provisional'
  return (
    <li className="flex items-baseline gap-2 text-sm">
      <Speaker speaker={utterance.speaker} />
      <span className={`min-w-0 flex-1 wrap-anywhere ${isProvisional ? 'text-sub' : ''}`}>
        {children}
        {isProvisional ? (
          <>
            <span aria-hidden className="motion-safe:animate-pulse">
              …
            </span>
            <span className="sr-only">（{words.provisional}）</span>
          </>
        ) : null}
      </span>
      <Moment at={utterance.at} className="text-2xs text-sub" />
    </li>
  )
}
