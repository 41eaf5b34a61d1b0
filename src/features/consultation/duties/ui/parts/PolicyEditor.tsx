import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { showToast } from '#kit/toasts.ts'
import { publishPolicy, type Figures } from '../../contract.ts'
import { dutiesMessages } from '../../messages.ts'

/** The policy as everybody is asked to read it; each publishing is a version of its own. */
export function PolicyEditor(props: { policy: Figures['policy']; again: () => void }) {
  const { words } = useMessages(dutiesMessages)
  const { policy } = props
  const draft = useTextDraft(`consultation-policy/${policy?.version ?? 0}`)
  const publish = useCommand(publishPolicy)
  const text = draft.keptAt === null ? (policy?.words ?? '') : draft.value
  const version = (policy?.version ?? 0) + 1
  const isSame = text.trim() === '' || text === policy?.words
  async function send() {
    const published = await publish.send({ body: { version, words: text } })
    if (!published.ok) return
    draft.clear()
    showToast({ text: words.policy.published, tone: 'done' })
    props.again()
  }
  return (
    <Section title={words.policy.title}>
      <p className="text-sm text-sub">{words.policy.lead}</p>
      <TextArea label={words.policy.words} rows={6} value={text} onChange={draft.change} />
      <Refusal refusal={publish.refusal} />
      <Button
        className="self-start"
        isBusy={publish.isSending}
        isDisabled={isSame}
        onPress={() => void send()}
      >
        {words.policy.publish({ version })}
      </Button>
    </Section>
  )
}
