import { CirclePause, CirclePlay, CircleCheck } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { dayAndTime } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { desksMessages } from '../desks/messages.ts'
import { readStanding, resumeTargets, type Clock, type Standing } from '../targets/contract.ts'
import { targetsMessages } from '../targets/messages.ts'
import { ClockChip } from './parts/ClockChip.tsx'
import { spoken } from './parts/spoken.ts'

const PauseDialog = later(() => import('./parts/PauseDialog.tsx'))

/** The targets of one complaint: what is owed by when, and who is waited for. */
export default function StandingBar({ complaintId }: { complaintId: string }) {
  const standing = useAnswer(readStanding, { params: { complaintId } }, { live: true })
  if (standing.state !== 'ready' || standing.value.clocks.length === 0) return null
  return <Bar complaintId={complaintId} standing={standing.value} />
}

function Bar({ complaintId, standing }: { complaintId: string; standing: Standing }) {
  const { words } = useMessages(targetsMessages)
  const language = useLanguage()
  const { clocks, pause, opensAt, at } = standing
  const isOpen = clocks.some(({ state }) => state !== 'met')
  return (
    <section
      aria-label={words.title}
      className="yields flex flex-wrap items-center gap-x-4 gap-y-1 text-xs"
    >
      {clocks
        .filter(({ state }) => state !== 'met')
        .map((clock) => (
          <ClockChip
            key={`${clock.goal}${clock.startedAt}`}
            clock={clock}
            at={at}
            waiter={pause?.waiter.name}
          />
        ))}
      <Met clock={clocks.findLast(({ state, goal }) => state === 'met' && goal !== 'resolution')} />
      {opensAt && isOpen && !pause ? (
        <span className="text-sub">
          {words.opens({ at: dayAndTime(opensAt, Date.parse(at), language) })}
        </span>
      ) : null}
      {pause ? <span className="text-sub">{pause.reason}</span> : null}
      {isOpen ? <PauseButtons complaintId={complaintId} isPaused={pause !== null} /> : null}
    </section>
  )
}

function Met({ clock }: { clock: Clock | undefined }) {
  const { words } = useMessages(targetsMessages)
  const language = useLanguage()
  if (!clock) return null
  const late = clock.usedMinutes - clock.goalMinutes
  const { goal } = clock
  return (
    <span className="inline-flex items-center gap-1 text-sub">
      <CircleCheck aria-hidden size={13} className={late > 0 ? 'text-orange' : 'text-green'} />
      {late > 0
        ? words.metLate({ goal, time: spoken(late, language) })
        : words.met({ goal, time: spoken(clock.usedMinutes, language) })}
    </span>
  )
}

function PauseButtons({ complaintId, isPaused }: { complaintId: string; isPaused: boolean }) {
  const { pause: words } = useMessages(desksMessages).words
  const [isOpen, setOpen] = useState(false)
  const resume = useCommand(resumeTargets)
  async function goOn() {
    const body = { reason: words.resumeSaid }
    const answered = await resume.send({ params: { complaintId }, body })
    if (answered.ok) showToast({ text: words.resumed, tone: 'done' })
  }
  return (
    <>
      {isPaused ? (
        <Button
          kind="quiet"
          size="small"
          icon={<CirclePlay aria-hidden size={15} />}
          isBusy={resume.isSending}
          onPress={() => void goOn()}
        >
          {words.resume}
        </Button>
      ) : (
        <Button
          kind="quiet"
          size="small"
          label={words.title}
          icon={<CirclePause aria-hidden size={15} />}
          onPress={() => setOpen(true)}
        >
          {words.stop}
        </Button>
      )}
      <Refusal refusal={resume.refusal} />
      <Suspense>
        {isOpen ? <PauseDialog complaintId={complaintId} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  )
}
