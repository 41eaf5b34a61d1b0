import { ChevronDown } from 'lucide-react'
import { Field } from '#kit/Field.tsx'
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

/** The browser's own list: the one that every keyboard, screen reader and phone knows. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const words = useMessages(kitMessages)
  return (
    <Field {...props}>
      {(control) => (
        <span className="relative flex items-center">
          <select
            {...control}
            name={props.name}
            value={props.value ?? ''}
            disabled={props.isDisabled}
            autoFocus={props.autoFocus}
            onChange={(event) => {
              const chosen = props.choices.find(({ id }) => id === event.target.value)
              if (chosen) props.onChange(chosen.id)
            }}
            className={`${fieldBox} tap clamp-1 h-10 appearance-none pe-9 ${props.value === null ? 'text-sub' : ''}`}
          >
            {props.value === null ? (
              <option value="" disabled hidden>
                {props.placeholder ?? words.choose}
              </option>
            ) : null}
            {props.choices.map((choice) => (
              <option key={choice.id} value={choice.id} className="bg-raised text-ink">
                {choice.hint ? `${choice.name} · ${choice.hint}` : choice.name}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            size={16}
            className="pointer-events-none absolute end-3 text-sub"
          />
        </span>
      )}
    </Field>
  )
}
