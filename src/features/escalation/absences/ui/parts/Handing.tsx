import { z } from 'zod'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayAndTime } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { shiftsMessages } from '../../../shifts/messages.ts'
import { useRouteReason } from '../../../ui/parts/route-reason.ts'
import { makeTransfer, type Transferable } from '../../contract.ts'

/** Why assignment chooses somebody, in few words. */
export type ReasonWords = (because: Transferable['because'][number]) => string

type Person = { readonly id: string; readonly name: string; readonly businessName: string | null }
const stays = 'stays'

/** The preview: each line with whom it would go to; changed by hand before anything happens. */
export function Handing(props: {
  memberId: string
  memberName: string
  lines: readonly Transferable[]
  people: readonly Person[]
  reason: ReasonWords
}) {
  const { absence } = useMessages(shiftsMessages).words
  const draft = useDraft(`absence/${props.memberId}`, nothing, understand)
  const { changed, reason } = draft.value
  const command = useCommand(makeTransfer)
  const toOf = ({ id, toId }: Transferable) => changed[id] ?? toId ?? stays
  const items = props.lines.flatMap((line) => {
    const toId = toOf(line)
    return toId === stays ? [] : [{ kind: line.kind, id: line.id, toId }]
  })
  const others = props.people.filter(({ id }) => id !== props.memberId)
  const receivers = [...new Set(items.map(({ toId }) => toId))]

  async function send() {
    const body = { fromId: props.memberId, reason: reason.trim(), items }
    const answered = await command.send({ body })
    if (!answered.ok) return
    const done = answered.value.transfer.items.filter(({ refusal }) => refusal === null)
    showToast({ text: absence.made({ count: done.length }), tone: 'done' })
    draft.clear()
  }
  if (props.lines.length === 0) return <p>{absence.nothing}</p>
  return (
    <div className="flex flex-col gap-3">
      <ul className="card divide-y divide-line-soft">
        {props.lines.map((line) => (
          <Row
            key={line.kind + line.id}
            line={line}
            people={others}
            reason={props.reason}
            toId={toOf(line)}
            onChange={(toId) =>
              draft.change({ ...draft.value, changed: { ...changed, [line.id]: toId } })
            }
          />
        ))}
      </ul>
      {receivers.length > 0 ? (
        <div className="rounded-lg bg-accent-bg px-3.5 py-2">
          <p className="text-xs text-sub">{absence.say}</p>
          {receivers.map((id) => (
            <p key={id}>
              {absence.sentence({ from: told(props.people, props.memberId), to: told(others, id) })}
            </p>
          ))}
        </div>
      ) : null}
      <div className="flex flex-wrap items-end gap-3">
        <span className="min-w-64 flex-1">
          <TextField
            label={absence.reason}
            hint={absence.reasonHint}
            value={reason}
            onChange={(text) => draft.change({ ...draft.value, reason: text })}
            maxLength={200}
            isRequired
          />
        </span>
        <Button
          kind="primary"
          isDisabled={items.length === 0 || reason.trim() === ''}
          isBusy={command.isSending}
          onPress={() => void send()}
        >
          {absence.make({ count: items.length })}
        </Button>
      </div>
      <Refusal refusal={command.refusal} />
    </div>
  )
}

const kept = z.object({ changed: z.record(z.string(), z.string()), reason: z.string() })
const nothing: z.output<typeof kept> = { changed: {}, reason: '' }

function understand(found: unknown) {
  return kept.safeParse(found).data ?? null
}

/** How customers know them: by the family name of their business name. */
function told(people: readonly Person[], id: string): string {
  const person = people.find((each) => each.id === id)
  return (person?.businessName ?? person?.name ?? '').split(/[\s　]/u)[0] ?? ''
}

function Row(props: {
  line: Transferable
  people: readonly Person[]
  reason: ReasonWords
  toId: string
  onChange: (toId: string) => void
}) {
  const { absence } = useMessages(shiftsMessages).words
  const language = useLanguage()
  const now = useNow()
  const { line } = props
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
      <span className="min-w-56 flex-1">
        <span className="me-2 text-sm text-sub">{absence.kinds[line.kind]}</span>
        <span className="font-semibold">{line.subject}</span>
        <span className="ms-2 text-sm text-sub">
          {[line.number, line.customerName].filter(Boolean).join('　')}
        </span>
        {line.words ? (
          <span className="block text-sm text-purple">
            {line.words}
            {line.dueAt ? `　${dayAndTime(line.dueAt, now, language)}` : ''}
          </span>
        ) : null}
        {line.approvals.length > 0 ? (
          <span className="block text-sm text-orange">
            {absence.approvals({ labels: line.approvals.join(absence.comma) })}
          </span>
        ) : null}
      </span>
      <span className="w-full sm:w-60">
        <Select
          label={absence.to({ number: `${line.number} ${absence.kinds[line.kind]}` })}
          hidesLabel
          choices={[{ id: stays, name: absence.stay }, ...props.people]}
          value={props.toId}
          onChange={props.onChange}
        />
        <Why line={line} toId={props.toId} reason={props.reason} />
      </span>
    </li>
  )
}

function Why({ line, toId, reason }: { line: Transferable; toId: string; reason: ReasonWords }) {
  const { absence } = useMessages(shiftsMessages).words
  const routed = useRouteReason()
  const reasons = [...line.because.map(reason), ...line.routedBecause.map(routed)]
  if (!line.toId && toId === stays)
    return <span className="block text-xs text-orange">{absence.nobodyFree}</span>
  if (toId !== (line.toId ?? stays))
    return <span className="block text-xs text-sub">{absence.changed}</span>
  return reasons.length > 0 ? (
    <span className="block text-xs text-sub">
      {absence.why({ reasons: reasons.join(absence.comma) })}
    </span>
  ) : null
}
