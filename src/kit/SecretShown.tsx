import { Copy } from 'lucide-react'
import { useRef } from 'react'
import { Button } from './Button.tsx'
import { copy } from './clipboard.ts'
import { Dialog } from './Dialog.tsx'
import { TextField } from './TextField.tsx'
import { showToast } from './toasts.ts'

type Words = Readonly<Record<'once' | 'secret' | 'copy' | 'copied' | 'done', string>>

/** A secret, the only time it is on a screen; a click beside the dialog does not lose it. */
export function SecretShown(props: {
  title: string
  secret: string
  words: Words
  /** What else holds for this one. */
  more?: string | null
  onClose: () => void
}) {
  const { words } = props
  const field = useRef<HTMLInputElement>(null)

  async function toClipboard() {
    if (await copy(props.secret)) showToast({ text: words.copied, tone: 'done' })
    else field.current?.select()
  }

  return (
    <Dialog
      isOpen
      keepsOpen
      onClose={props.onClose}
      title={props.title}
      actions={
        <Button kind="primary" onPress={props.onClose}>
          {words.done}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm">
          {words.once}
          {props.more ? <span className="block">{props.more}</span> : null}
        </p>
        <TextField
          label={words.secret}
          value={props.secret}
          onChange={() => undefined}
          inputRef={field}
          className="font-mono text-sm"
        />
        <Button
          autoFocus
          icon={<Copy aria-hidden size={16} />}
          className="self-start"
          onPress={() => void toClipboard()}
        >
          {words.copy}
        </Button>
      </div>
    </Dialog>
  )
}
