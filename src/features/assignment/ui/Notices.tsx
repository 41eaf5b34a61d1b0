import { Link } from '@tanstack/react-router'
import { ChevronRight, Timer, UserCheck } from 'lucide-react'
import { readViewer } from '#features/access/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'
import { listAbsences, type AbsenceShown } from '../absences/contract.ts'
import { listViews } from '../contract.ts'
import { desksMessages } from '../desks/messages.ts'

/** For Today and the board: for whom one stands in, what is over target, what waits for an owner. */
export default function Notices() {
  const { today: words } = useMessages(desksMessages).words
  const views = useAnswer(listViews, {}, { live: true })
  const { over, queued } = views.state === 'ready' ? views.value : { over: 0, queued: 0 }
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      <StandsIn />
      {over > 0 ? <Way isOver text={words.over({ count: over })} /> : null}
      {queued > 0 ? <Way isOver={false} text={words.queued({ count: queued })} /> : null}
    </div>
  )
}

function Way({ isOver, text }: { isOver: boolean; text: string }) {
  return (
    <Link
      to="/inbox"
      search={isOver ? { isOver: true } : { view: 'unassigned' }}
      className={`tap flex items-center gap-3 rounded-xl px-4 py-3 text-sm ${isOver ? 'bg-red-bg text-red' : 'bg-orange-bg text-orange'}`}
    >
      <Timer aria-hidden size={18} className="shrink-0" />
      <span className="flex-1">{text}</span>
      <ChevronRight aria-hidden size={16} />
    </Link>
  )
}

/** Whoever stands in for somebody is told, for as long as it lasts. */
function StandsIn() {
  const viewer = useAnswer(readViewer, {})
  const absences = useAnswer(listAbsences, {}, { live: true })
  if (viewer.state !== 'ready' || absences.state !== 'ready') return null
  const { memberId: me } = viewer.value
  return absences.value.absences
    .filter((each) => each.hasBegun && takes(each, me).length > 0)
    .map((each) => <Told key={each.id} absence={each} me={me} />)
}

function Told({ absence, me }: { absence: AbsenceShown; me: string }) {
  const { today: words } = useMessages(desksMessages).words
  const language = useLanguage()
  const now = useNow()
  const what = takes(absence, me)
    .map((part) => words[part])
    .join(language === 'ja' ? '・' : ', ')
  const until = dayAndTime(absence.untilAt, now, language)
  return (
    <p
      role="status"
      className="flex items-center gap-3 rounded-xl bg-accent-bg px-4 py-3 text-sm text-accent"
    >
      <UserCheck aria-hidden size={18} className="shrink-0" />
      {words.standsIn({ name: absence.memberName, until, what })}
    </p>
  )
}

function takes(absence: AbsenceShown, me: string) {
  return [
    ...(absence.promisesTo === me ? (['promises'] as const) : []),
    ...(absence.complaintsTo === me ? (['complaints'] as const) : []),
    ...(absence.arrivalsTo === me ? (['arrivals'] as const) : []),
  ]
}
