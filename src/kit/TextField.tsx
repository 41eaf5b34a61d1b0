import type { HTMLInputAutoCompleteAttribute, KeyboardEvent, Ref } from 'react'
import { Field } from '#kit/Field.tsx'
import { fieldBox, type FieldProps } from '#kit/fields.ts'
import { isEnter, isSend } from '#kit/keys.ts'

export type TextFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?:
    | 'text'
    | 'search'
    | 'email'
    | 'tel'
    | 'password'
    | 'url'
    | 'number'
    | 'date'
    | 'time'
  readonly placeholder?: string
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'search'
  /** Ctrl/⌘+Enter. */
  readonly onSend?: () => void
  /** Plain Enter, for searches and one-line notes only; never the Enter that ends a composition. */
  readonly onEnter?: () => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly inputRef?: Ref<HTMLInputElement>
  readonly className?: string
  readonly maxLength?: number
}

export function TextField(props: TextFieldProps) {
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          {...given(props)}
          ref={props.inputRef}
          type={props.type ?? 'text'}
          value={props.value}
          disabled={props.isDisabled}
          autoFocus={props.autoFocus}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={(event) => onKeyDown(event, props)}
          className={`${fieldBox} tap h-10 ${props.className ?? ''}`}
        />
      )}
    </Field>
  )
}

function given(props: TextFieldProps) {
  const { name, placeholder, autoComplete, inputMode, maxLength } = props
  return { name, placeholder, autoComplete: autoComplete ?? 'off', inputMode, maxLength }
}

function onKeyDown(event: KeyboardEvent<HTMLInputElement>, props: TextFieldProps) {
  props.onKeyDown?.(event)
  if (event.defaultPrevented || event.key !== 'Enter') return
  const sends = isSend(event.nativeEvent)
  // Left to the button of the page or dialog that has this shortcut.
  if (sends && !props.onSend) return
  // A form would send itself on Enter, also on the one that only chose a kanji.
  event.preventDefault()
  if (sends) props.onSend?.()
  else if (isEnter(event.nativeEvent)) props.onEnter?.()
}
