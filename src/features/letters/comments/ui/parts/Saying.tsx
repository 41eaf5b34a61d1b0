import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { showToast } from '#kit/toasts.ts'
import { makeComment } from '../../contract.ts'
import { commentsMessages } from '../../messages.ts'
import { anchorAt, type Stretch } from '../../rules.ts'

/** What somebody says about the chosen words, or other words for them. */
export function Saying(props: {
  complaintId: string
  draftId: string
  text: string
  stretch: Stretch
}) {
  const { there: words } = useMessages(commentsMessages).words
  const { complaintId, draftId, text, stretch } = props
  const quote = text.slice(stretch.start, stretch.end)
  const [kind, setKind] = useState<'say' | 'suggest'>('say')
  // What has been typed stays when another sentence is chosen, or the page is closed.
  const said = useTextDraft(`comment/${complaintId}`)
  const [instead, setInstead] = useState(quote)
  const command = useCommand(makeComment)
  const isSuggestion = kind === 'suggest'
  const isEmpty = isSuggestion ? instead === quote : said.value.trim() === ''

  async function send() {
    if (isEmpty || command.isSending) return
    const replacement = isSuggestion ? instead : null
    const body = { anchor: anchorAt(text, stretch), words: said.value, replacement }
    const answered = await command.send({ params: { complaintId, draftId }, body })
    if (!answered.ok) return
    said.clear()
    showToast({ text: words.sent, tone: 'done' })
  }
  return (
    <div className="flex flex-col gap-2">
      <Choices
        label={words.kind}
        hidesLabel
        size="small"
        value={kind}
        onChange={setKind}
        choices={[
          { id: 'say', name: words.say },
          { id: 'suggest', name: words.suggest },
        ]}
      />
      {isSuggestion ? (
        <TextArea
          label={words.replacement}
          value={instead}
          onChange={setInstead}
          onSend={() => void send()}
          rows={2}
        />
      ) : null}
      <TextArea
        label={isSuggestion ? words.why : words.words}
        value={said.value}
        onChange={said.change}
        onSend={() => void send()}
        rows={isSuggestion ? 1 : 2}
      />
      <Refusal refusal={command.refusal} />
      <Button
        kind="primary"
        keys="mod+enter"
        keysInFields
        className="self-end"
        isDisabled={isEmpty}
        isBusy={command.isSending}
        onPress={() => void send()}
      >
        {words.send}
      </Button>
    </div>
  )
}
