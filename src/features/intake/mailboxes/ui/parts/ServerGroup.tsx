import type { ReactNode } from 'react'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { mailboxesMessages } from '../../messages.ts'
import { secured, type Kind, type ServerFields } from './draft.ts'

type Props = {
  kind: Kind
  isOn: boolean
  onSwitch: (isOn: boolean) => void
  server: ServerFields
  onChange: (server: ServerFields) => void
  isSecretKept: boolean
  children?: ReactNode
}

/** One server: whether it is used, where it is, and who signs in there. */
export function ServerGroup(props: Props) {
  const { words } = useMessages(mailboxesMessages)
  const { kind, isOn, onSwitch } = props
  return (
    <fieldset className="flex flex-col gap-3 rounded-xl border border-line-soft p-4">
      <legend className="px-1 text-sm font-semibold">
        {kind === 'imap' ? words.receiving : words.sending}
      </legend>
      <Checkbox isChosen={isOn} onChange={onSwitch}>
        {kind === 'imap' ? words.fetches : words.sends}
      </Checkbox>
      {isOn ? <ServerInputs {...props} /> : null}
    </fieldset>
  )
}

function ServerInputs({ kind, server, onChange, isSecretKept, children }: Props) {
  const { words } = useMessages(mailboxesMessages)
  const change = (changes: Partial<ServerFields>) => onChange({ ...server, ...changes })
  return (
    <>
      <TextField
        label={words.host}
        placeholder={kind === 'imap' ? 'imap.example.jp' : 'smtp.example.jp'}
        value={server.host}
        onChange={(host) => change({ host })}
      />
      <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-3">
        <Select
          label={words.security}
          choices={(['tls', 'starttls', 'none'] as const).map((id) => ({
            id,
            name: words.securities[id],
          }))}
          value={server.security}
          onChange={(security) => onChange(secured(server, kind, security))}
        />
        <TextField
          label={words.port}
          inputMode="numeric"
          value={server.port}
          onChange={(port) => change({ port })}
        />
      </div>
      <TextField
        label={words.user}
        {...(kind === 'smtp' ? { hint: words.noUser } : {})}
        value={server.user}
        onChange={(user) => change({ user })}
      />
      <TextField
        label={words.password}
        {...(isSecretKept ? { hint: words.passwordKept } : {})}
        type="password"
        autoComplete="new-password"
        value={server.secret}
        onChange={(secret) => change({ secret })}
      />
      {server.certificate === '' ? null : (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          {words.certificate.accepted}
          <Button size="small" kind="quiet" onPress={() => change({ certificate: '' })}>
            {words.certificate.forget}
          </Button>
        </div>
      )}
      {children}
    </>
  )
}
