import { Archive } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { readingMessages } from '../../reading/messages.ts'
import { DeedDialog } from './DeedDialog.tsx'
import type { FieldSpec, Opened } from './fields.ts'

/** Until when it is kept, and a person's word on it. */
export function Keeping({ complaintId, opened }: { complaintId: string; opened: Opened }) {
  const { words } = useMessages(readingMessages)
  const [isOpen, setOpen] = useState(false)
  const { keepUntil, isDecisionDue, record } = opened
  if (keepUntil === null) return null
  const choices = [
    { id: 'keep', name: words.keep },
    { id: 'erase', name: words.erase },
  ]
  const fields: readonly FieldSpec[] = [
    { key: 'what', label: words.decide, form: 'choice', choices },
    { key: 'until', label: words.keepTo, form: 'day', isOptional: true },
    { key: 'reason', label: words.reason, form: 'line' },
  ]
  return (
    <Section title={words.keeping} icon={Archive}>
      {isDecisionDue ? (
        <p role="status" className="rounded-lg bg-orange-bg px-4 py-2.5 text-sm text-orange">
          {record.isOrdinaryErased ? words.erasedOrdinary : null} {words.decisionDue}
        </p>
      ) : null}
      <p className="text-sm">{words.keepUntil({ day: keepUntil })}</p>
      {record.keeping ? (
        <p className="text-sm text-sub">
          {words.decided({ name: record.keeping.byName })}　{record.keeping.reason}
        </p>
      ) : null}
      <Button size="small" className="self-start" onPress={() => setOpen(true)}>
        {words.decide}
      </Button>
      {isOpen ? (
        <DeedDialog
          complaintId={complaintId}
          title={words.decide}
          fields={fields}
          start={{}}
          toDeed={({ what, until = '', reason = '' }) => {
            const keeps = what === 'keep'
            return { kind: 'decide-keeping', keeps, until: keeps ? until || null : null, reason }
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Section>
  )
}
