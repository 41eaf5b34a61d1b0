import { Hourglass } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { readingMessages } from '../../reading/messages.ts'
import { DeedDialog } from './DeedDialog.tsx'
import { tokyoNow, type FieldSpec, type Opened } from './fields.ts'

/** Until when the victim may accuse; what was decided. */
export function Accusations({ complaintId, opened }: { complaintId: string; opened: Opened }) {
  const { words } = useMessages(readingMessages)
  const [open, setOpen] = useState<string | null>(null)
  const { accusations } = opened.record
  const close = () => setOpen(null)
  return (
    <Section
      title={words.accusations}
      icon={Hourglass}
      tone="orange"
      count={accusations.length}
      aside={
        <Button size="small" onPress={() => setOpen('new')}>
          {words.addAccusation}
        </Button>
      }
    >
      <p className="text-sm text-sub">{words.accusationsLead}</p>
      <ul className="flex flex-col gap-2">
        {accusations.map((each) => (
          <li key={each.clockId} className="card flex flex-col gap-1 px-4 py-3 text-sm">
            <p className="font-semibold">{words.could(each)}</p>
            <p>{each.about}</p>
            <p>{words.accusationDue({ day: each.dueOn, known: each.knownOn })}</p>
            {each.settled ? (
              <p className="text-sub">
                {each.settled.outcome === 'filed' ? words.filed : words.notFiled}（{each.settled.on}
                ）{each.settled.words}
              </p>
            ) : (
              <Button size="small" className="self-start" onPress={() => setOpen(each.clockId)}>
                {words.settle}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open === 'new' ? <Begin complaintId={complaintId} opened={opened} onClose={close} /> : null}
      {open !== null && open !== 'new' ? (
        <Settle complaintId={complaintId} clockId={open} onClose={close} />
      ) : null}
    </Section>
  )
}

function Begin(props: { complaintId: string; opened: Opened; onClose: () => void }) {
  const { words } = useMessages(readingMessages)
  const { offences, checkedOn } = props.opened.lists
  const fields: readonly FieldSpec[] = [
    {
      key: 'offence',
      label: words.offence,
      hint: words.offenceHint({ day: checkedOn }),
      form: 'select',
      choices: offences.map(({ name }) => ({ id: name, name })),
    },
    { key: 'day', label: words.knownOn, form: 'day' },
    { key: 'about', label: words.about, form: 'line' },
  ]
  return (
    <DeedDialog
      complaintId={props.complaintId}
      title={words.addAccusation}
      lead={words.accusationsLead}
      fields={fields}
      start={{}}
      toDeed={({ offence = '', day = '', about = '' }) => {
        return { kind: 'begin-accusation', offence, knownOn: day, about }
      }}
      onClose={props.onClose}
    />
  )
}

function Settle(props: { complaintId: string; clockId: string; onClose: () => void }) {
  const { words } = useMessages(readingMessages)
  const choices = [
    { id: 'filed', name: words.filed },
    { id: 'not-filed', name: words.notFiled },
  ]
  const fields: readonly FieldSpec[] = [
    { key: 'outcome', label: words.outcome, form: 'choice', choices },
    { key: 'day', label: words.answeredOn, form: 'day' },
    { key: 'note', label: words.note, form: 'line', isOptional: true },
  ]
  const { clockId } = props
  return (
    <DeedDialog
      complaintId={props.complaintId}
      title={words.settle}
      fields={fields}
      start={{ day: tokyoNow(useNow()).day }}
      toDeed={({ outcome, day = '', note = '' }) => {
        const decided = outcome === 'filed' ? ('filed' as const) : ('not-filed' as const)
        return { kind: 'settle-accusation', clockId, outcome: decided, on: day, words: note }
      }}
      onClose={props.onClose}
    />
  )
}
