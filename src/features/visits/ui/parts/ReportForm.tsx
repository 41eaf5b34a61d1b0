import { listEvidence } from '#features/complaints/evidence/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { visitBoardMessages } from '../../board/messages.ts'
import {
  report as reportSchema,
  reportVisit,
  type Report,
  type Visit,
} from '../../planning/contract.ts'

const empty: Report = {
  demanded: '',
  said: '',
  promised: '',
  signedUnderConstraint: [],
  signedWords: '',
  wasLoud: false,
  needsCare: false,
}
const lines = ['demanded', 'said', 'promised'] as const

/** What was demanded, said, promised and signed. It may be written again: each version stays in the record. */
export default function ReportForm({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const { words } = useMessages(visitBoardMessages)
  const { reportFields: fields } = words
  const form = useReport(visit, onClose)
  const { report, change } = form
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.reportTitle}
      keepsOpen
      actions={
        <SendButtons
          label={words.reportSave}
          onSend={() => void form.save()}
          onClose={onClose}
          isBusy={form.isSaving}
        />
      }
    >
      <div className="flex flex-col gap-4">
        {lines.map((name, at) => (
          <TextArea
            key={name}
            label={fields[name]}
            value={report[name]}
            onChange={(text) => change({ [name]: text })}
            autoFocus={at === 0}
          />
        ))}
        <TextArea
          label={fields.signedWords}
          hint={fields.signedHint}
          value={report.signedWords}
          onChange={(signedWords) => change({ signedWords })}
        />
        {visit.complaintId ? (
          <Signed
            complaintId={visit.complaintId}
            chosen={report.signedUnderConstraint}
            onChange={(signedUnderConstraint) => change({ signedUnderConstraint })}
          />
        ) : null}
        <div className="flex flex-wrap gap-x-5">
          <Checkbox isChosen={report.wasLoud} onChange={(wasLoud) => change({ wasLoud })}>
            {fields.wasLoud}
          </Checkbox>
          <Checkbox isChosen={report.needsCare} onChange={(needsCare) => change({ needsCare })}>
            {fields.needsCare}
          </Checkbox>
        </div>
        <Refusal refusal={form.refusal} />
      </div>
    </Dialog>
  )
}

/** Files of the complaint that are marked as signed while nobody could leave. */
function Signed(props: {
  complaintId: string
  chosen: readonly string[]
  onChange: (ids: string[]) => void
}) {
  const { reportFields: fields } = useMessages(visitBoardMessages).words
  const { complaintId, chosen } = props
  const answer = useAnswer(listEvidence, { params: { complaintId } })
  const files = answer.state === 'ready' ? answer.value.evidence : []
  if (files.length === 0) return null
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-sm leading-normal font-medium">{fields.signedFiles}</legend>
      {files.map(({ id, name }) => (
        <Checkbox
          key={id}
          isChosen={chosen.includes(id)}
          onChange={(is) =>
            props.onChange(is ? [...chosen, id] : chosen.filter((each) => each !== id))
          }
        >
          {name}
        </Checkbox>
      ))}
    </fieldset>
  )
}

function useReport(visit: Visit, onClose: () => void) {
  const draft = useDraft<Report>(`visit-report/${visit.id}`, visit.report ?? empty, (kept) => {
    const read = reportSchema.safeParse(kept)
    return read.success ? read.data : null
  })
  const command = useCommand(reportVisit)
  async function save() {
    const answered = await command.send({
      params: { visitId: visit.id },
      body: { report: draft.value },
    })
    if (!answered.ok) return
    draft.clear()
    onClose()
  }
  return {
    report: draft.value,
    change: (part: Partial<Report>) => draft.change({ ...draft.value, ...part }),
    save,
    isSaving: command.isSending,
    refusal: command.refusal,
  }
}
