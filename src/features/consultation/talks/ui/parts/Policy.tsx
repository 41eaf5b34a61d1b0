import { BookOpenText } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import { acknowledgePolicy } from '../../../duties/contract.ts'
import type { Entrance } from '../../contract.ts'
import { talksMessages } from '../../messages.ts'

/** The policy, to be read and confirmed once for each version. */
export function Policy(props: { policy: NonNullable<Entrance['policy']>; again: () => void }) {
  const { words } = useMessages(talksMessages)
  const { version, words: text, publishedOn, isAcknowledged } = props.policy
  const [isOpen, setOpen] = useState(!isAcknowledged)
  const confirm = useCommand(acknowledgePolicy)
  async function send() {
    const answered = await confirm.send({ params: { version } })
    if (!answered.ok) return
    showToast({ text: words.policy.confirmed, tone: 'done' })
    setOpen(false)
    props.again()
  }
  return (
    <section aria-labelledby="policy" className="card flex flex-col gap-3 p-4">
      <h2 id="policy" className="flex items-center gap-2 text-base">
        <BookOpenText aria-hidden size={18} className="shrink-0 text-accent" />
        {words.policy.title}
        <span className="text-xs font-normal text-sub">
          {words.policy.version({ version, on: publishedOn })}
        </span>
      </h2>
      {isOpen ? (
        <p className="max-h-[40vh] overflow-y-auto text-sm whitespace-pre-wrap" tabIndex={0}>
          {text}
        </p>
      ) : (
        <Button kind="quiet" size="small" className="self-start" onPress={() => setOpen(true)}>
          {words.policy.read}
        </Button>
      )}
      {isAcknowledged ? null : (
        <Button className="self-start" isBusy={confirm.isSending} onPress={() => void send()}>
          {words.policy.confirm}
        </Button>
      )}
    </section>
  )
}
