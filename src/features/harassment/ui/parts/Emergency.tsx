import { Link } from '@tanstack/react-router'
import { Siren } from 'lucide-react'
import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { emergency, takeStep, type Emergency as Kind } from '../../ladder/contract.ts'
import { ladderMessages } from '../../ladder/messages.ts'
import { bodyOf, type Place } from './place.ts'

/** Nobody waits for anybody: away first, then 110. One key says which danger it is. */
export function Emergency({ place, isHeard }: { place: Place; isHeard: boolean }) {
  const { words } = useMessages(ladderMessages)
  const [isOpen, setOpen] = useState(false)
  const [isTold, setTold] = useState(false)
  const command = useCommand(takeStep)
  async function tell(kind: Kind) {
    const said = words.emergencies[kind]
    const what = { step: 'police' as const, said, emergency: kind, police: '110' as const }
    const { complaintId } = place
    const told = await command.send({
      params: { complaintId },
      body: { ...bodyOf(place), ...what },
    })
    if (told.ok) setTold(true)
  }
  return (
    <>
      <Button
        kind={isHeard ? 'danger' : 'quiet'}
        size="small"
        keys="shift+f3"
        keysInFields
        icon={<Siren aria-hidden size={15} />}
        onPress={() => setOpen(true)}
      >
        {words.emergency}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={words.emergencyTitle}>
        <p className="mb-3 text-sm">{words.emergencyLead}</p>
        <ul className="flex flex-col gap-1.5">
          {emergency.options.map((kind, index) => (
            <li key={kind}>
              <Button
                kind="danger"
                keys={String(index + 1)}
                className="w-full justify-start!"
                isBusy={command.isSending}
                onPress={() => void tell(kind)}
              >
                {words.emergencies[kind]}
              </Button>
            </li>
          ))}
        </ul>
        {isTold ? (
          <p role="status" className="mt-3 font-semibold text-green">
            {words.called110}
          </p>
        ) : null}
        <Refusal refusal={command.refusal} />
        <SheetLink place={place} />
      </Dialog>
    </>
  )
}

/** In a window of its own: the talk goes on in this one. */
export function SheetLink({ place, isAdvice }: { place: Place; isAdvice?: boolean }) {
  const { words } = useMessages(ladderMessages)
  const { complaintId, ...where } = place
  return (
    <Link
      to="/police-sheet/$complaintId"
      params={{ complaintId }}
      search={{ ...where, ...(isAdvice ? { isAdvice } : {}) }}
      target="_blank"
      className="tap inline-flex min-h-10 items-center text-sm text-accent underline underline-offset-4"
    >
      {isAdvice ? words.sheet9110 : words.sheet}
    </Link>
  )
}
