import { Suspense, type ReactNode } from 'react'
import { later } from '#kit/later.ts'

const DialogBox = later(() => import('#kit/DialogBox.tsx'))

export type DialogProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** The buttons, the most likely one last. They say what will happen, never just "OK". */
  readonly actions?: ReactNode
  readonly width?: 'narrow' | 'normal' | 'wide'
  /** `side` slides in from the edge and leaves the page readable beside it. */
  readonly place?: 'middle' | 'side' | 'top'
  readonly hidesTitle?: boolean
  /** Text that would be lost: a click beside the dialog does not close it. */
  readonly keepsOpen?: boolean
}

/** Keeps the focus inside, gives it back, closes with Esc. */
export function Dialog(props: DialogProps) {
  if (!props.isOpen) return null
  return (
    <Suspense>
      <DialogBox {...props} />
    </Suspense>
  )
}
