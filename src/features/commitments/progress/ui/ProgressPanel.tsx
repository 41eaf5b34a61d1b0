import { Hourglass, Repeat } from 'lucide-react'
import { Suspense, useState } from 'react'
import type { z } from 'zod'
import { readProgress } from '#features/commitments/progress/contract.ts'
import { notesMessages } from '#features/commitments/notes/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { Section } from '#kit/Section.tsx'
import { Due, Moment } from '#kit/Time.tsx'

const IntervalDialog = later(() => import('./parts/IntervalDialog.tsx'))
const NoteDialog = later(() => import('./parts/NoteDialog.tsx'))
const PauseDialog = later(() => import('./parts/PauseDialog.tsx'))
const EndDialog = later(() => import('./parts/EndDialog.tsx'))

type Read = z.output<typeof readProgress.answer>
type Open = 'interval' | 'note' | 'pause' | 'end'

/** How often the customer was told to hear of us, what is due next, and one key to say that it was given. */
export default function ProgressPanel({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(notesMessages)
  const answer = useAnswer(readProgress, { params: { complaintId } })
  const [open, setOpen] = useState<Open | null>(null)
  if (answer.state !== 'ready') return null
  const { progress, isClosed } = answer.value
  if (isClosed && !progress) return null
  return (
    <Section title={words.title} icon={Repeat} tone="purple">
      {progress ? (
        <Running progress={progress} onOpen={setOpen} />
      ) : (
        <NotYet complaintId={complaintId} read={answer.value} onOpen={setOpen} />
      )}
      <Suspense>
        {open ? (
          <Opened
            complaintId={complaintId}
            read={answer.value}
            open={open}
            onClose={() => setOpen(null)}
          />
        ) : null}
      </Suspense>
    </Section>
  )
}

function Opened(props: { complaintId: string; read: Read; open: Open; onClose: () => void }) {
  const { complaintId, read, open, onClose } = props
  const { progress, departments } = read
  if (open === 'interval')
    return <IntervalDialog complaintId={complaintId} read={read} onClose={onClose} />
  if (!progress) return null
  const { commitmentId } = progress
  if (open === 'pause')
    return <PauseDialog commitmentId={commitmentId} departments={departments} onClose={onClose} />
  if (open === 'end')
    return <EndDialog complaintId={complaintId} commitmentId={commitmentId} onClose={onClose} />
  return <NoteDialog commitmentId={commitmentId} onClose={onClose} />
}

/** Nothing was written down: what we said is offered, and once put aside it stays aside. */
function NotYet(props: { complaintId: string; read: Read; onOpen: (open: Open) => void }) {
  const { words } = useMessages(notesMessages)
  const { found } = props.read
  const aside = useTextDraft(`${props.complaintId}/interval-aside`)
  const isOffered = found !== null && aside.value !== found.words
  return (
    <div className="flex flex-col gap-2 text-sm">
      {isOffered ? (
        <p className="rounded-lg border border-dashed border-purple/60 bg-purple-bg px-3 py-2">
          {words.found({ words: found.words })}
        </p>
      ) : (
        <p className="text-sub">{words.none}</p>
      )}
      <div className="flex flex-wrap gap-1.5">
        <Button
          size="small"
          kind={isOffered ? 'promise' : 'secondary'}
          onPress={() => props.onOpen('interval')}
        >
          {isOffered ? words.writeFound({ every: words.every(found) }) : words.write}
        </Button>
        {isOffered ? (
          <Button size="small" kind="quiet" onPress={() => aside.change(found.words)}>
            {words.putAside}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

type RunningProps = {
  progress: NonNullable<Read['progress']>
  onOpen: (open: Open) => void
}

function Running({ progress, onOpen }: RunningProps) {
  const { words } = useMessages(notesMessages)
  const { isBroken, pause } = progress
  return (
    <div
      className={`flex flex-col gap-2 rounded-lg border-s-4 px-3 py-2.5 text-sm ${isBroken ? 'border-red bg-red-bg' : 'border-purple bg-purple-bg'}`}
    >
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
        <strong className="text-base">{words.every(progress)}</strong>
        <span className="text-sub">{words.channels[progress.channel]}</span>
        <span className="ms-auto text-sub">{words.next}</span>
        <Due at={progress.dueAt} withDate />
      </p>
      {isBroken ? <p className="font-medium text-red">{words.broken}</p> : null}
      {pause ? (
        <p className="flex items-start gap-1.5 font-medium text-orange">
          <Hourglass aria-hidden size={15} className="mt-1 shrink-0" />
          {words.waiting(pause)}
        </p>
      ) : null}
      <p className="text-xs text-sub">
        {words.found({ words: progress.words })}
        {progress.lastAt ? (
          <>
            {words.given({ count: progress.notes })}（<Moment at={progress.lastAt} always="both" />
            ）
          </>
        ) : (
          words.notYet
        )}
      </p>
      <Deeds progress={progress} onOpen={onOpen} />
    </div>
  )
}

function Deeds({ progress, onOpen }: RunningProps) {
  const { words } = useMessages(notesMessages)
  return (
    <div className="flex flex-wrap gap-1.5">
      <Button size="small" kind="done" keys="e" onPress={() => onOpen('note')}>
        {words.note}
      </Button>
      <Button size="small" onPress={() => onOpen('pause')}>
        {words.pause}
      </Button>
      <Button size="small" kind="quiet" onPress={() => onOpen('interval')}>
        {words.change}
      </Button>
      {progress.isBroken ? null : (
        <Button size="small" kind="quiet" onPress={() => onOpen('end')}>
          {words.end}
        </Button>
      )}
    </div>
  )
}
