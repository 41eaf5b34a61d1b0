import { Check, ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { fieldBox, type FieldProps } from '#kit/fields.ts'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'

export type Choice<Id extends string> = {
  readonly id: Id
  readonly name: string
  readonly hint?: string
}

export type SelectProps<Id extends string> = FieldProps & {
  readonly choices: readonly Choice<Id>[]
  readonly value: Id | null
  readonly onChange: (id: Id) => void
  readonly placeholder?: string
}

export function Select<Id extends string>(props: SelectProps<Id>) {
  const words = useMessages(kitMessages)
  return (
    <AriaSelect
      value={props.value}
      onChange={(key) => {
        const chosen = props.choices.find((choice) => choice.id === key)
        if (chosen) props.onChange(chosen.id)
      }}
      isDisabled={props.isDisabled ?? false}
      isInvalid={Boolean(props.error)}
      isRequired={props.isRequired ?? false}
      placeholder={props.placeholder ?? words.choose}
      className="flex flex-col gap-1"
    >
      <Label
        className={props.hidesLabel ? 'sr-only' : 'flex items-baseline gap-2 text-sm font-medium'}
      >
        {props.label}
        {props.isRequired ? <span className="text-xs text-red">{words.required}</span> : null}
      </Label>
      <Button className={`${fieldBox} tap flex h-10 items-center justify-between gap-2 text-start`}>
        <SelectValue className="clamp-1 data-placeholder:text-sub" />
        <ChevronDown aria-hidden size={16} className="shrink-0 text-sub" />
      </Button>
      {props.hint ? (
        <Text slot="description" className="text-xs text-sub">
          {props.hint}
        </Text>
      ) : null}
      {props.error ? (
        <Text slot="errorMessage" className="text-sm text-red">
          {props.error}
        </Text>
      ) : null}
      <Popover className="max-h-80 w-(--trigger-width) min-w-44 overflow-auto rounded-lg border border-line bg-raised p-1 shadow-lift">
        <ListBox items={props.choices} className="outline-none">
          {(choice) => <Option choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

function Option({ choice }: { choice: Choice<string> }) {
  return (
    <ListBoxItem
      id={choice.id}
      textValue={choice.name}
      className="tap flex min-h-9 cursor-default items-center gap-2 rounded-md px-2.5 text-sm outline-none data-focused:bg-accent-bg data-focused:text-accent"
    >
      {({ isSelected }) => (
        <>
          <span className="w-4 shrink-0 text-accent">
            {isSelected ? <Check aria-hidden size={16} /> : null}
          </span>
          <span className="flex-1">
            {choice.name}
            {choice.hint ? <span className="block text-xs text-sub">{choice.hint}</span> : null}
          </span>
        </>
      )}
    </ListBoxItem>
  )
}
