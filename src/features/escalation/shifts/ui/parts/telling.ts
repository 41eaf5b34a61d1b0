import { z } from 'zod'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import { tellShift, type ShiftLine } from '../../contract.ts'
import { shiftsMessages } from '../../messages.ts'

/** A member, or a desk with everybody at it. */
export type Choice = { readonly id: string; readonly isDesk: boolean }

const kept = z.object({
  to: z.string().nullable(),
  /** complaint id → taken along or not, where it was changed by hand. */
  taken: z.record(z.string(), z.boolean()),
  remarks: z.record(z.string(), z.string()),
  note: z.string(),
})
type Written = z.output<typeof kept>
const nothing: Written = { to: null, taken: {}, remarks: {}, note: '' }

/** What is written for the next shift; kept on this machine until it is sent. */
export function useTelling(from: Choice, lines: readonly ShiftLine[]) {
  const { words } = useMessages(shiftsMessages)
  const draft = useDraft(`shift/${from.id}`, nothing, understand, 1)
  const command = useCommand(tellShift)
  const { value } = draft
  const told = lines.filter(
    ({ complaintId, heeds }) => value.taken[complaintId] ?? (!from.isDesk || heeds.length > 0),
  )
  return {
    draft,
    command,
    told,
    take: ({ complaintId }: ShiftLine, isOn: boolean) =>
      draft.change({ ...value, taken: { ...value.taken, [complaintId]: isOn } }),
    remark: ({ complaintId }: ShiftLine, text: string) =>
      draft.change({ ...value, remarks: { ...value.remarks, [complaintId]: text } }),
    async send(to: Choice) {
      const body = toSend(from, to, value, told)
      const answered = await command.send({ body })
      if (!answered.ok) return
      draft.clear()
      const { toName: name } = answered.value.shift
      const text = to.isDesk ? words.sentToDesk({ name }) : words.sent({ name })
      showToast({ text, tone: 'done' })
    },
  }
}

function toSend(from: Choice, to: Choice, written: Written, told: readonly ShiftLine[]) {
  return {
    ...(from.isDesk ? { fromDeskId: from.id } : { fromId: from.id }),
    ...(to.isDesk ? { toDeskId: to.id } : { toId: to.id }),
    note: written.note.trim(),
    items: told.map(({ complaintId }) => ({
      complaintId,
      remark: written.remarks[complaintId] ?? '',
    })),
  }
}

function understand(found: unknown) {
  return kept.safeParse(found).data ?? null
}
