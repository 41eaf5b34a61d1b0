import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { areas, cares, checkMonths, kinds, writeEntry, type CaseFile } from '../../contract.ts'
import { casesMessages } from '../../messages.ts'
import { nothingTyped, writtenOf, type Typed } from './typed.ts'

/** One thing to write down; its kind decides what else is asked. */
export function WriteEntry({ file, again }: { file: CaseFile; again: () => void }) {
  const { words } = useMessages(casesMessages)
  const today = dayKey(useNow())
  const [typed, setTyped] = useState(() => nothingTyped(today))
  const write = useCommand(writeEntry)
  const change = (changes: Partial<Typed>) => setTyped((before) => ({ ...before, ...changes }))
  async function send() {
    if (typed.words.trim() === '' || write.isSending) return
    const params = { caseId: file.caseId }
    const answered = await write.send({ params, body: { written: writtenOf(typed) } })
    if (!answered.ok) return
    setTyped({ ...nothingTyped(today), kind: typed.kind })
    showToast({ text: words.written, tone: 'done' })
    again()
  }
  return (
    <div className="flex flex-col gap-4 rounded-xl border border-line p-4">
      <Choices
        label={words.kind}
        size="small"
        choices={kinds.map((id) => ({ id, name: words.kinds[id] }))}
        value={typed.kind}
        onChange={(kind) => change({ kind })}
      />
      <TextArea
        label={words.texts[typed.kind]}
        value={typed.words}
        onChange={(text) => change({ words: text })}
        onSend={() => void send()}
      />
      <More typed={typed} change={change} />
      <Refusal refusal={write.refusal} />
      <Button
        className="self-start"
        isBusy={write.isSending}
        isDisabled={typed.words.trim() === ''}
        onPress={() => void send()}
      >
        {words.write}
      </Button>
    </div>
  )
}

type Fields = { typed: Typed; change: (changes: Partial<Typed>) => void }

function More({ typed, change }: Fields) {
  const { words } = useMessages(casesMessages)
  const line = (name: 'mayTell' | 'when' | 'witness' | 'reference' | 'tells', hint?: string) => (
    <TextField
      label={words[name]}
      value={typed[name]}
      onChange={(text) => change({ [name]: text })}
      {...(hint === undefined ? {} : { hint })}
    />
  )
  const due = (
    <DayField label={words.dueOn} value={typed.dueOn} onChange={(dueOn) => change({ dueOn })} />
  )
  switch (typed.kind) {
    case 'wish':
      return (
        <>
          <Checkbox isChosen={typed.isAgainst} onChange={(isAgainst) => change({ isAgainst })}>
            {words.isAgainst}
          </Checkbox>
          {line('mayTell', words.mayTellHint)}
        </>
      )
    case 'fact':
      return (
        <div className="grid gap-3 sm:grid-cols-2">
          {line('when')}
          {line('witness')}
        </div>
      )
    case 'care':
      return (
        <>
          <Choices
            label={words.care}
            size="small"
            choices={cares.map((id) => ({ id, name: words.cares[id] }))}
            value={typed.care}
            onChange={(care) => change({ care })}
          />
          {due}
        </>
      )
    case 'measure':
      return (
        <>
          {line('reference')}
          {line('tells', words.mayTellHint)}
          {due}
        </>
      )
    case 'told':
      return (
        <>
          <DayField label={words.toldOn} value={typed.on} onChange={(on) => change({ on })} />
          <Checkbox isChosen={typed.isSentHere} onChange={(isSentHere) => change({ isSentHere })}>
            {words.isSentHere}
          </Checkbox>
        </>
      )
    case 'prevention':
      return due
    case 'check':
      return <Check typed={typed} change={change} />
  }
}

function Check({ typed, change }: Fields) {
  const { words } = useMessages(casesMessages)
  const { changed } = typed
  return (
    <>
      <Choices
        label={words.month}
        size="small"
        choices={checkMonths.map((count) => ({
          id: String(count),
          name: words.months({ count }),
        }))}
        value={String(typed.month)}
        onChange={(id) =>
          change({ month: checkMonths.find((each) => String(each) === id) ?? typed.month })
        }
      />
      <fieldset>
        <legend className="text-sm font-medium">{words.changed}</legend>
        <div className="flex flex-wrap gap-x-4">
          {areas.map((area) => (
            <Checkbox
              key={area}
              isChosen={changed.includes(area)}
              onChange={(is) =>
                change({
                  changed: is ? [...changed, area] : changed.filter((each) => each !== area),
                })
              }
            >
              {words.areas[area]}
            </Checkbox>
          ))}
        </div>
      </fieldset>
    </>
  )
}
