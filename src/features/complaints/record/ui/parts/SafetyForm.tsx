import { CircleHelp, HeartPulse, ShieldCheck, TriangleAlert } from 'lucide-react'
import { checkSafety } from '#features/complaints/handling/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { recordMessages } from '#features/complaints/record/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useTextDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'

const answers = [
  { harm: 'none', kind: 'done', Icon: ShieldCheck },
  { harm: 'near-miss', kind: 'secondary', Icon: TriangleAlert },
  { harm: 'injured', kind: 'danger', Icon: HeartPulse },
  { harm: 'unknown', kind: 'secondary', Icon: CircleHelp },
] as const

/** Was anybody hurt: one press for the answer, their words when there are any. */
export function SafetyForm(props: { complaintId: string; label: string; onDone?: () => void }) {
  const { words } = useMessages(recordMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const command = useCommand(checkSafety)
  const { complaintId } = props
  const draft = useTextDraft(`${complaintId}/safety`)

  async function record(harm: (typeof answers)[number]['harm']) {
    const said = draft.value.trim() || shared.harms[harm]
    const answered = await command.send({ params: { complaintId }, body: { harm, words: said } })
    if (!answered.ok) return
    draft.clear()
    props.onDone?.()
  }

  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{props.label}</legend>
      <div className="flex flex-wrap gap-2">
        {answers.map(({ harm, kind, Icon }) => (
          <Button
            key={harm}
            kind={kind}
            icon={<Icon aria-hidden size={17} />}
            label={words.safety.record({ harm: shared.harms[harm] })}
            isBusy={command.isSending}
            onPress={() => void record(harm)}
          >
            {shared.harms[harm]}
          </Button>
        ))}
      </div>
      <TextField
        label={words.safety.words}
        hidesLabel
        placeholder={words.safety.words}
        value={draft.value}
        onChange={draft.change}
      />
      <Refusal refusal={command.refusal} />
    </fieldset>
  )
}
