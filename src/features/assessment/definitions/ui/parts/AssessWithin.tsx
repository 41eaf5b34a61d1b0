import { useState } from 'react'
import { changeAssessWithin } from '#features/assessment/definitions/contract.ts'
import { definitionsMessages } from '#features/assessment/definitions/messages.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { showToast } from '#kit/toasts.ts'

/** After how long a complaint without initial assessment stands on Today. */
export function AssessWithin(props: { minutes: number; mayChange: boolean }) {
  const { words } = useMessages(definitionsMessages)
  const [typed, setTyped] = useState<string | null>(null)
  const command = useCommand(changeAssessWithin)
  const value = typed ?? String(props.minutes)
  const minutes = Number(value.normalize('NFKC'))
  const isRight = Number.isInteger(minutes) && minutes >= 5 && minutes <= 10_080

  async function save() {
    const answered = await command.send({ body: { minutes } })
    if (!answered.ok) return
    setTyped(null)
    showToast({ text: words.withinSaved, tone: 'done' })
  }

  if (!props.mayChange) {
    return (
      <p className="text-sm text-sub">
        {words.within}：<span data-figures>{props.minutes}</span>
      </p>
    )
  }
  return (
    <div className="max-w-lg">
      <LineForm
        label={words.within}
        hint={isRight ? words.withinLead : words.notNumber}
        value={value}
        onChange={setTyped}
        onSave={() => void save()}
        saveLabel={words.save}
        inputMode="numeric"
        isDisabled={!isRight || typed === null}
        isSaving={command.isSending}
        refusal={command.refusal}
      />
    </div>
  )
}
