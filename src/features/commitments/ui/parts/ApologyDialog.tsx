import { CalendarClock, Copy } from 'lucide-react'
import { useState } from 'react'
import { draftApology } from '#features/commitments/apology/contract.ts'
import { apologyMessages } from '#features/commitments/apology/messages.ts'
import type { Commitment } from '#features/commitments/contract.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { copy } from '#kit/clipboard.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { Due } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'

export type NewDate = { readonly on: string; readonly at: string }

/** What to say about a broken promise, and the step after it: the new date, told and recorded. */
export default function ApologyDialog(props: {
  commitment: Commitment
  onClose: () => void
  onRenegotiate: (due: NewDate) => void
}) {
  const { words } = useMessages(apologyMessages)
  const params = { commitmentId: props.commitment.id }
  const draft = useAnswer(draftApology, { params })
  const [typed, type] = useState<string | null>(null)

  async function take(text: string) {
    if (await copy(text)) showToast({ text: words.copied, tone: 'done' })
  }

  return (
    <Dialog isOpen onClose={props.onClose} title={words.title} keepsOpen={typed !== null}>
      <Answering answer={draft} skeletonLines={4}>
        {({ text, due }) => (
          <div className="flex flex-col gap-4">
            <p className="text-sm text-sub">{words.lead}</p>
            <TextArea label={words.text} value={typed ?? text} onChange={type} rows={9} autoFocus />
            <p className="flex flex-wrap items-baseline gap-x-3 border-s-4 border-purple bg-purple-bg px-3 py-2">
              <span className="text-sm text-sub">{words.newDate}</span>
              <Due at={due.dueAt} withDate />
            </p>
            <div className="flex flex-wrap justify-end gap-2">
              <Button
                icon={<Copy aria-hidden size={16} />}
                onPress={() => void take(typed ?? text)}
              >
                {words.copy}
              </Button>
              <Button
                kind="promise"
                icon={<CalendarClock aria-hidden size={16} />}
                onPress={() => props.onRenegotiate({ on: due.on, at: due.at })}
              >
                {words.agreed}
              </Button>
            </div>
          </div>
        )}
      </Answering>
    </Dialog>
  )
}
