import type { KeyboardEvent, Ref } from 'react'
import { Field } from '#kit/Field.tsx'
import { fieldBox, type FieldProps } from '#kit/fields.ts'
import { isEnter, isSend } from '#kit/keys.ts'

export type TextAreaProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly rows?: number
  /** Ctrl/⌘+Enter. Enter is a new line. */
  readonly onSend?: () => void
  /** Only for a note line while on the phone: Enter = write down, Shift+Enter = new line. */
  readonly onEnter?: () => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  readonly areaRef?: Ref<HTMLTextAreaElement>
  readonly className?: string
}

/** Grows with what is written. */
export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      {(control) => (
        <textarea
          {...control}
          ref={props.areaRef}
          name={props.name}
          placeholder={props.placeholder}
          rows={props.rows ?? 3}
          // `field-sizing: content` forgets the rows while the field is empty.
          style={{ minHeight: `calc(${props.rows ?? 3}lh + 1rem)` }}
          value={props.value}
          disabled={props.isDisabled}
          autoFocus={props.autoFocus}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={(event) => onKeyDown(event, props)}
          className={`${fieldBox} field-sizing-content max-h-[50vh] resize-y py-2 leading-relaxed ${props.className ?? ''}`}
        />
      )}
    </Field>
  )
}

function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>, props: TextAreaProps) {
  props.onKeyDown?.(event)
  if (event.defaultPrevented) return
  if (props.onSend && isSend(event.nativeEvent)) {
    event.preventDefault()
    props.onSend()
  } else if (props.onEnter && isEnter(event.nativeEvent)) {
    event.preventDefault()
    props.onEnter()
  }
}
