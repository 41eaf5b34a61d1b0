import { Handshake, PhoneMissed, PhoneOff, Scale, type LucideIcon } from 'lucide-react'
import { endCall } from '#features/intake/contract.ts'
import { callsMessages } from '#features/intake/calls/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'

type How = 'agreed' | 'caller-hung-up' | 'cut-off' | 'ended-by-rule'

const hows: readonly { how: How; icon: LucideIcon }[] = [
  { how: 'agreed', icon: Handshake },
  { how: 'caller-hung-up', icon: PhoneOff },
  { how: 'cut-off', icon: PhoneMissed },
  { how: 'ended-by-rule', icon: Scale },
]

/** G8: how a call ended is part of the record; one key says it. */
export default function EndDialog(props: { callId: string; onClose: () => void }) {
  const { words } = useMessages(callsMessages)
  const command = useCommand(endCall)

  async function end(how: How) {
    const answered = await command.send({ params: { callId: props.callId }, body: { how } })
    if (answered.ok) props.onClose()
  }

  return (
    <Dialog isOpen onClose={props.onClose} title={words.endTitle} width="narrow">
      <p className="mb-3 text-sm text-sub">{words.endLead}</p>
      <ul aria-label={words.endHow} className="flex flex-col gap-1.5">
        {hows.map(({ how, icon: Icon }, index) => (
          <li key={how}>
            <Button
              keys={String(index + 1)}
              className="w-full justify-start!"
              icon={<Icon aria-hidden size={17} />}
              isBusy={command.isSending}
              autoFocus={index === 0}
              onPress={() => void end(how)}
            >
              {words.hows[how]}
            </Button>
            {how === 'cut-off' || how === 'ended-by-rule' ? (
              <p className="ps-4 pt-0.5 text-xs text-sub">
                {how === 'cut-off' ? words.cutOff : words.byRule}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="mt-3">
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}
