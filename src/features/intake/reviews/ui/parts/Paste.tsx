import { ClipboardPaste } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { showToast } from '#kit/toasts.ts'
import { receiveReview } from '../../contract.ts'
import { reviewsMessages } from '../../messages.ts'
import { understandReview } from '../../rules.ts'
import { bodyOf, shownOf, type Shown } from './shown.ts'

const Understood = later(() =>
  import('./Understood.tsx').then((module) => ({ default: module.Understood })),
)

/** One box for everything that was copied; what was understood of it is a person's to correct. */
export function Paste() {
  const { words } = useMessages(reviewsMessages)
  const [pasted, setPasted] = useState('')
  const [shown, setShown] = useState<Shown | null>(null)
  const receive = useCommand(receiveReview)
  const now = Temporal.Instant.fromEpochMilliseconds(useNow('second')).toString()
  function read(text: string) {
    setPasted(text)
    setShown(text.trim() === '' ? null : shownOf(understandReview(text, now)))
  }
  async function send() {
    if (!shown) return
    const received = await receive.send({ body: bodyOf(shown) })
    if (!received.ok) return
    const { number, isNew } = received.value
    showToast({ text: (isNew ? words.received : words.known)({ number }), tone: 'done' })
    read('')
  }
  return (
    <Section title={words.paste} icon={ClipboardPaste}>
      <TextArea
        label={words.paste}
        hidesLabel
        hint={words.pasteHint}
        rows={4}
        value={pasted}
        onChange={read}
        onSend={() => void send()}
      />
      {shown ? (
        <Suspense>
          <Understood shown={shown} onChange={setShown} onSend={() => void send()} />
          <Refusal refusal={receive.refusal} />
          <div>
            <Button kind="primary" isBusy={receive.isSending} onPress={() => void send()}>
              {words.receive}
            </Button>
          </div>
        </Suspense>
      ) : null}
    </Section>
  )
}
