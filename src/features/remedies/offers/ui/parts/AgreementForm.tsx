import { Suspense, useState } from 'react'
import { agreeRemedies, readRemedies, type FollowThrough } from '#features/remedies/contract.ts'
import { choosingMessages } from '#features/remedies/choosing/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { TextArea } from '#kit/TextArea.tsx'

const FollowThroughFields = later(() => import('./FollowThroughFields.tsx'))

type How = 'repeated-aloud' | 'in-writing'

/** The agreement in the words that were repeated to the customer; it starts from what they accepted. */
export function AgreementForm(props: { complaintId: string; onDone?: () => void }) {
  const { words } = useMessages(choosingMessages)
  const { complaintId } = props
  const remedies = useAnswer(readRemedies, { params: { complaintId } })
  const draft = useTextDraft(`${complaintId}/agreement`)
  const [how, setHow] = useState<How>('repeated-aloud')
  const [then, setThen] = useState<readonly FollowThrough[]>([])
  const command = useCommand(agreeRemedies)
  const offers = remedies.state === 'ready' ? remedies.value.offers : []
  const accepted = offers.filter(({ answer }) => answer === 'accepted')
  const labels = accepted.map(({ label }) => label).join('・')
  const start = labels ? words.agreeStart({ labels }) : words.agreeExplained
  const text = draft.keptAt === null ? start : draft.value

  async function agree() {
    if (text.trim() === '') return
    const answered = await command.send({
      params: { complaintId },
      body: {
        offerIds: accepted.map(({ id }) => id),
        words: text.trim(),
        confirmedHow: how,
        followThrough: then.filter(({ words: what, on }) => what.trim() !== '' && on !== ''),
      },
    })
    if (!answered.ok) return
    draft.clear()
    props.onDone?.()
  }

  return (
    <div className="flex flex-col gap-2">
      <TextArea
        label={words.agreeWords}
        hint={words.agreeHint}
        value={text}
        onChange={draft.change}
        rows={2}
        onSend={() => void agree()}
      />
      <Suspense>
        <FollowThroughFields
          labels={accepted.map(({ label }) => label)}
          value={then}
          onChange={setThen}
        />
      </Suspense>
      <div className="flex flex-wrap items-end justify-between gap-2">
        <Choices
          label={words.how}
          hidesLabel
          choices={(['repeated-aloud', 'in-writing'] as const).map((id) => ({
            id,
            name: words.hows[id],
          }))}
          value={how}
          onChange={setHow}
          size="small"
        />
        <Button
          kind="done"
          isDisabled={text.trim() === ''}
          isBusy={command.isSending}
          onPress={() => void agree()}
        >
          {words.agree}
        </Button>
      </div>
      <Refusal refusal={command.refusal} />
    </div>
  )
}
