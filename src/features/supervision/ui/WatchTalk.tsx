import { MessageCircle, NotebookPen, Quote, UserRound } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { readUtterances } from '#features/complaints/utterances/contract.ts'
import type { Cue } from '#features/language/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { boardMessages } from '../board/messages.ts'
import { talkOf, type TalkLine } from '../talk/rules.ts'
import { CueChips } from './parts/CueChips.tsx'
import { useEntries } from './parts/useCallTimeline.ts'

type Line = TalkLine & { readonly isProvisional?: boolean }

/** What is said and written down, as it comes; the newest at the bottom. */
export function WatchTalk(props: {
  complaintId: string
  callId: string
  mark: (text: string, cues: readonly Cue[]) => ReactNode
  cueName: (code: string) => string
}) {
  const { watch } = useMessages(boardMessages).words
  const lines = useLines(props.complaintId, props.callId)
  const end = useRef<HTMLDivElement>(null)
  const last = lines.at(-1)
  const news = `${lines.length} ${last?.text ?? ''}`
  useEffect(() => {
    end.current?.scrollTo({ top: end.current.scrollHeight })
  }, [news])
  return (
    <section aria-label={watch.talk} className="flex min-h-0 flex-1 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-base">{watch.talk}</h2>
        <CueChips cues={counted(lines)} cueName={props.cueName} />
      </div>
      <div
        ref={end}
        role="log"
        aria-live="off"
        aria-label={watch.talk}
        tabIndex={0}
        className="card min-h-32 flex-1 overflow-y-auto p-3 -outline-offset-2 max-lg:max-h-[50vh]"
      >
        {lines.length === 0 ? <p className="text-sm text-sub">{watch.noTalk}</p> : null}
        <ol className="flex flex-col gap-2">
          {lines.map((line) => (
            <Said key={line.id} line={line}>
              {props.mark(line.text, line.cues)}
            </Said>
          ))}
        </ol>
      </div>
    </section>
  )
}

function useLines(complaintId: string, callId: string): readonly Line[] {
  const written = talkOf(useEntries(complaintId), callId)
  const heard = useAnswer(readUtterances, { params: { complaintId }, query: {} })
  const provisional =
    heard.state === 'ready' ? heard.value.utterances.filter((u) => u.state === 'provisional') : []
  return [
    ...written,
    ...provisional.map(({ id, at, speaker, text, cues }) => ({
      id,
      at,
      kind: speaker,
      text,
      cues,
      isProvisional: true,
    })),
  ]
}

function counted(lines: readonly Line[]) {
  const counts = new Map<string, number>()
  for (const { cues } of lines)
    for (const { code } of cues) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, count]) => ({ code, count }))
}

const looks = {
  customer: { Icon: UserRound, tone: 'text-ink' },
  operator: { Icon: MessageCircle, tone: 'text-accent' },
  internal: { Icon: NotebookPen, tone: 'text-sub' },
  phrase: { Icon: Quote, tone: 'text-green' },
} as const

function Said({ line, children }: { line: Line; children: ReactNode }) {
  const { watch } = useMessages(boardMessages).words
  const { Icon, tone } = looks[line.kind]
  const who = line.kind === 'phrase' ? watch.said : watch.speakers[line.kind]
  return (
    <li className="flex items-baseline gap-2 text-base">
      <span
        className={`flex w-24 shrink-0 items-center gap-1.5 self-start pt-1 text-xs font-medium ${tone}`}
      >
        <Icon aria-hidden size={14} className="shrink-0" />
        {who}
      </span>
      <span className={`min-w-0 flex-1 wrap-anywhere ${line.isProvisional ? 'text-sub' : ''}`}>
        {children}
        {line.isProvisional ? <span className="text-xs">（{watch.provisional}）</span> : null}
      </span>
      <Moment at={line.at} className="shrink-0 text-2xs text-sub" />
    </li>
  )
}
