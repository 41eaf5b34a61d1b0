import { useId } from 'react'

/** How much of it is done, as a bar and in words. */
export function ProgressBar(props: { label: string; said: string; done: number; total: number }) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="flex justify-between text-sm">
        <span>{props.label}</span>
        <span data-figures className="text-sub">
          {props.said}
        </span>
      </label>
      <progress
        id={id}
        max={Math.max(1, props.total)}
        value={props.done}
        className="h-2.5 w-full appearance-none overflow-hidden rounded-full bg-gray-bg [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-gray-bg [&::-webkit-progress-value]:bg-accent"
      />
    </div>
  )
}
