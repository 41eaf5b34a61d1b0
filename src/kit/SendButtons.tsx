import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'

export type SendButtonsProps = {
  /** Says what will happen. */
  readonly label: string
  readonly onSend: () => void
  readonly onClose: () => void
  readonly isBusy: boolean
  readonly isDisabled?: boolean
}

/** The two ways out of a dialog that sends something; Ctrl+Enter sends from any field, Esc closes. */
export function SendButtons(props: SendButtonsProps) {
  const words = useMessages(kitMessages)
  return (
    <>
      <Button onPress={props.onClose}>{words.cancel}</Button>
      <Button
        kind="primary"
        keys="mod+enter"
        keysInFields
        isDisabled={props.isDisabled ?? false}
        isBusy={props.isBusy}
        onPress={props.onSend}
      >
        {props.label}
      </Button>
    </>
  )
}
