import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import {
  listSigningKeys,
  makeSigningKey,
  type ShownKeys,
} from '#features/letters/signing/contract.ts'
import { signingMessages } from '#features/letters/signing/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { KeyCard } from './parts/KeyCard.tsx'

/** Keys that outgoing mail is signed with, and the records that have to be published for them. */
export function SigningKeys({ mayChange }: { mayChange: boolean }) {
  const { words } = useMessages(signingMessages)
  const answer = useAnswer(listSigningKeys, {}, { live: true })
  return (
    <section aria-label={words.title} className="flex max-w-5xl flex-col gap-4">
      <h3 className="text-base font-semibold">{words.title}</h3>
      <p className="max-w-3xl text-sm text-sub">{words.lead}</p>
      <Answering answer={answer}>
        {({ mailboxes }) => (
          <ul className="flex flex-col gap-6">
            {mailboxes.map((mailbox) => (
              <li key={mailbox.mailboxId} className="flex flex-col gap-3">
                <h4 className="text-sm font-semibold break-all">{mailbox.address}</h4>
                {mailbox.keys.length === 0 ? (
                  <p className="text-sm text-sub">{words.none}</p>
                ) : (
                  mailbox.keys.map((key) => (
                    <KeyCard key={key.id} signingKey={key} mayChange={mayChange} />
                  ))
                )}
                {mayChange ? <Making key={mailbox.keys.length} mailbox={mailbox} /> : null}
              </li>
            ))}
          </ul>
        )}
      </Answering>
    </section>
  )
}

function Making({ mailbox }: { mailbox: ShownKeys['mailboxes'][number] }) {
  const { words } = useMessages(signingMessages)
  const { mailboxId, suggestion, keys } = mailbox
  const [isOpen, setOpen] = useState(keys.length === 0)
  const [domain, setDomain] = useState(suggestion.domain)
  const [selector, setSelector] = useState(suggestion.selector)
  const command = useCommand(makeSigningKey)
  const make = () => void command.send({ body: { mailboxId, domain, selector } })
  if (!isOpen)
    return (
      <div>
        <Button size="small" kind="quiet" onPress={() => setOpen(true)}>
          {words.another}
        </Button>
      </div>
    )
  return (
    <div className="flex flex-col gap-2">
      {keys.length > 0 ? <p className="text-xs text-sub">{words.anotherWhy}</p> : null}
      <div className="flex flex-wrap items-end gap-3">
        <TextField label={words.domain} value={domain} onChange={setDomain} onSend={make} />
        <TextField label={words.selector} value={selector} onChange={setSelector} onSend={make} />
        <Button icon={<KeyRound aria-hidden size={16} />} isBusy={command.isSending} onPress={make}>
          {words.make}
        </Button>
      </div>
      <Refusal refusal={command.refusal} />
    </div>
  )
}
