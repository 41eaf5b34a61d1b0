import { useState } from 'react'
import {
  checkDefinition,
  readDefinition,
  saveDefinition,
} from '#features/assessment/definitions/contract.ts'
import { definitionsMessages } from '#features/assessment/definitions/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { LineForm } from '#kit/LineForm.tsx'
import { useNow } from '#kit/now.ts'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { Versions } from './Versions.tsx'

/** One kind of clock as text: looked at again, or changed from a day on with a reason. */
export default function DefinitionDialog(props: {
  code: string
  mayChange: boolean
  onClose: () => void
}) {
  const { words } = useMessages(definitionsMessages)
  const language = useLanguage()
  const params = { code: props.code }
  const answer = useAnswer(readDefinition, { params })
  const found = answer.state === 'ready' ? answer.value : null
  const today = dayKey(useNow())
  const [typed, setTyped] = useState<string | null>(null)
  const [effectiveFrom, setFrom] = useState(today)
  const [note, setNote] = useState('')
  const [rests, setRests] = useState<boolean | null>(null)
  const command = useCommand(saveDefinition)
  const text = typed ?? found?.text ?? ''
  const isResting = rests ?? found?.held.isResting ?? false
  const isUnchanged = typed === null && rests === null
  const isIncomplete = isUnchanged || note.trim() === '' || effectiveFrom === ''

  async function send() {
    if (isIncomplete) return
    const body = { text, effectiveFrom, isResting, note: note.trim() }
    const answered = await command.send({ params, body })
    if (!answered.ok) return
    showToast({ text: words.saved, tone: 'done' })
    props.onClose()
  }

  const name = found?.held.definition.name[language] ?? ''
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.editTitle({ name })}
      width="wide"
      keepsOpen={!isUnchanged}
      actions={
        props.mayChange ? (
          <SendButtons
            label={words.save}
            onSend={() => void send()}
            onClose={props.onClose}
            isBusy={command.isSending}
            isDisabled={isIncomplete}
          />
        ) : null
      }
    >
      <Answering answer={answer}>
        {(value) => (
          <div className="flex flex-col gap-4">
            <p className="text-sm font-semibold">{words.notAdvice}</p>
            {props.mayChange ? <Check code={props.code} /> : null}
            <TextArea
              label={words.text}
              value={text}
              onChange={setTyped}
              rows={14}
              isDisabled={!props.mayChange}
              className="font-mono text-sm"
            />
            {props.mayChange ? (
              <>
                <Checkbox isChosen={isResting} onChange={setRests}>
                  {words.isResting}
                </Checkbox>
                <div className="grid gap-4 sm:grid-cols-2">
                  <DayField
                    label={words.effectiveFrom}
                    value={effectiveFrom}
                    onChange={setFrom}
                    from={today}
                  />
                  <TextField
                    label={words.note}
                    hint={words.noteHint}
                    value={note}
                    onChange={setNote}
                    isRequired
                  />
                </div>
                <p className="text-xs text-sub">{words.keeps}</p>
                <Refusal refusal={command.refusal} />
              </>
            ) : null}
            <Versions
              versions={value.versions}
              shippedText={value.shippedText}
              onTake={props.mayChange ? setTyped : null}
            />
          </div>
        )}
      </Answering>
    </Dialog>
  )
}

/** Compared with its source today, and nothing has changed. */
function Check({ code }: { code: string }) {
  const { words } = useMessages(definitionsMessages)
  const [note, setNote] = useState('')
  const command = useCommand(checkDefinition)

  async function check() {
    const answered = await command.send({ params: { code }, body: { note: note.trim() } })
    if (!answered.ok) return
    setNote('')
    showToast({ text: words.checked, tone: 'done' })
  }

  return (
    <div className="rounded-lg bg-gray-bg px-4 py-3">
      <LineForm
        label={words.checkNote}
        hint={words.checkHint}
        value={note}
        onChange={setNote}
        onSave={() => void check()}
        saveLabel={words.check}
        isSaving={command.isSending}
        refusal={command.refusal}
      />
    </div>
  )
}
