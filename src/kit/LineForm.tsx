import { Check } from 'lucide-react'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import type { Refused } from '#kit/call.ts'
import { isComposing, isSend } from '#kit/keys.ts'
import { TextField, type TextFieldProps } from '#kit/TextField.tsx'

export type LineFormProps = {
  readonly label: string
  readonly hint?: string
  readonly hidesLabel?: boolean
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onSave: () => void
  readonly saveLabel: string
  readonly isSaving?: boolean
  readonly isDisabled?: boolean
  readonly refusal?: Refused | null
  readonly isRequired?: boolean
  readonly type?: TextFieldProps['type']
  readonly inputMode?: 'text' | 'numeric' | 'tel'
  /** ↑ in an empty field brings these back one by one, newest first. */
  readonly recall?: readonly string[]
  readonly autoFocus?: boolean
  /** Further fields, between the line and its button. */
  readonly children?: ReactNode
}

/** One line to fill in and a button beside it. Ctrl/⌘+Enter saves; Enter does nothing. */
export function LineForm(props: LineFormProps) {
  const isEmpty = props.value.trim() === ''
  const recalled = useRecall(props)
  const save = () => {
    if (!isEmpty && !props.isSaving && !props.isDisabled) props.onSave()
  }
  return (
    <div
      className="@container flex flex-col gap-2"
      onKeyDown={(event) => {
        if (event.defaultPrevented || !isSend(event.nativeEvent)) return
        event.preventDefault()
        save()
      }}
    >
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextField {...field(props)} onSend={save} onKeyDown={recalled} />
        </div>
        {props.children ? null : <Save {...props} isEmpty={isEmpty} save={save} />}
      </div>
      {props.children ? (
        <div className="flex flex-wrap items-end justify-between gap-2">
          <div className="flex min-w-52 flex-1 flex-col gap-2">{props.children}</div>
          <Save {...props} isEmpty={isEmpty} save={save} />
        </div>
      ) : null}
      <Refusal refusal={props.refusal ?? null} />
    </div>
  )
}

function Save(props: LineFormProps & { isEmpty: boolean; save: () => void }) {
  return (
    <Button
      label={`${props.label}：${props.saveLabel}`}
      icon={<Check aria-hidden size={16} />}
      isDisabled={props.isEmpty || (props.isDisabled ?? false)}
      isBusy={props.isSaving ?? false}
      onPress={props.save}
    >
      <span className="@max-[19rem]:sr-only">{props.saveLabel}</span>
    </Button>
  )
}

function field(props: LineFormProps): TextFieldProps {
  const { label, value, onChange, hint, hidesLabel, placeholder, isRequired, type, inputMode } =
    props
  return {
    label,
    value,
    onChange,
    ...(hint === undefined ? {} : { hint }),
    ...(hidesLabel === undefined ? {} : { hidesLabel }),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(isRequired === undefined ? {} : { isRequired }),
    ...(type === undefined ? {} : { type }),
    ...(inputMode === undefined ? {} : { inputMode }),
    ...(props.autoFocus === undefined ? {} : { autoFocus: props.autoFocus }),
  }
}

/** As in a shell: ↑ goes back through what was written before, ↓ comes forward again. */
function useRecall({ recall = [], value, onChange }: LineFormProps) {
  const at = useRef(-1)
  return (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent) || recall.length === 0) return
    const isOurs = value === '' || value === recall[at.current]
    if (!isOurs || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    if (value === '') at.current = -1
    at.current = Math.min(recall.length - 1, at.current + (event.key === 'ArrowUp' ? 1 : -1))
    if (at.current < -1) at.current = -1
    event.preventDefault()
    onChange(recall[at.current] ?? '')
  }
}
