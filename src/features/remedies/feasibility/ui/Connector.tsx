import { useState } from 'react'
import { readConnector, saveConnector } from '#features/remedies/feasibility/contract.ts'
import { feasibilityMessages } from '#features/remedies/feasibility/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { SecretShown } from '#kit/SecretShown.tsx'
import { Section } from '#kit/Section.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'

/** The address that is asked for stock and dates. */
export default function Connector() {
  const { connector: words } = useMessages(feasibilityMessages).words
  const known = useAnswer(readConnector, {})
  return (
    <Section title={words.title}>
      <p className="text-sm text-sub">{words.lead}</p>
      <Answering answer={known} skeletonLines={2}>
        {({ connector }) => <Form url={connector?.url ?? ''} isOn={connector?.isOn ?? true} />}
      </Answering>
    </Section>
  )
}

function Form(props: { url: string; isOn: boolean }) {
  const { connector: words } = useMessages(feasibilityMessages).words
  const [url, setUrl] = useState(props.url)
  const [isOn, setOn] = useState(props.isOn)
  const [secret, setSecret] = useState<string | null>(null)
  const command = useCommand(saveConnector)

  async function save() {
    const answered = await command.send({ body: { url: url.trim(), isOn } })
    if (!answered.ok) return
    setSecret(answered.value.secret)
    showToast({ text: words.saved })
  }

  return (
    <div className="card flex max-w-2xl flex-col gap-3 p-4">
      <TextField label={words.url} type="url" value={url} onChange={setUrl} maxLength={2000} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Checkbox isChosen={isOn} onChange={setOn}>
          {words.isOn}
        </Checkbox>
        <Button
          isDisabled={url.trim() === ''}
          isBusy={command.isSending}
          onPress={() => void save()}
        >
          {words.save}
        </Button>
      </div>
      <Refusal refusal={command.refusal} />
      {secret === null ? null : (
        <SecretShown
          title={words.secret}
          secret={secret}
          words={words.shown}
          onClose={() => setSecret(null)}
        />
      )}
    </div>
  )
}
