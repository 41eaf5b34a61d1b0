import { useState } from 'react'
import { listMembers, type Member } from '#features/access/contract.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Select } from '#kit/Select.tsx'
import { showToast } from '#kit/toasts.ts'
import { appoint } from '../../../cases/contract.ts'
import { dutiesMessages } from '../../messages.ts'

/** Who works at the desk; the whole desk is told of every change. */
export function Counsellors({ again }: { again: () => void }) {
  const { counsellors: words } = useMessages(dutiesMessages).words
  const members = useAnswer(listMembers, {})
  const command = useCommand(appoint)
  const change = async (memberId: string, isOn: boolean) => {
    const answered = await command.send({ params: { memberId }, body: { isOn } })
    if (!answered.ok) return
    showToast({ text: isOn ? words.added : words.removed, tone: 'done' })
    members.again()
    again()
  }
  return (
    <Section title={words.title}>
      <p className="text-sm text-sub">{words.lead}</p>
      <Answering answer={members} skeletonLines={2}>
        {({ members: people }) => (
          <>
            <ul className="flex flex-col gap-2">
              {people.filter(isCounsellor).map(({ id, name }) => (
                <li key={id} className="flex items-center gap-3 text-sm">
                  <span className="flex-1 font-semibold">{name}</span>
                  <Button
                    size="small"
                    label={words.removeLabel({ name })}
                    onPress={() => void change(id, false)}
                  >
                    {words.remove}
                  </Button>
                </li>
              ))}
            </ul>
            <Add
              people={people.filter((each) => !isCounsellor(each))}
              add={(id) => void change(id, true)}
            />
          </>
        )}
      </Answering>
      <Refusal refusal={command.refusal} />
    </Section>
  )
}

const isCounsellor = ({ roles }: Member) => roles.includes('consultation')

function Add(props: { people: readonly Member[]; add: (id: string) => void }) {
  const { counsellors: words } = useMessages(dutiesMessages).words
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="min-w-52">
        <Select
          label={words.who}
          choices={props.people.map(({ id, name }) => ({ id, name }))}
          value={props.people.some(({ id }) => id === chosen) ? chosen : null}
          onChange={setChosen}
        />
      </div>
      <Button
        isDisabled={chosen === null}
        onPress={() => {
          if (chosen) props.add(chosen)
          setChosen(null)
        }}
      >
        {words.add}
      </Button>
    </div>
  )
}
