import { useState } from 'react'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { readFile } from '#kit/files.ts'
import { useMessages } from '#kit/language.tsx'
import { useSettled } from '#kit/settled.ts'
import { showToast } from '#kit/toasts.ts'
import { Sheets } from '../../on-paper/ui/parts/Sheets.tsx'
import { useDrawn } from '../../on-paper/ui/parts/usePaper.ts'
import {
  changeLetterhead,
  letterhead,
  previewLetterhead,
  readLetterhead,
  type Letterhead,
  type ShownLetterhead,
} from '../contract.ts'
import { letterheadMessages } from '../messages.ts'
import { Editions } from './parts/Editions.tsx'
import { LetterheadFields } from './parts/LetterheadFields.tsx'

/** What stands on every letter of the company, with a sample that follows the keys; the editions before it below. */
export default function LetterheadSettings({ mayChange }: { mayChange: boolean }) {
  const { words } = useMessages(letterheadMessages)
  const answer = useAnswer(readLetterhead, {})
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-2xl text-sm text-sub">
        {words.lead}
        {mayChange ? '' : words.onlyAdmin}
      </p>
      <Answering answer={answer}>
        {(value) => <Form key={value.changedAt ?? 'first'} shown={value} mayChange={mayChange} />}
      </Answering>
    </div>
  )
}

function Form({ shown, mayChange }: { shown: ShownLetterhead; mayChange: boolean }) {
  const { words } = useMessages(letterheadMessages)
  const [typed, setTyped] = useState<Letterhead>(() => letterhead.parse(shown))
  const command = useCommand(changeLetterhead)

  async function save() {
    if (command.isSending || !mayChange) return
    const answered = await command.send({ body: typed })
    if (answered.ok) showToast({ text: words.saved, tone: 'done' })
  }
  function bring(edition: Letterhead) {
    setTyped(edition)
    showToast({ text: words.brought })
  }

  return (
    <>
      <div className="grid max-w-6xl gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex flex-col gap-5">
          <LetterheadFields
            letterhead={typed}
            change={(changes) => setTyped({ ...typed, ...changes })}
            mayChange={mayChange}
            onSend={() => void save()}
          />
          <Refusal refusal={command.refusal} />
          {mayChange ? (
            <div>
              <Button
                kind="primary"
                keys="mod+enter"
                keysInFields
                isBusy={command.isSending}
                onPress={() => void save()}
              >
                {words.save}
              </Button>
            </div>
          ) : null}
        </div>
        <Sample typed={typed} />
      </div>
      <Editions bring={mayChange ? bring : null} />
    </>
  )
}

const pauseMs = 400
const directions = ['horizontal', 'vertical'] as const

function Sample({ typed }: { typed: Letterhead }) {
  const { words } = useMessages(letterheadMessages)
  const [direction, setDirection] = useState<(typeof directions)[number]>('horizontal')
  const settled = useSettled(JSON.stringify(typed), pauseMs)
  const picture = useDrawn((signal) => {
    const body = { letterhead: letterhead.parse(JSON.parse(settled)), direction }
    return readFile(previewLetterhead, { body }, signal)
  }, `${direction}${settled}`)
  return (
    <section aria-label={words.preview} className="flex flex-col gap-3">
      <Choices
        label={words.direction}
        size="small"
        choices={directions.map((id) => ({ id, name: words.directions[id] }))}
        value={direction}
        onChange={setDirection}
      />
      <Sheets picture={picture} kind={words.previewKind} isOnItsSide={direction === 'vertical'} />
    </section>
  )
}
