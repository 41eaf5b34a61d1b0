import type { LucideIcon } from 'lucide-react'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Keys } from '#kit/Keys.tsx'

export type ChoiceOf<Id extends string> = {
  readonly id: Id
  readonly name: string
  /** For the ear, when the name is only a mark. */
  readonly label?: string
  readonly icon?: LucideIcon
  readonly keys?: string
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
  return (
    <RadioGroup
      value={props.value}
      onChange={(id) => {
        const chosen = props.choices.find((choice) => choice.id === id)
        if (chosen) props.onChange(chosen.id)
      }}
      isRequired={props.isRequired ?? false}
      orientation="horizontal"
      className="flex flex-col gap-1"
    >
      <Label className={props.hidesLabel ? 'sr-only' : 'text-sm font-medium'}>{props.label}</Label>
      <div className="flex flex-wrap gap-1.5">
        {props.choices.map(({ id, name, label, icon: Icon, keys }) => (
          <Radio
            key={id}
            value={id}
            {...(label === undefined ? {} : { 'aria-label': label })}
            className={`tap inline-flex cursor-pointer items-center justify-center gap-1.5 rounded-lg border border-line bg-surface leading-tight whitespace-nowrap data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-accent data-hovered:bg-gray-bg data-selected:border-accent data-selected:bg-accent-bg data-selected:font-semibold data-selected:text-accent ${height}`}
          >
            {Icon ? <Icon aria-hidden size={15} className="shrink-0" /> : null}
            {name}
            {keys ? <Keys of={keys} /> : null}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
