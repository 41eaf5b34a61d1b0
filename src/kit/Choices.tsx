import { useId } from 'react'

/** A few choices of which one holds, all visible. */
export function Choices<Id extends string>(props: {
  label: string
  choices: readonly { readonly id: Id; readonly name: string }[]
  chosen: Id | null
  onChoose: (id: Id) => void
  hidesLabel?: boolean
}) {
  const name = useId()
  return (
    <fieldset>
      <legend className={props.hidesLabel ? 'sr-only' : 'mb-1 text-sm font-medium'}>
        {props.label}
      </legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {props.choices.map((choice) => (
          <label
            key={choice.id}
            className="tap inline-flex min-h-9 cursor-pointer items-center gap-2 text-sm"
          >
            <input
              type="radio"
              name={name}
              checked={choice.id === props.chosen}
              onChange={() => props.onChoose(choice.id)}
              className="size-4.5 accent-(--accent)"
            />
            {choice.name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
