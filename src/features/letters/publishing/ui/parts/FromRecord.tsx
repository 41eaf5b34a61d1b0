import { keepDraft, readDraft } from '#features/letters/drafting/contract.ts'
import { textOf } from '#features/letters/phrasing/text.ts'
import { publishingMessages } from '#features/letters/publishing/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'

const kind = 'review-reply'

/** A reply made of the record: its sentences are held against it from now on. The way to talk is added by its own key. */
export function FromRecord(props: { complaintId: string; onText: (text: string) => void }) {
  const { words } = useMessages(publishingMessages)
  const params = { complaintId: props.complaintId }
  const answer = useAnswer(readDraft, { params: { ...params, kind } })
  const keep = useCommand(keepDraft)
  if (answer.state !== 'ready') return null
  const { again } = answer
  const { draft } = answer.value
  async function put() {
    const answered = await keep.send({ params, body: { kind, text: draft.text } })
    if (answered.ok) props.onText(textOf(draft.sentences.filter(({ isBlank }) => !isBlank)))
    else again()
  }
  return (
    <>
      <Button size="small" isBusy={keep.isSending} onPress={() => void put()}>
        {words.fromRecord}
      </Button>
      <Refusal refusal={keep.refusal} />
    </>
  )
}
