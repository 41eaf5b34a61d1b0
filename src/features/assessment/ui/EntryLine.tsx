import {
  BellRing,
  CalendarClock,
  CircleCheck,
  CircleX,
  ListChecks,
  RotateCcw,
  type LucideIcon,
} from 'lucide-react'
import { assessmentMessages } from '#features/assessment/messages.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { toneText, type Tone } from '#kit/Badge.tsx'
import { useLanguage } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'

const looks: Readonly<Record<string, { icon: LucideIcon; tone: Tone }>> = {
  'assessment.triage-answered': { icon: ListChecks, tone: 'gray' },
  'assessment.clock-warned': { icon: BellRing, tone: 'orange' },
  'assessment.clock-overdue': { icon: CircleX, tone: 'red' },
  'assessment.stage-done': { icon: CircleCheck, tone: 'green' },
  'assessment.stage-reopened': { icon: RotateCcw, tone: 'orange' },
}

/** What happened to a clock, as a line of the record. */
export default function EntryLine({ entry }: { entry: TimelineEntry }) {
  const language = useLanguage()
  const { icon: Icon, tone } = looks[entry.type] ?? { icon: CalendarClock, tone: 'orange' }
  const events: Readonly<Record<string, unknown>> = assessmentMessages[language].events
  const say = events[entry.type]
  return (
    <p className={`flex items-start gap-2 px-2 text-sm ${tone === 'gray' ? 'text-sub' : 'py-0.5'}`}>
      <Icon aria-hidden size={15} className={`mt-1 shrink-0 ${toneText[tone]}`} />
      <span className="min-w-0 flex-1">
        {typeof say === 'function' ? String(say(entry.payload)) : entry.type}
      </span>
      <span className="shrink-0 pt-0.5 text-2xs text-sub">
        <span className="max-sm:sr-only">{entry.byName}　</span>
        <Moment at={entry.at} />
      </span>
    </p>
  )
}
