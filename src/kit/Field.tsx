import { useId, type ReactNode } from 'react'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import type { FieldProps } from '#kit/fields.ts'

/** Label above, hint below it, the field, and what is wrong with it in words. */
export function Field(
  props: FieldProps & {
    children: (control: {
      id: string
      'aria-describedby'?: string
      'aria-invalid'?: true
      'aria-required'?: true
    }) => ReactNode
  },
) {
  const words = useMessages(kitMessages)
  const id = useId()
  const described = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div className="flex flex-col gap-1">
      <label
        htmlFor={id}
        className={
          props.hidesLabel ? 'sr-only' : 'flex items-baseline gap-2 text-sm font-medium text-ink'
        }
      >
        {props.label}
        {props.isRequired ? (
          <span className="shrink-0 text-xs font-medium text-red">{words.required}</span>
        ) : null}
      </label>
      {props.hint ? (
        <p id={`${id}-hint`} className="text-xs text-sub">
          {props.hint}
        </p>
      ) : null}
      {props.children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(props.error ? { 'aria-invalid': true } : {}),
        ...(props.isRequired ? { 'aria-required': true } : {}),
      })}
      {props.error ? (
        <p id={`${id}-error`} role="alert" className="text-sm text-red">
          {props.error}
        </p>
      ) : null}
    </div>
  )
}
