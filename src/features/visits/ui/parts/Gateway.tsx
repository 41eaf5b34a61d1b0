import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { SecretShown } from '#kit/SecretShown.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { renewGatewaySecret, tryGateway, type VisitsSettings } from '../../settings/contract.ts'
import { visitSettingsMessages } from '../../settings/messages.ts'

/** The company's own SMS or telephone gateway: where, in which form, and whether it answers. */
export function Gateway(props: {
  typed: VisitsSettings
  change: (part: Partial<VisitsSettings>) => void
  mayChange: boolean
}) {
  const { words } = useMessages(visitSettingsMessages)
  const { typed, change, mayChange } = props
  return (
    <div className="flex flex-col gap-3">
      <h4 className="text-sm font-semibold">{words.gateway}</h4>
      <TextField
        label={words.gatewayUrl}
        type="url"
        value={typed.gatewayUrl}
        onChange={(gatewayUrl) => change({ gatewayUrl })}
      />
      <TextArea
        label={words.gatewayBody}
        hint={words.gatewayHint}
        value={typed.gatewayBody}
        onChange={(gatewayBody) => change({ gatewayBody })}
      />
      {mayChange ? <Trial /> : null}
    </div>
  )
}

function Trial() {
  const { words } = useMessages(visitSettingsMessages)
  const [phone, setPhone] = useState('')
  const [said, setSaid] = useState('')
  const [secret, setSecret] = useState<string | null>(null)
  const trial = useCommand(tryGateway)
  const renew = useCommand(renewGatewaySecret)
  async function send() {
    const answered = await trial.send({ body: { phone } })
    if (!answered.ok) return setSaid('')
    const { isDelivered, detail } = answered.value
    return setSaid(isDelivered ? words.trialDone : words.trialFailed({ detail }))
  }
  async function make() {
    const answered = await renew.send({ body: {} })
    if (answered.ok) setSecret(answered.value.secret)
  }
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <TextField label={words.trialPhone} type="tel" value={phone} onChange={setPhone} />
        <Button
          isDisabled={phone.trim() === ''}
          isBusy={trial.isSending}
          onPress={() => void send()}
        >
          {words.trial}
        </Button>
        <Button kind="quiet" isBusy={renew.isSending} onPress={() => void make()}>
          {words.secret}
        </Button>
      </div>
      <p role="status" className="text-sm">
        {said}
      </p>
      <Refusal refusal={trial.refusal ?? renew.refusal} />
      {secret === null ? null : (
        <SecretShown
          title={words.secretTitle}
          secret={secret}
          words={{
            once: words.secretOnce,
            secret: words.secretTitle,
            copy: words.copy,
            copied: words.copied,
            done: words.done,
          }}
          onClose={() => setSecret(null)}
        />
      )}
    </>
  )
}
