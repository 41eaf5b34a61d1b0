import { CalendarOff, Plus } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { dayAndTime } from '#kit/time.ts'
import { endAbsence, listAbsences, type AbsenceShown } from '../../absences/contract.ts'
import type { MemberProfile } from '../../contract.ts'
import { desksMessages } from '../../desks/messages.ts'

const AbsenceDialog = later(() => import('./AbsenceDialog.tsx'))

/** Who is away, and who takes what meanwhile. */
export function Absences(props: { members: readonly MemberProfile[]; mayLead: boolean }) {
  const { settings: words } = useMessages(desksMessages).words
  const [isOpen, setOpen] = useState(false)
  const absences = useAnswer(listAbsences, {}, { live: true })
  return (
    <Section
      title={words.absences}
      icon={CalendarOff}
      aside={
        <Button size="small" icon={<Plus aria-hidden size={15} />} onPress={() => setOpen(true)}>
          {words.addAbsence}
        </Button>
      }
    >
      <p className="text-sm text-sub">{words.absencesLead}</p>
      <Answering answer={absences} skeletonLines={1}>
        {({ absences: all }) =>
          all.length === 0 ? (
            <p className="text-sm">{words.noAbsences}</p>
          ) : (
            <ul className="card divide-y divide-line-soft">
              {all.map((each) => (
                <Line key={each.id} absence={each} />
              ))}
            </ul>
          )
        }
      </Answering>
      <Suspense>
        {isOpen ? <AbsenceDialog {...props} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </Section>
  )
}

function Line({ absence }: { absence: AbsenceShown }) {
  const { settings: words } = useMessages(desksMessages).words
  const language = useLanguage()
  const now = useNow()
  const end = useCommand(endAbsence)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
      <span className="min-w-40 flex-1">
        <span className="me-2 font-semibold">{absence.memberName}</span>
        <Badge tone={absence.hasBegun ? 'orange' : 'gray'}>
          {absence.hasBegun ? words.going : words.planned}
        </Badge>
        <span className="block text-sm text-sub">
          {dayAndTime(absence.fromAt, now, language)}
          {' → '}
          {dayAndTime(absence.untilAt, now, language)}
          {absence.open > 0 ? `　${words.left({ count: absence.open })}` : ''}
        </span>
      </span>
      <Button
        size="small"
        isBusy={end.isSending}
        onPress={() => void end.send({ params: { absenceId: absence.id } })}
      >
        {words.end}
      </Button>
    </li>
  )
}
