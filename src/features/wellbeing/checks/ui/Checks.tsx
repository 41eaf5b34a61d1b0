import { useState } from 'react'
import { ClipboardCheck } from 'lucide-react'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { showToast } from '#kit/toasts.ts'
import { levels, listChecks, questions, saveCheck, type Answers } from '../contract.ts'
import { checksMessages } from '../messages.ts'
import { Trend } from './parts/Trend.tsx'

/** Three questions for oneself, and how it went so far. */
export default function Checks() {
  const { words } = useMessages(checksMessages)
  const answer = useAnswer(listChecks, {}, { live: true })
  return (
    <Section title={words.title} icon={ClipboardCheck} tone="green">
      <p className="text-sm text-sub">{words.lead}</p>
      <NewCheck />
      <Answering answer={answer} skeletonLines={2}>
        {({ checks }) => <Trend checks={checks} />}
      </Answering>
    </Section>
  )
}

type Chosen = { readonly [Question in keyof Answers]: number | null }
const unanswered: Chosen = { body: null, mind: null, on: null }

function NewCheck() {
  const { words } = useMessages(checksMessages)
  const [chosen, setChosen] = useState(unanswered)
  const [text, setText] = useState('')
  const command = useCommand(saveCheck)
  const { body, mind, on } = chosen
  const answers = body === null || mind === null || on === null ? null : { body, mind, on }

  async function save() {
    if (answers === null) return
    const answered = await command.send({ body: { ...answers, words: text } })
    if (!answered.ok) return
    setChosen(unanswered)
    setText('')
    showToast({ text: words.saved, tone: 'done' })
  }

  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4">
      {questions.map((question) => (
        <Choices
          key={question}
          label={words.questions[question]}
          choices={levels.map((name, level) => ({
            id: String(level),
            name: words.levels[question][name],
          }))}
          value={chosen[question] === null ? null : String(chosen[question])}
          onChange={(level) => setChosen({ ...chosen, [question]: Number(level) })}
        />
      ))}
      <TextArea
        label={words.words}
        rows={2}
        value={text}
        onChange={setText}
        onSend={() => void save()}
      />
      <Refusal refusal={command.refusal} />
      <div>
        <Button
          kind="primary"
          isDisabled={answers === null}
          isBusy={command.isSending}
          onPress={() => void save()}
        >
          {words.save}
        </Button>
      </div>
    </div>
  )
}
