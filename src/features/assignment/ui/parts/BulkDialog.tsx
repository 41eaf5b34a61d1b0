import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { kitMessages } from '#kit/messages.ts'
import { showToast } from '#kit/toasts.ts'
import { doBulk, previewBulk, type BulkDeed, type BulkLine } from '../../contract.ts'
import { desksMessages } from '../../desks/messages.ts'
import { BulkLines } from './BulkLines.tsx'
import { DeedFields } from './DeedFields.tsx'

/** What to do, then every line as it will be, then do it. */
export default function BulkDialog(props: {
  complaintIds: readonly string[]
  onClose: () => void
  onDone: () => void
}) {
  const { bulk: words } = useMessages(desksMessages).words
  const kit = useMessages(kitMessages)
  const [deed, setDeed] = useState<BulkDeed>({ kind: 'assign', reason: '' })
  const [lines, setLines] = useState<readonly BulkLine[] | null>(null)
  const [isDone, setDone] = useState(false)
  const look = useCommand(previewBulk)
  const run = useCommand(doBulk)
  const complaintIds = [...props.complaintIds]
  const possible = lines?.filter(({ isDone }) => isDone).length ?? 0

  async function preview() {
    const answered = await look.send({ body: { complaintIds, deed } })
    if (!answered.ok) return
    setLines(answered.value.lines)
    setDone(false)
  }
  async function doIt() {
    const answered = await run.send({ body: { complaintIds, deed } })
    if (!answered.ok) return
    const done = answered.value.lines.filter(({ isDone }) => isDone).length
    const refused = answered.value.lines.length - done
    showToast({ text: words.done({ done, refused }), tone: 'done' })
    setLines(answered.value.lines)
    setDone(true)
    props.onDone()
    if (refused === 0) props.onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.title}
      width="wide"
      keepsOpen
      actions={
        <>
          <Button onPress={props.onClose}>{kit.cancel}</Button>
          <Button isBusy={look.isSending} onPress={() => void preview()}>
            {words.preview}
          </Button>
          <Button
            kind="primary"
            isDisabled={possible === 0 || isDone}
            isBusy={run.isSending}
            onPress={() => void doIt()}
          >
            {words.run({ count: possible })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm text-sub">{words.lead}</p>
        <DeedFields
          deed={deed}
          onChange={(next) => {
            setDeed(next)
            // A preview of something else is none.
            setLines(null)
          }}
        />
        <Refusal refusal={look.refusal ?? run.refusal} />
        {lines ? <BulkLines lines={lines} isDone={isDone} /> : null}
      </div>
    </Dialog>
  )
}
