import { useState } from 'react'
import { noteCaution } from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'

const quarterMs = 90 * 24 * 3_600_000

export function FactDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { words } = useMessages(profilesMessages)
  const now = useNow()
  const [fact, setFact] = useState({
    happenedOn: dayKey(now),
    words: '',
    source: '',
    reviewOn: dayKey(now + quarterMs),
  })
  const change = (field: keyof typeof fact) => (text: string) => setFact({ ...fact, [field]: text })
  const command = useCommand(noteCaution)
  const isEmpty = Object.values(fact).some((text) => text.trim() === '')
  async function save() {
    const answered = await command.send({ params: { customerId }, body: fact })
    if (answered.ok) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.addCaution}
      keepsOpen={fact.words !== ''}
      actions={
        <SendButtons
          label={words.save}
          onSend={() => void save()}
          onClose={onClose}
          isBusy={command.isSending}
          isDisabled={isEmpty}
        />
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm text-sub">{words.cautionHint}</p>
        <TextArea
          label={words.whatHappened}
          hint={words.whatHappenedHint}
          value={fact.words}
          onChange={change('words')}
          rows={2}
          isRequired
          autoFocus
        />
        <TextField
          label={words.source}
          hint={words.sourceHint}
          value={fact.source}
          onChange={change('source')}
          isRequired
        />
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          <TextField
            label={words.happenedOn}
            type="date"
            value={fact.happenedOn}
            onChange={change('happenedOn')}
            isRequired
          />
          <TextField
            label={words.reviewOn}
            type="date"
            value={fact.reviewOn}
            onChange={change('reviewOn')}
            isRequired
          />
        </div>
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
