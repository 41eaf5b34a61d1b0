import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import { Keys } from '#kit/Keys.tsx'

export type ChoiceOf<Id extends string> = {
  readonly id: Id
  readonly name: string
  /** For the ear, when the name is only a mark. */
  readonly label?: string
  readonly icon?: LucideIcon
  readonly keys?: string
  readonly isDisabled?: boolean
}

/** A few answers side by side, one of them chosen; arrow keys move between them. */
export function Choices<Id extends string>(props: {
  label: string
  hidesLabel?: boolean
  choices: readonly ChoiceOf<Id>[]
  value: Id | null
  onChange: (id: Id) => void
  size?: 'small' | 'normal'
  isRequired?: boolean
}) {
  const height = props.size === 'small' ? 'min-h-8 text-sm px-2' : 'min-h-10 text-sm px-3.5'
  const name = useId()
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className={props.hidesLabel ? 'sr-only' : 'text-sm leading-normal font-medium'}>
        {props.label}
      </legend>
      <div className="flex flex-wrap gap-1.5">
        {props.choices.map(({ id, name: text, label, icon: Icon, keys, isDisabled }) => (
          <label
            key={id}
            className={`tap relative inline-flex cursor-pointer items-center justify-center gap-1.5 rounded-lg border border-line bg-surface leading-tight whitespace-nowrap hover:bg-gray-bg has-disabled:cursor-default has-disabled:border-dashed has-disabled:bg-transparent has-disabled:text-sub has-checked:border-accent has-checked:bg-accent-bg has-checked:font-semibold has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${height}`}
          >
            <input
              type="radio"
              name={name}
              value={id}
              checked={id === props.value}
              required={props.isRequired}
              disabled={isDisabled}
              aria-label={label}
              onChange={() => props.onChange(id)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-lg outline-none"
            />
            {Icon ? <Icon aria-hidden size={15} className="shrink-0" /> : null}
            {text}
            {keys ? <Keys of={keys} /> : null}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
