import { useState, type ReactNode } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { writeProtection, type Deed } from '../../contract.ts'
import { readingMessages } from '../../reading/messages.ts'
import { isFilled, type FieldSpec, type Values } from './fields.ts'

/** What was typed and not sent. In memory alone: this is not left behind on a shared machine. */
const typedBefore = new Map<string, Values>()

/** A small form that writes one thing into the protective record. */
export function DeedDialog(props: {
  complaintId: string
  title: string
  lead?: string
  fields: readonly FieldSpec[]
  start: Values
  toDeed: (values: Values) => Deed
  onClose: () => void
  children?: ReactNode
}) {
  const { words } = useMessages(readingMessages)
  const { complaintId, fields, title } = props
  const key = `${complaintId}/${title}`
  const [values, setValues] = useState<Values>(() => typedBefore.get(key) ?? props.start)
  const command = useCommand(writeProtection)
  const isReady = fields.every((field) => isFilled(field, values))
  function change(name: string, text: string) {
    const next = { ...values, [name]: text }
    typedBefore.set(key, next)
    setValues(next)
  }
  async function send() {
    if (!isReady) return
    const body = { deed: props.toDeed(values) }
    const answered = await command.send({ params: { complaintId }, body })
    if (!answered.ok) return
    typedBefore.delete(key)
    showToast({ text: words.saved, tone: 'done' })
    props.onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={title}
      keepsOpen
      actions={
        <SendButtons
          label={words.save}
          onSend={() => void send()}
          onClose={props.onClose}
          isBusy={command.isSending}
          isDisabled={!isReady}
        />
      }
    >
      <div className="flex flex-col gap-4">
        {props.lead ? <p className="text-sm text-sub">{props.lead}</p> : null}
        {fields.map((field, index) => (
          <OneField
            key={field.key}
            field={field}
            value={values[field.key] ?? ''}
            onChange={(text) => change(field.key, text)}
            isFirst={index === 0}
          />
        ))}
        {props.children}
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}

function OneField(props: {
  field: FieldSpec
  value: string
  onChange: (text: string) => void
  isFirst: boolean
}) {
  const { field, value, onChange, isFirst } = props
  const { label, hint, choices = [] } = field
  const hinted = hint === undefined ? { label } : { label, hint }
  switch (field.form) {
    case 'text':
      return <TextArea {...hinted} value={value} onChange={onChange} autoFocus={isFirst} />
    case 'day':
      return <DayField label={label} value={value} onChange={onChange} />
    case 'select':
      return (
        <Select
          {...hinted}
          choices={choices}
          value={value === '' ? null : value}
          onChange={onChange}
        />
      )
    case 'choice':
      return <Choices label={label} choices={choices} value={value} onChange={onChange} />
    case 'line':
    case 'time':
      return <TextField {...hinted} value={value} onChange={onChange} autoFocus={isFirst} />
  }
}
