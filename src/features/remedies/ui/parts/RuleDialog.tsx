import { useState } from 'react'
import { saveRemedyRule, type RemedyRule } from '#features/remedies/contract.ts'
import { remediesMessages } from '#features/remedies/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'

type Numbers = Record<'maxYen' | 'maxPercent' | 'withinDays', string>

export function RuleDialog(props: { rule: RemedyRule; onClose: () => void }) {
  const { words } = useMessages(remediesMessages)
  const { rule, onClose } = props
  const [draft, setDraft] = useState(rule)
  const [numbers, setNumbers] = useState<Numbers>({
    maxYen: written(rule.maxYen),
    maxPercent: written(rule.maxPercent),
    withinDays: written(rule.withinDays),
  })
  const command = useCommand(saveRemedyRule)
  const read = {
    maxYen: readNumber(numbers.maxYen),
    maxPercent: readNumber(numbers.maxPercent),
    withinDays: readNumber(numbers.withinDays),
  }

  async function save() {
    const { maxYen, maxPercent, withinDays } = read
    if (maxYen === undefined || maxPercent === undefined || withinDays === undefined) return
    const { id: ruleId, ...body } = { ...draft, maxYen, maxPercent, withinDays }
    const answered = await command.send({ params: { ruleId }, body })
    if (!answered.ok) return
    onClose()
    const { id, ...former } = rule
    const undo = async () => {
      const restored = await command.send({ params: { ruleId: id }, body: former })
      if (restored.ok) showToast({ text: words.restored({ code: rule.code }) })
    }
    showToast({ text: words.saved({ code: rule.code }), tone: 'done', undo: () => void undo() })
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.editTitle({ code: rule.code })}
      width="normal"
      keepsOpen
      actions={
        <SendButtons
          label={words.save}
          onSend={() => void save()}
          onClose={onClose}
          isBusy={command.isSending}
          isDisabled={Object.values(read).includes(undefined)}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <Sentences draft={draft} change={(changes) => setDraft({ ...draft, ...changes })} />
        <NumberFields
          numbers={numbers}
          read={read}
          change={(changes) => setNumbers({ ...numbers, ...changes })}
        />
        <Select
          label={words.fields.grantedBy}
          choices={(['operator', 'supervisor', 'admin'] as const).map((id) => ({
            id,
            name: words.grantedBy[id],
          }))}
          value={draft.grantedBy}
          onChange={(grantedBy) => setDraft({ ...draft, grantedBy })}
        />
        <Checkbox
          isChosen={draft.needsConfirmedFact}
          onChange={(needsConfirmedFact) => setDraft({ ...draft, needsConfirmedFact })}
        >
          {words.fields.needsConfirmedFact}
        </Checkbox>
        <Checkbox
          isChosen={draft.isActive}
          onChange={(isActive) => setDraft({ ...draft, isActive })}
        >
          {words.fields.isActive}
        </Checkbox>
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}

function Sentences(props: { draft: RemedyRule; change: (changes: Partial<RemedyRule>) => void }) {
  const { fields } = useMessages(remediesMessages).words
  const { draft, change } = props
  return (
    <>
      <TextField label={fields.name} value={draft.name} onChange={(name) => change({ name })} />
      <TextField label={fields.label} value={draft.label} onChange={(label) => change({ label })} />
      <TextArea
        label={fields.say}
        hint={fields.sayHint}
        value={draft.say}
        onChange={(say) => change({ say })}
        rows={2}
      />
      <TextField
        label={fields.clause}
        value={draft.clause}
        onChange={(clause) => change({ clause })}
      />
      <TextArea
        label={fields.clauseText}
        value={draft.clauseText}
        onChange={(clauseText) => change({ clauseText })}
        rows={2}
      />
    </>
  )
}

const numberNames = ['maxYen', 'maxPercent', 'withinDays'] as const

function NumberFields(props: {
  numbers: Numbers
  read: Readonly<Record<keyof Numbers, number | null | undefined>>
  change: (changes: Partial<Numbers>) => void
}) {
  const { words } = useMessages(remediesMessages)
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      {numberNames.map((name) => (
        <TextField
          key={name}
          label={words.fields[name]}
          hint={words.fields.limitHint}
          inputMode="numeric"
          value={props.numbers[name]}
          onChange={(value) => props.change({ [name]: value })}
          error={props.read[name] === undefined ? words.notNumber : null}
        />
      ))}
    </div>
  )
}

function written(value: number | null): string {
  return value === null ? '' : String(value)
}

/** 全角, commas and 円 are forgiven; empty is "no limit"; undefined is not a number. */
function readNumber(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[,、円%日\s]/g, '')
  if (plain === '') return null
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined
}
