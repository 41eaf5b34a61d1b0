import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { SecretShown } from '#kit/SecretShown.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { renewGatewaySecret, type VisitsSettings } from '../../settings/contract.ts'
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
      {mayChange ? <Secret /> : null}
    </div>
  )
}

function Secret() {
  const { words } = useMessages(visitSettingsMessages)
  const [secret, setSecret] = useState<string | null>(null)
  const renew = useCommand(renewGatewaySecret)
  async function make() {
    const answered = await renew.send({ body: {} })
    if (answered.ok) setSecret(answered.value.secret)
  }
  return (
    <>
      <Button
        kind="quiet"
        className="self-start"
        isBusy={renew.isSending}
        onPress={() => void make()}
      >
        {words.secret}
      </Button>
      <Refusal refusal={renew.refusal} />
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
