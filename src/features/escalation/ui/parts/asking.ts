import { useState } from 'react'
import { askSupervisor, type keepingReasons } from '#features/escalation/contract.ts'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'

export const anybody = 'anybody'

type Keeping = (typeof keepingReasons)[number]

/** As typed: a day and two clock times in Japan. */
export type Window = {
  readonly on: string
  readonly from: string
  readonly until: string
  readonly phone: string
}

const noWindow: Window = { on: '', from: '', until: '', phone: '' }

/** What is said about a request before it is sent. */
export type Asking = {
  readonly kind: 'supervisor' | 'named-person'
  readonly mode: 'connect' | 'call-back' | 'watch'
  readonly keeping: Keeping | null
  readonly person: string
  readonly to: string
  readonly reason: string
  readonly window?: Window
}

/** Nobody is called without a reason, and nobody by name without the name. */
export function isComplete({ kind, mode, keeping, person, reason }: Asking): boolean {
  const hasReason = mode === 'watch' ? keeping !== null : reason.trim() !== ''
  return hasReason && (kind === 'supervisor' || person.trim() !== '')
}

/** Undefined until day and both times are there: without them nothing is promised. */
function callBackIn(window: Window | undefined) {
  if (!window || [window.on, window.from, window.until].includes('')) return undefined
  const instant = (time: string) => new Date(`${window.on}T${time}:00+09:00`).toISOString()
  const { from, until, phone } = window
  return { fromAt: instant(from), untilAt: instant(until), phone: phone.trim() || null }
}

export function toSend({ kind, mode, keeping, person, to, reason, window }: Asking) {
  const callBack = mode === 'watch' ? undefined : callBackIn(window)
  return {
    kind,
    mode,
    reason: mode === 'watch' && keeping ? keeping : reason.trim(),
    ...(kind === 'named-person' ? { person: person.trim() } : {}),
    ...(to === anybody ? {} : { toId: to }),
    ...(callBack ? { callBack } : {}),
  }
}

/** The same question for the preview, which asks nobody. */
export function toPreview(asking: Asking) {
  const { kind, mode, reason, person, toId } = toSend(asking)
  return {
    kind,
    mode,
    ...(person === undefined ? {} : { person }),
    ...(toId === undefined ? {} : { toId }),
    ...(mode === 'watch' ? { reason } : {}),
  }
}

/** The reason survives a closed dialog; it starts from what the customer said. */
export function useAsking(complaintId: string, start: Pick<Asking, 'mode' | 'reason'>) {
  const draft = useTextDraft(`${complaintId}/ask`)
  const [chosen, setChosen] = useState<Omit<Asking, 'reason'>>({
    kind: 'supervisor',
    mode: start.mode,
    keeping: null,
    person: '',
    to: anybody,
    window: noWindow,
  })
  const command = useCommand(askSupervisor)
  const asking = { ...chosen, reason: draft.keptAt === null ? start.reason : draft.value }
  return {
    asking,
    command,
    change({ reason, ...changes }: Partial<Asking>) {
      if (reason !== undefined) draft.change(reason)
      setChosen({ ...chosen, ...changes })
    },
    async send() {
      const body = toSend(asking)
      const answered = await command.send({ params: { complaintId }, body })
      if (answered.ok) draft.clear()
      return answered
    },
  }
}
