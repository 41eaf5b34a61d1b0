import { Ear } from 'lucide-react'
import { useState } from 'react'
import { readComplaint, type CustomerFields } from '#features/complaints/contract.ts'
import { describeComplaint, identifyCustomer } from '#features/complaints/handling/contract.ts'
import type { Guidance } from '#features/guide/contract.ts'
import { guideMessages } from '#features/guide/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'

type Unknown = Guidance['unknowns'][number]
type Told = Unknown & { readonly heard: NonNullable<Unknown['heard']> }

/** What the customer said in so many words: one press writes it down, Alt+M the first of them. */
export function Heard(props: {
  complaintId: string
  unknowns: readonly Unknown[]
  done: () => void
}) {
  const { words } = useMessages(guideMessages)
  const { save, isSaving, refusal } = useSaving(props.complaintId)
  // The next press is for the next one, also before the server has said that this one is known.
  const [written, setWritten] = useState<readonly string[]>([])
  const told = props.unknowns.filter(
    (unknown): unknown is Told => unknown.heard !== undefined && !written.includes(markOf(unknown)),
  )
  if (told.length === 0) return null
  async function write(unknown: Told) {
    if (!(await save(unknown.key, unknown.heard.value))) return
    setWritten((before) => [...before, markOf(unknown)])
    props.done()
  }
  return (
    <div className="flex flex-col gap-1.5 rounded-lg bg-accent-bg px-3 py-2">
      <p className="flex items-center gap-1.5 text-xs text-accent">
        <Ear aria-hidden size={14} />
        {words.panel.heard}
      </p>
      <ul aria-label={words.panel.heard} className="flex flex-wrap gap-1.5">
        {told.map((unknown, at) => (
          <li key={unknown.key}>
            <Button
              size="small"
              label={words.panel.writeHeard({
                label: unknown.label,
                words: unknown.heard.words,
              })}
              {...(at === 0 ? { keys: 'alt+m', keysInFields: true } : {})}
              isBusy={isSaving}
              onPress={() => void write(unknown)}
            >
              {`${unknown.label}：${unknown.heard.words}`}
            </Button>
          </li>
        ))}
      </ul>
      <Refusal refusal={refusal} />
    </div>
  )
}

function markOf({ key, heard }: Unknown): string {
  return `${key} ${heard?.value ?? ''}`
}

const detailOf: Readonly<
  Record<string, 'happenedOn' | 'happenedWhere' | 'orderNumber' | 'purchasedOn'>
> = {
  when: 'happenedOn',
  where: 'happenedWhere',
  order: 'orderNumber',
  purchasedOn: 'purchasedOn',
}

function useSaving(complaintId: string) {
  const describe = useCommand(describeComplaint)
  const identify = useCommand(identifyCustomer)
  const params = { complaintId }
  const complaint = useAnswer(readComplaint, { params })
  const known: CustomerFields = complaint.state === 'ready' ? complaint.value.customer : {}
  const { name, kana, phone, email } = known
  async function save(key: string, value: string): Promise<boolean> {
    const detail = detailOf[key]
    if (detail !== undefined || key === 'price') {
      const details = detail === undefined ? { price: Number(value) } : { [detail]: value }
      return (await describe.send({ params, body: { details } })).ok
    }
    const customer = withoutGaps({ name, kana, phone, email, ...customerOf(key, value) })
    return (await identify.send({ params, body: { customer } })).ok
  }
  return {
    save,
    isSaving: describe.isSending || identify.isSending,
    refusal: describe.refusal ?? identify.refusal,
  }
}

function customerOf(key: string, value: string) {
  if (key === 'customer') return { name: value }
  return value.includes('@') ? { email: value } : { phone: value }
}

/** What is not known is not sent: sent empty it would be taken away. */
function withoutGaps(fields: { readonly [key: string]: string | undefined }): CustomerFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
