import type { Member } from '#features/access/contract.ts'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Choices } from '#kit/Choices.tsx'
import { DayField } from '#kit/DayField.tsx'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { TimeField } from '#kit/TimeField.tsx'
import { visitBoardMessages } from '../../board/messages.ts'
import type { Plan } from '../../planning/contract.ts'
import { momentOf, tokyoParts } from './moments.ts'

type Props = { plan: Plan; change: (part: Partial<Plan>) => void }

export function PlanWhy({ plan, change }: Props) {
  const { fields } = useMessages(visitBoardMessages).words
  const [from, to] = [tokyoParts(plan.startsAt), tokyoParts(plan.backBy)]
  const moved = (day: string, begins: string, ends: string) => {
    if (day === '' || begins === '' || ends === '') return
    change({ startsAt: momentOf(day, begins), backBy: momentOf(day, ends) })
  }
  return (
    <>
      <TextArea
        label={fields.purpose}
        value={plan.purpose}
        onChange={(purpose) => change({ purpose })}
        autoFocus
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={fields.toWhom}
          value={plan.toWhom}
          onChange={(toWhom) => change({ toWhom })}
        />
        <TextField
          label={fields.address}
          value={plan.address}
          onChange={(address) => change({ address })}
        />
      </div>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <DayField
          label={fields.day}
          value={from.day}
          onChange={(day) => moved(day, from.time, to.time)}
        />
        <TimeField
          label={fields.from}
          value={from.time}
          onChange={(time) => moved(from.day, time, to.time)}
        />
        <TimeField
          label={fields.to}
          value={to.time}
          onChange={(time) => moved(from.day, from.time, time)}
        />
      </div>
      <TextArea
        label={fields.agreedWords}
        hint={fields.agreedHint}
        value={plan.agreedWords}
        onChange={(agreedWords) => change({ agreedWords })}
      />
      <TextField
        label={fields.holidayWords}
        value={plan.holidayWords}
        onChange={(holidayWords) => change({ holidayWords })}
      />
    </>
  )
}

const nobody = 'nobody'

export function PlanPeople({ plan, change, members }: Props & { members: readonly Member[] }) {
  const { words } = useMessages(visitBoardMessages)
  const going = members.filter(({ roles }) => !roles.every((role) => role === 'department'))
  return (
    <>
      <People
        label={words.visitors}
        members={going}
        chosen={plan.visitorIds}
        onChange={(visitorIds) => change({ visitorIds })}
      />
      <People
        label={words.outside}
        members={going}
        chosen={plan.outsideIds}
        onChange={(outsideIds) => change({ outsideIds })}
      />
      <Select
        label={words.watcher}
        choices={[
          { id: nobody, name: words.nobody },
          ...going.map(({ id, name }) => ({ id, name })),
        ]}
        value={plan.watcherId ?? nobody}
        onChange={(id) => change({ watcherId: id === nobody ? null : id })}
      />
    </>
  )
}

function People(props: {
  label: string
  members: readonly Member[]
  chosen: readonly string[]
  onChange: (ids: string[]) => void
}) {
  const { chosen } = props
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-sm leading-normal font-medium">{props.label}</legend>
      <div className="flex flex-wrap gap-x-4">
        {props.members.map(({ id, name }) => (
          <Checkbox
            key={id}
            isChosen={chosen.includes(id)}
            onChange={(is) =>
              props.onChange(is ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}

export function PlanPlace({ plan, change }: Props) {
  const { words } = useMessages(visitBoardMessages)
  const { fields, places } = words
  return (
    <>
      <Choices
        label={fields.place}
        choices={[
          { id: 'entrance', name: places.entrance },
          { id: 'public', name: places.public },
          { id: 'inside', name: places.inside },
        ]}
        value={plan.place}
        onChange={(place) => change({ place })}
      />
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
        <TextField
          label={fields.peopleThere}
          type="number"
          value={String(plan.peopleThere)}
          onChange={(count) => change({ peopleThere: between(count, 1, 50) })}
        />
        <TextField
          label={fields.checkIn}
          type="number"
          value={String(plan.checkInMinutes)}
          onChange={(count) => change({ checkInMinutes: between(count, 5, 120) })}
        />
        <Checkbox isChosen={plan.isHome} onChange={(isHome) => change({ isHome })}>
          {fields.isHome}
        </Checkbox>
      </div>
    </>
  )
}

function between(typed: string, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(Number(typed)) || least))
}

const lines = ['question', 'bring', 'mayPromise', 'car', 'clothes'] as const

export function PlanSafety({ plan, change }: Props) {
  const { fields } = useMessages(visitBoardMessages).words
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <TextField
        label={fields.sign}
        hint={fields.signHint}
        value={plan.sign}
        onChange={(sign) => change({ sign })}
      />
      {lines.map((name) => (
        <TextField
          key={name}
          label={fields[name]}
          value={plan[name]}
          onChange={(text) => change({ [name]: text })}
        />
      ))}
    </div>
  )
}
