import { Megaphone } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import type { Deed } from '../../contract.ts'
import { readingMessages } from '../../reading/messages.ts'
import { DeedDialog } from './DeedDialog.tsx'
import type { FieldSpec, Opened, Values } from './fields.ts'

/** What whoever answers is told, and how it is ended. */
export function Instructions({ complaintId, opened }: { complaintId: string; opened: Opened }) {
  const { words } = useMessages(readingMessages)
  const [open, setOpen] = useState<{ ends: string | null } | null>(null)
  const now = opened.record.instructions.filter(({ endedBecause }) => endedBecause === null)
  return (
    <Section
      title={words.instructions}
      icon={Megaphone}
      tone="orange"
      aside={
        <Button size="small" onPress={() => setOpen({ ends: null })}>
          {words.addInstruction}
        </Button>
      }
    >
      <p className="text-sm text-sub">{words.instructionsLead}</p>
      <ul className="flex flex-col gap-2">
        {now.map(({ id, words: said, until }) => (
          <li key={id} className="card flex flex-wrap items-center gap-3 px-4 py-2.5 text-sm">
            <span className="min-w-40 flex-1 font-semibold">{said}</span>
            {until ? <Badge tone="gray">{until}</Badge> : null}
            <Button
              size="small"
              kind="quiet"
              label={`${words.end}：${said}`}
              onPress={() => setOpen({ ends: id })}
            >
              {words.end}
            </Button>
          </li>
        ))}
      </ul>
      {open ? (
        <Asked complaintId={complaintId} ends={open.ends} onClose={() => setOpen(null)} />
      ) : null}
    </Section>
  )
}

/** None of the usual ones. */
const other = 'other'

function Asked(props: { complaintId: string; ends: string | null; onClose: () => void }) {
  const { words } = useMessages(readingMessages)
  const { complaintId, ends, onClose } = props
  const usual = [
    ...words.usualInstructions.split('\n').map((each) => ({ id: each, name: each })),
    { id: other, name: words.otherInstruction },
  ]
  const giving: readonly FieldSpec[] = [
    { key: 'usual', label: words.instruction, form: 'choice', choices: usual, isOptional: true },
    { key: 'words', label: words.moreInstruction, form: 'line', isOptional: true },
    { key: 'until', label: words.until, form: 'day', isOptional: true },
  ]
  const ending: readonly FieldSpec[] = [{ key: 'reason', label: words.endWhy, form: 'line' }]
  return (
    <DeedDialog
      complaintId={complaintId}
      title={ends === null ? words.addInstruction : words.end}
      lead={words.instructionsLead}
      fields={ends === null ? giving : ending}
      start={{ usual: usual[0]?.id ?? '' }}
      toDeed={(values) => deedOf(ends, values)}
      onClose={onClose}
    />
  )
}

function deedOf(ends: string | null, values: Values): Deed {
  if (ends !== null)
    return { kind: 'end-instruction', instructionId: ends, reason: values['reason'] ?? '' }
  const chosen = values['usual'] === other ? '' : (values['usual'] ?? '')
  const said = [chosen, values['words'] ?? ''].filter(Boolean).join('。')
  return { kind: 'instruct', words: said, until: values['until'] || null }
}
