import { z } from 'zod'
import { readComplaint } from '#features/complaints/contract.ts'
import { identifyCustomer } from '#features/complaints/handling/contract.ts'
import { customersMessages } from '#features/complaints/customers/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import { isSend } from '#kit/keys.ts'
import { useMessages } from '#kit/language.tsx'
import { useSeen } from '#kit/seen.ts'
import { TextField } from '#kit/TextField.tsx'

const fields = z.object({
  name: z.string(),
  kana: z.string(),
  phone: z.string(),
  email: z.string(),
})
type Field = keyof z.output<typeof fields>
type Typed = { readonly [F in Field]?: string | undefined }

/** Who is complaining, written down by hand; what is left empty stays as it was. */
export function CustomerForm(props: {
  complaintId: string
  /** What was typed into the search, as a start. */
  start?: Typed
  onDone?: () => void
}) {
  const { words } = useMessages(customersMessages)
  const { complaintId } = props
  const complaint = useAnswer(readComplaint, { params: { complaintId } })
  const known: Typed = complaint.state === 'ready' ? complaint.value.customer : {}
  const seen = useSeen(complaint.state === 'ready' ? complaint.value.head : undefined)
  const command = useCommand(identifyCustomer)
  const draft = useDraft<Typed>(`customer/${complaintId}`, {}, (kept) => {
    const read = fields.partial().safeParse(kept)
    return read.success ? read.data : null
  })
  const value = (name: Field) => draft.value[name] ?? props.start?.[name] ?? known[name] ?? ''
  const change = (name: Field) => (text: string) => {
    seen.touch()
    draft.change({ ...draft.value, [name]: text })
  }
  const filled = fields.keyof().options.flatMap((name) => {
    const text = value(name).trim()
    return text === '' ? [] : [[name, text] as const]
  })

  async function save() {
    if (filled.length === 0) return
    const answered = await command.send({
      params: { complaintId },
      body: { customer: Object.fromEntries(filled), ...seen.basedOn() },
    })
    seen.settle(answered)
    if (!answered.ok) return
    draft.clear()
    props.onDone?.()
  }

  return (
    <div
      className="flex flex-col gap-2.5"
      onKeyDown={(event) => {
        if (isSend(event.nativeEvent)) void save()
      }}
    >
      <div className="grid grid-cols-2 gap-2 max-sm:grid-cols-1">
        <TextField label={words.name} value={value('name')} onChange={change('name')} autoFocus />
        <TextField label={words.kana} value={value('kana')} onChange={change('kana')} />
        <TextField
          label={words.phone}
          type="tel"
          inputMode="tel"
          value={value('phone')}
          onChange={change('phone')}
        />
        <TextField
          label={words.email}
          type="email"
          inputMode="email"
          value={value('email')}
          onChange={change('email')}
        />
      </div>
      <Refusal refusal={command.refusal} />
      <Button
        kind="primary"
        className="self-end"
        isDisabled={filled.length === 0}
        isBusy={command.isSending}
        onPress={() => void save()}
      >
        {words.save}
      </Button>
    </div>
  )
}
