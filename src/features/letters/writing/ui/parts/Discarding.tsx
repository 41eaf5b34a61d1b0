import { Trash2 } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { call } from '#kit/call.ts'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import { reopenDraft } from '../../contract.ts'
import { writingMessages } from '../../messages.ts'
import type { Kept } from './keeper.ts'
import type { Shared } from './useShared.ts'

type Place = {
  readonly complaintId: string
  readonly shared: Shared
  readonly onClose: () => void
  readonly onReopen: () => void
}

/** The draft is thrown away for everybody, and comes back with one key. */
export default function Discarding({ complaintId, shared, onClose, onReopen }: Place) {
  const { words } = useMessages(writingMessages)
  if (!shared.isTouched) return null

  async function discard() {
    const done = await shared.discard()
    if (!done.ok) return showToast({ text: done.sentence, tone: 'trouble' })
    const undo = () => void takeBack(complaintId, done.local, shared.keepHere).then(onReopen)
    showToast({ text: words.discarded, undo, forMs: 12_000 })
    onClose()
  }
  return (
    <Button
      kind="quiet"
      size="small"
      icon={<Trash2 aria-hidden size={15} />}
      onPress={() => void discard()}
    >
      {words.discard}
    </Button>
  )
}

/** On the device in any case; on the server, too, unless another reply has been begun meanwhile. */
async function takeBack(complaintId: string, local: Kept, keepHere: (kept: Kept) => void) {
  const draftId = local.base?.draftId
  if (draftId === undefined) return keepHere(local)
  const params = { complaintId, draftId }
  const answered = await call(reopenDraft, { params, body: { id: browserIds.next() } })
  keepHere(answered.ok ? local : { ...local, base: null, isSaved: false })
}
