import { Inbox } from 'lucide-react'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Moment } from '#kit/Time.tsx'
import { listPassed, nameOfLevel, questions, seePassed, type PassedOn } from '../contract.ts'
import { checksMessages } from '../messages.ts'

/** For members of the consultation desk: what people have passed on themselves. */
export default function Passed() {
  const { desk: words } = useMessages(checksMessages).words
  const answer = useAnswer(listPassed, {}, { live: true })
  return (
    <Section title={words.title} icon={Inbox} tone="blue">
      <p className="text-sm text-sub">{words.lead}</p>
      <Answering answer={answer} skeletonLines={2}>
        {({ passed }) =>
          passed.length === 0 ? (
            <p className="text-sm text-sub">{words.none}</p>
          ) : (
            <ul className="flex flex-col gap-2">
              {passed.map((one) => (
                <One key={one.id} one={one} />
              ))}
            </ul>
          )
        }
      </Answering>
    </Section>
  )
}

function One({ one }: { one: PassedOn }) {
  const { words } = useMessages(checksMessages)
  const { desk } = words
  const command = useCommand(seePassed)
  const { answers, fromName: name } = one
  return (
    <li className="flex flex-col gap-2 rounded-xl border border-line bg-surface px-4 py-3 text-sm">
      <p className="flex flex-wrap gap-x-3">
        <strong className="font-semibold">{desk.from({ name })}</strong>
        <Moment at={one.at} className="text-sub" />
      </p>
      {one.words ? <p className="whitespace-pre-wrap">{one.words}</p> : null}
      {answers ? (
        <p className="text-sub">
          {questions
            .map((each) => `${words.short[each]} ${words.levels[each][nameOfLevel(answers[each])]}`)
            .join('・')}
        </p>
      ) : null}
      {one.seenByName === null ? (
        <div>
          <Button
            size="small"
            label={desk.seeNamed({ name })}
            isBusy={command.isSending}
            onPress={() => void command.send({ params: { passedId: one.id }, body: {} })}
          >
            {desk.see}
          </Button>
        </div>
      ) : (
        <p className="text-xs text-sub">{desk.seen({ name: one.seenByName })}</p>
      )}
      <Refusal refusal={command.refusal} />
    </li>
  )
}
