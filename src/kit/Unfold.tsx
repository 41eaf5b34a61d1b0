import { Suspense, useState, type ReactNode } from 'react'
import { Button, type ButtonProps } from '#kit/Button.tsx'

export type UnfoldProps = Pick<ButtonProps, 'kind' | 'label' | 'className'> & {
  readonly title: string
  /** What it unfolds; `fold` once that is done. */
  readonly children: (fold: () => void) => ReactNode
}

/** A small button, and below it, while it is pressed, what it is for. The part may arrive later. */
export function Unfold({ title, children, kind = 'quiet', ...look }: UnfoldProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        {...look}
        kind={kind}
        size="small"
        className={look.className ?? 'self-start'}
        isPressed={isOpen}
        onPress={() => setOpen(!isOpen)}
      >
        {title}
      </Button>
      <Suspense>{isOpen ? children(() => setOpen(false)) : null}</Suspense>
    </>
  )
}
