import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { TimeField } from '#kit/TimeField.tsx'
import { showToast } from '#kit/toasts.ts'
import { saveDepartment, type Department } from '../../contract.ts'
import { departmentsMessages } from '../../messages.ts'

const empty = {
  name: '',
  address: '',
  people: '',
  headName: '',
  headAddress: '',
  usualDays: '2',
  opens: '09:00',
  closes: '17:00',
  isOn: true,
}
type Typed = typeof empty

/** A department as it is typed; `department` null adds one. */
export function DepartmentDialog(props: { department: Department | null; onClose: () => void }) {
  const { words } = useMessages(departmentsMessages)
  const { department, onClose } = props
  const form = useForm(department, onClose)
  const { typed, change } = form
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={department ? words.editTitle : words.addTitle}
      keepsOpen
      actions={
        <SendButtons
          label={words.save}
          onSend={() => void form.save()}
          onClose={onClose}
          isBusy={form.isSaving}
          isDisabled={typed.name.trim() === '' || typed.address.trim() === ''}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <TextField label={words.name} value={typed.name} onChange={change('name')} autoFocus />
        <TextField
          label={words.address}
          type="email"
          value={typed.address}
          onChange={change('address')}
        />
        <TextArea
          label={words.people}
          hint={words.peopleHint}
          value={typed.people}
          onChange={change('people')}
        />
        <div className="grid gap-3 sm:grid-cols-3">
          <TextField
            label={words.usualDays}
            type="number"
            value={typed.usualDays}
            onChange={change('usualDays')}
          />
          <TimeField label={words.opens} value={typed.opens} onChange={change('opens')} />
          <TimeField label={words.closes} value={typed.closes} onChange={change('closes')} />
        </div>
        <p className="text-xs text-sub">{words.hoursHint}</p>
        <TextField label={words.headName} value={typed.headName} onChange={change('headName')} />
        <TextField
          label={words.headAddress}
          hint={words.headHint}
          type="email"
          value={typed.headAddress}
          onChange={change('headAddress')}
        />
        <Checkbox isChosen={typed.isOn} onChange={form.turn}>
          {words.isOn}
        </Checkbox>
        <Refusal refusal={form.refusal} />
      </div>
    </Dialog>
  )
}

function useForm(department: Department | null, onClose: () => void) {
  const { words } = useMessages(departmentsMessages)
  const [departmentId] = useState(() => department?.id ?? browserIds.next())
  const [typed, setTyped] = useState<Typed>(() => startOf(department))
  const command = useCommand(saveDepartment)
  async function save() {
    const { people, usualDays, ...fields } = typed
    const body = {
      ...fields,
      people: people.split('\n').filter((name) => name.trim() !== ''),
      usualDays: Number(usualDays) || 0,
    }
    const answered = await command.send({ params: { departmentId }, body })
    if (!answered.ok) return
    showToast({ text: words.saved({ name: answered.value.name }), tone: 'done' })
    onClose()
  }
  return {
    typed,
    change: (name: Exclude<keyof Typed, 'isOn'>) => (text: string) =>
      setTyped((before) => ({ ...before, [name]: text })),
    turn: (isOn: boolean) => setTyped((before) => ({ ...before, isOn })),
    save,
    isSaving: command.isSending,
    refusal: command.refusal,
  }
}

function startOf(department: Department | null): Typed {
  if (!department) return empty
  const { name, address, people, headName, headAddress, usualDays, opens, closes, isOn } =
    department
  const who = { name, address, headName, headAddress, people: people.join('\n') }
  return { ...who, usualDays: String(usualDays), opens, closes, isOn }
}
