import { X } from 'lucide-react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { DialogProps } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import { ShortcutLayer, useOwnLayer } from '#kit/shortcuts.ts'

const widths = { narrow: 'max-w-md', normal: 'max-w-xl', wide: 'max-w-4xl' } as const
const places = {
  middle: 'items-end sm:items-center justify-center sm:p-6',
  top: 'items-start justify-center p-3 sm:pt-[12vh]',
  side: 'items-stretch justify-end',
} as const
const shapes = {
  middle: 'rounded-t-2xl sm:rounded-2xl max-h-[92dvh]',
  top: 'rounded-2xl max-h-[70dvh]',
  side: 'h-dvh sm:rounded-s-2xl',
} as const

/** Fetched with the first dialog: focus keeping and layers are not needed before. */
export default function DialogBox(props: DialogProps) {
  const { width = 'normal', place = 'middle' } = props
  const layer = useOwnLayer(props.isOpen)
  return (
    <ModalOverlay
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => (isOpen ? undefined : props.onClose())}
      isDismissable={!props.keepsOpen}
      className={`fixed inset-0 z-40 flex bg-(--shade) ${places[place]}`}
    >
      <Modal
        className={`flex w-full flex-col overflow-hidden bg-raised shadow-lift ${widths[width]} ${shapes[place]}`}
      >
        <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
          <ShortcutLayer value={layer}>
            <DialogHead
              title={props.title}
              isHidden={props.hidesTitle ?? false}
              close={props.onClose}
            />
            <div className="min-h-0 flex-1 overflow-auto px-5 pb-5 sm:px-6">{props.children}</div>
            {props.actions ? (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-line-soft px-5 py-3 sm:px-6">
                {props.actions}
              </footer>
            ) : null}
          </ShortcutLayer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function DialogHead(props: { title: string; isHidden: boolean; close: () => void }) {
  const words = useMessages(kitMessages)
  const heading = (
    <Heading slot="title" className={props.isHidden ? 'sr-only' : 'flex-1 text-lg'}>
      {props.title}
    </Heading>
  )
  if (props.isHidden) return heading
  return (
    <header className="flex items-center gap-3 px-5 pt-4 pb-3 sm:px-6">
      {heading}
      <button
        aria-label={words.close}
        type="button"
        onClick={props.close}
        className="tap inline-flex size-9 cursor-pointer items-center justify-center rounded-lg text-sub hover:bg-gray-bg"
      >
        <X aria-hidden size={18} />
      </button>
    </header>
  )
}
