import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { saveDraftPart, type Part } from '../../contract.ts'
import { playbooksMessages } from '../../messages.ts'

/** A play or story of the company's own, begun from a small one that can be read. */
export function AddDialog(props: {
  part: Part
  language: 'ja' | 'en'
  onAdded: (name: string) => void
  onClose: () => void
}) {
  const { words } = useMessages(playbooksMessages)
  const { part, language, onClose } = props
  const [name, setName] = useState('')
  const command = useCommand(saveDraftPart)
  const bare = name.trim()
  const isNameable = /^[^:/\\]{1,60}$/.test(bare)

  async function add() {
    if (!isNameable) return
    const text =
      part === 'play' ? words.firstPlay({ name: bare }) : words.firstStory({ name: bare })
    const body = { basedOn: 0, state: 'text' as const, text }
    const answered = await command.send({ params: { language, part, name: bare }, body })
    if (!answered.ok) return
    props.onAdded(bare)
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={part === 'play' ? words.addPlay : words.addStory}
      width="narrow"
      actions={
        <SendButtons
          label={words.add}
          onSend={() => void add()}
          onClose={onClose}
          isBusy={command.isSending}
          isDisabled={!isNameable}
        />
      }
    >
      <TextField
        label={words.name}
        hint={words.nameHint}
        value={name}
        onChange={setName}
        onEnter={() => void add()}
        maxLength={60}
        autoFocus
      />
      <Refusal refusal={command.refusal} />
    </Dialog>
  )
}
