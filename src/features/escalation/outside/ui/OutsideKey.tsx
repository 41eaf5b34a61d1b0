import { Landmark } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { outsideMessages } from '../messages.ts'
import { readOutsideFor } from '../contract.ts'
import { TellingFields } from './parts/TellingFields.tsx'
import { useTelling } from './parts/useTelling.ts'

/** One key while talking: where else the customer may turn, what to say, and the record of having said it. */
export default function OutsideKey(props: {
  complaintId: string
  /** Among other buttons: only the mark, which turns orange when it is time. */
  isOnlyMark?: boolean
}) {
  const { complaintId, isOnlyMark } = props
  const { words: outside } = useMessages(outsideMessages)
  const [isOpen, setOpen] = useState(false)
  const answer = useAnswer(readOutsideFor, { params: { complaintId } })
  const { because = null, told = [] } = answer.state === 'ready' ? answer.value : {}
  const isTime = because !== null && told.length === 0
  const dialog = isOpen ? (
    <TellDialog complaintId={complaintId} onClose={() => setOpen(false)} />
  ) : null
  const key = { keys: 'alt+o', keysInFields: true, onPress: () => setOpen(true) }
  if (isOnlyMark) {
    return (
      <>
        <Button
          {...key}
          kind="quiet"
          hidesKeys
          className={`px-2.5! ${isTime ? 'text-orange!' : ''}`}
          label={isTime ? `${outside.title}：${outside.because[because]}` : outside.title}
          icon={<Landmark aria-hidden size={17} />}
        />
        {dialog}
      </>
    )
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        {...key}
        kind={isTime ? 'secondary' : 'quiet'}
        size="small"
        icon={<Landmark aria-hidden size={15} />}
      >
        {outside.title}
      </Button>
      {isTime ? <p className="text-sm text-orange">{outside.because[because]}</p> : null}
      {told.length > 0 ? (
        <p className="text-sm text-green">{outside.told({ names: told.join('、') })}</p>
      ) : null}
      {dialog}
    </div>
  )
}

function TellDialog({ complaintId, onClose }: { complaintId: string; onClose: () => void }) {
  const { words: outside } = useMessages(outsideMessages)
  const telling = useTelling(complaintId)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={outside.title}
      keepsOpen={telling.named.length > 0}
      actions={
        <SendButtons
          label={outside.tell}
          onSend={() => void telling.record().then((isDone) => isDone && onClose())}
          onClose={onClose}
          isBusy={telling.tell.isSending}
          isDisabled={telling.named.length === 0}
        />
      }
    >
      <div className="flex flex-col gap-3">
        <TellingFields telling={telling} />
      </div>
    </Dialog>
  )
}
