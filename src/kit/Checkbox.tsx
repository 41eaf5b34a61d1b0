import { useId, type ReactNode } from 'react'

export function Checkbox(props: {
  isChosen: boolean
  onChange: (isChosen: boolean) => void
  children: ReactNode
  isDisabled?: boolean
  /** The words are read out, not shown. */
  hidesLabel?: boolean
}) {
  const id = useId()
  return (
    <span className="tap inline-flex min-h-9 items-center gap-2 text-sm">
      <input
        id={id}
        type="checkbox"
        checked={props.isChosen}
        disabled={props.isDisabled}
        onChange={(event) => props.onChange(event.target.checked)}
        className="size-4.5 shrink-0 accent-(--accent)"
      />
      <label htmlFor={id} className={props.hidesLabel ? 'sr-only' : 'cursor-pointer'}>
        {props.children}
      </label>
    </span>
  )
}
