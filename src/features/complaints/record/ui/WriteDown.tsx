import { Suspense } from 'react'
import { z } from 'zod'
import {
  demandKind,
  details,
  factTopic,
  readComplaint,
  type Details,
} from '#features/complaints/contract.ts'
import {
  claimFact,
  describeComplaint,
  makeDemand,
  raiseConcern,
} from '#features/complaints/handling/contract.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { useSaid } from '#features/complaints/timeline/ui/said.ts'
import { useAnswer } from '#kit/answers.ts'
import type { Answered } from '#kit/call.ts'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { LineForm } from '#kit/LineForm.tsx'
import { useNow } from '#kit/now.ts'
import { useSeen } from '#kit/seen.ts'
import { dayKey } from '#kit/time.ts'
import { readDetail } from './parts/read-value.ts'

const CauseForm = later(() =>
  import('./parts/CauseForm.tsx').then((m) => ({ default: m.CauseForm })),
)
const ConfirmedForm = later(() =>
  import('./parts/ConfirmedForm.tsx').then((m) => ({ default: m.ConfirmedForm })),
)
const SafetyForm = later(() =>
  import('./parts/SafetyForm.tsx').then((m) => ({ default: m.SafetyForm })),
)

export type WriteDownProps = {
  readonly complaintId: string
  /** As in the guide: `concern`, `fact:when`, `confirmed:what`, `safety`, `details:product`, `demand:refund`, `cause`. */
  readonly into: string
  readonly label: string
  readonly isRequired?: boolean
  readonly autoFocus?: boolean
  /** What may stand there already, to be kept or changed. */
  readonly start?: string
  readonly onDone?: () => void
}

/** The small form for one thing of the record; null for what belongs to another room. */
export function WriteDown(props: WriteDownProps) {
  const [kind = '', rest = ''] = props.into.split(':')
  const topic = factTopic.safeParse(rest)
  const demanded = demandKind.safeParse(rest)
  const field = detailName.safeParse(rest)
  if (kind === 'concern') return <ConcernLine {...props} />
  if (kind === 'safety')
    return (
      <Suspense>
        <SafetyForm {...props} />
      </Suspense>
    )
  if (kind === 'cause')
    return (
      <Suspense>
        <CauseForm {...props} />
      </Suspense>
    )
  if (kind === 'fact' && topic.success) return <FactLine {...props} topic={topic.data} />
  if (kind === 'confirmed' && topic.success)
    return (
      <Suspense>
        <ConfirmedForm {...props} topic={topic.data} />
      </Suspense>
    )
  if (kind === 'demand' && demanded.success) return <DemandLine {...props} kind={demanded.data} />
  if (kind === 'details' && field.success) return <DetailLine {...props} field={field.data} />
  return null
}

/** Whether `WriteDown` has a form for it. */
export function isOfRecord(into: string): boolean {
  return /^(concern|safety|cause|fact:|confirmed:|demand:|details:)/.test(into)
}

const detailName = z.enum(keysOf(details.shape))

function keysOf<T extends object>(shape: T): (keyof T & string)[] {
  return Object.keys(shape).filter((key): key is keyof T & string => key in shape)
}

function ConcernLine(props: WriteDownProps) {
  const { words } = useMessages(recordMessages)
  const command = useCommand(raiseConcern)
  const line = useLine(props, (text) =>
    command.send({ params: { complaintId: props.complaintId }, body: { words: text } }),
  )
  return (
    <LineForm
      {...line}
      placeholder={words.concerns.addHint}
      isSaving={command.isSending}
      refusal={command.refusal}
    />
  )
}

function FactLine(props: WriteDownProps & { topic: z.output<typeof factTopic> }) {
  const { words } = useMessages(recordMessages)
  const command = useCommand(claimFact)
  const { topic, complaintId } = props
  const line = useLine(props, (statement) =>
    command.send({
      params: { complaintId },
      body: { topic, statement, source: words.facts.fromCustomer },
    }),
  )
  return <LineForm {...line} isSaving={command.isSending} refusal={command.refusal} />
}

function DemandLine(props: WriteDownProps & { kind: z.output<typeof demandKind> }) {
  const { words } = useMessages(recordMessages)
  const command = useCommand(makeDemand)
  const { kind, complaintId } = props
  const complaint = useAnswer(readComplaint, { params: { complaintId } })
  const before =
    complaint.state === 'ready'
      ? (complaint.value.demands.find((demand) => demand.kind === kind)?.timesMade ?? 0)
      : 0
  const line = useLine(props, (text) =>
    command.send({ params: { complaintId }, body: { kind, words: text } }),
  )
  return (
    <LineForm
      {...line}
      {...(before > 0 ? { hint: words.demands.again({ count: before + 1 }) } : {})}
      isSaving={command.isSending}
      refusal={command.refusal}
    />
  )
}

function DetailLine(props: WriteDownProps & { field: keyof Details }) {
  const { words } = useMessages(recordMessages)
  const command = useCommand(describeComplaint)
  const { field, complaintId } = props
  const today = dayKey(useNow())
  const complaint = useAnswer(readComplaint, { params: { complaintId } })
  const seen = useSeen(complaint.state === 'ready' ? complaint.value.head : undefined)
  const line = useLine(props, async (text) => {
    const known = readDetail(field, text, today)
    if (!known) return null
    const answered = await command.send({
      params: { complaintId },
      body: { details: known, ...seen.basedOn() },
    })
    seen.settle(answered)
    return answered
  })
  const isUnread = line.value !== '' && !readDetail(field, line.value, today)
  const isDay = field === 'purchasedOn'
  return (
    <LineForm
      {...line}
      onChange={(text) => {
        seen.touch()
        line.onChange(text)
      }}
      {...(isDay ? { placeholder: words.details.dayHint } : {})}
      {...(isUnread ? { hint: isDay ? words.details.notDay : words.details.notNumber } : {})}
      inputMode={field === 'price' ? 'numeric' : 'text'}
      isDisabled={isUnread}
      isSaving={command.isSending}
      refusal={command.refusal}
    />
  )
}

/** A line whose text is kept until the server has it; ↑ brings back what the customer said. */
function useLine(props: WriteDownProps, send: (text: string) => Promise<Answered<unknown> | null>) {
  const { words } = useMessages(recordMessages)
  const draft = useTextDraft(`${props.complaintId}/${props.into}`)
  const recall = useSaid(props.complaintId)
  const text = draft.keptAt === null ? (props.start ?? '') : draft.value
  async function save() {
    const answered = await send(text.trim())
    if (!answered?.ok) return
    draft.clear()
    props.onDone?.()
  }
  return {
    label: props.label,
    isRequired: props.isRequired ?? false,
    autoFocus: props.autoFocus ?? false,
    value: text,
    onChange: draft.change,
    onSave: () => void save(),
    saveLabel: words.save,
    recall,
    placeholder: recall.length > 0 ? words.recall : '',
  }
}
