import { z } from 'zod'
import { askSupervisor } from '#features/escalation/contract.ts'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import { keepingReasons, type Route } from '../../routing/contract.ts'

export const anybody = 'anybody'

const typedWindow = z.object({
  on: z.string(),
  from: z.string(),
  until: z.string(),
  phone: z.string(),
})
/** As typed: a day and two clock times in Japan. */
export type Window = z.output<typeof typedWindow>

const kept = z.object({
  kind: z.enum(['supervisor', 'named-person']),
  /** Null: the way the house recommends. */
  mode: z.enum(['connect', 'call-back', 'watch']).nullable(),
  keeping: z.enum(keepingReasons).nullable(),
  person: z.string(),
  to: z.string(),
  /** Null: as it was proposed. */
  reason: z.string().nullable(),
  window: typedWindow,
})
type Kept = z.output<typeof kept>

/** What is said about a request before it is sent. */
export type Asking = Omit<Kept, 'reason'> & { readonly reason: string }

/** As chosen, or as the house sees it; where nobody can take the line now it is a call back. */
export function modeShown({ mode }: Pick<Asking, 'mode'>, route: Route | null) {
  if (mode === 'connect' && route?.noConnect) return 'call-back'
  return mode ?? route?.recommended ?? null
}

/** The reason to stay: chosen, or what the record shows. */
export function keepingShown({ keeping }: Pick<Asking, 'keeping'>, route: Route | null) {
  return keeping ?? route?.keeping ?? null
}

/** What will be asked when it is sent as it stands. */
export function settledBy(asking: Asking, route: Route | null): Asking {
  return { ...asking, mode: modeShown(asking, route), keeping: keepingShown(asking, route) }
}

/** Nobody is called without a reason, and nobody by name without the name. */
export function isComplete({ kind, mode, keeping, person, reason }: Asking): boolean {
  const hasReason = mode === 'watch' ? keeping !== null : reason.trim() !== ''
  return hasReason && (kind === 'supervisor' || person.trim() !== '')
}

/** Undefined until day and both times are there: without them nothing is promised. */
function callBackIn({ on, from, until, phone }: Window) {
  if ([on, from, until].includes('')) return undefined
  const instant = (time: string) => new Date(`${on}T${time}:00+09:00`).toISOString()
  return { fromAt: instant(from), untilAt: instant(until), phone: phone.trim() || null }
}

export function toSend({ kind, mode, keeping, person, to, reason, window: typed }: Asking) {
  const callBack = mode === 'watch' ? undefined : callBackIn(typed)
  return {
    kind,
    ...(mode ? { mode } : {}),
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
    ...(mode ? { mode } : {}),
    ...(person === undefined ? {} : { person }),
    ...(toId === undefined ? {} : { toId }),
    ...(mode === 'watch' ? { reason } : {}),
  }
}

const nothing: Kept = {
  kind: 'supervisor',
  mode: null,
  keeping: null,
  person: '',
  to: anybody,
  reason: null,
  window: { on: '', from: '', until: '', phone: '' },
}

/** Everything written survives a closed dialog and a crash, for a day; the reason starts from what the customer said. */
export function useAsking(complaintId: string, startReason: string) {
  const draft = useDraft(`${complaintId}/ask`, nothing, understand, 1)
  const command = useCommand(askSupervisor)
  const asking: Asking = { ...draft.value, reason: draft.value.reason ?? startReason }
  return {
    asking,
    command,
    change: (changes: Partial<Asking>) => draft.change({ ...draft.value, ...changes }),
    async send(settled: Asking) {
      const answered = await command.send({ params: { complaintId }, body: toSend(settled) })
      if (answered.ok) draft.clear()
      return answered
    },
  }
}

function understand(found: unknown): Kept | null {
  return kept.safeParse(found).data ?? null
}
