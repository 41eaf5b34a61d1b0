import { useState } from 'react'
import { readViewer } from '#features/access/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import { useNow } from '#kit/now.ts'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { planAbsence } from '../../absences/contract.ts'
import type { MemberProfile } from '../../contract.ts'
import { desksMessages } from '../../desks/messages.ts'

const nobody = 'nobody'
const takers = ['promisesTo', 'complaintsTo', 'arrivalsTo'] as const
type Takers = Record<(typeof takers)[number], string | null>

/** From which day to which, and who takes promises, complaints and arrivals. */
export default function AbsenceDialog(props: {
  members: readonly MemberProfile[]
  mayLead: boolean
  onClose: () => void
}) {
  const { settings: words } = useMessages(desksMessages).words
  const kit = useMessages(kitMessages)
  const viewer = useAnswer(readViewer, {})
  const me = viewer.state === 'ready' ? viewer.value.memberId : null
  const [who, setWho] = useState<string | null>(null)
  const [absenceId] = useState(() => browserIds.next())
  const [days, setDays] = useState({ fromOn: '', untilOn: '' })
  const [to, setTo] = useState<Takers>({ promisesTo: null, complaintsTo: null, arrivalsTo: null })
  const command = useCommand(planAbsence)
  const memberId = who ?? me
  const now = useNow()
  const people = props.members.map(({ memberId: id, name }) => ({ id, name }))
  const names = { promisesTo: words.stays, complaintsTo: words.proposed, arrivalsTo: words.byRule }

  async function plan() {
    if (!memberId || !days.fromOn || !days.untilOn) return
    const isToday = days.fromOn === dayKey(now)
    const fromAt = isToday ? new Date(now).toISOString() : `${days.fromOn}T00:00:00+09:00`
    const until = Date.parse(`${days.untilOn}T00:00:00+09:00`) + 86_400_000
    const body = { memberId, fromAt, untilAt: new Date(until).toISOString(), ...to }
    const answered = await command.send({ params: { absenceId }, body })
    if (!answered.ok) return
    showToast({ text: words.saved, tone: 'done' })
    props.onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.addAbsence}
      keepsOpen
      actions={
        <>
          <Button onPress={props.onClose}>{kit.cancel}</Button>
          <Button
            kind="primary"
            isDisabled={!days.fromOn || !days.untilOn}
            isBusy={command.isSending}
            onPress={() => void plan()}
          >
            {words.save}
          </Button>
        </>
      }
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={words.who}
          choices={props.mayLead ? people : people.filter(({ id }) => id === me)}
          value={memberId}
          onChange={setWho}
        />
        <span className="max-sm:hidden" />
        <TextField
          label={words.fromOn}
          type="date"
          value={days.fromOn}
          onChange={(fromOn) => setDays({ ...days, fromOn })}
        />
        <TextField
          label={words.untilOn}
          type="date"
          value={days.untilOn}
          onChange={(untilOn) => setDays({ ...days, untilOn })}
        />
        {takers.map((part) => (
          <Select
            key={part}
            label={words[part]}
            choices={[
              { id: nobody, name: names[part] },
              ...people.filter(({ id }) => id !== memberId),
            ]}
            value={to[part] ?? nobody}
            onChange={(id) => setTo({ ...to, [part]: id === nobody ? null : id })}
          />
        ))}
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
