import { Replace } from 'lucide-react'
import { channels, type Channel } from '#features/complaints/contract.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Select, type Choice } from '#kit/Select.tsx'
import { standings, type Plan, type Standing } from '../../../columns/contract.ts'
import type { ImportDetail } from '../../contract.ts'
import { importMessages } from '../../messages.ts'

type Props = { run: ImportDetail; plan: Plan; onChange: (plan: Plan) => void }

/** What the words for channel and state mean here. */
export function Values({ run, plan, onChange }: Props) {
  const { words } = useMessages(importMessages)
  const { channels: channelWords, states: stateWords } = run.values
  if (channelWords.length === 0 && stateWords.length === 0) return null
  return (
    <Section title={words.values} icon={Replace}>
      <p className="text-sm text-sub">{words.valuesHint}</p>
      <div className="grid gap-5 md:grid-cols-2">
        <Meanings<Channel>
          title={words.channelsOf}
          said={channelWords}
          choices={channels.map((id) => ({ id, name: words.channels[id] }))}
          meaning={plan.channels}
          onChange={(meant) => onChange({ ...plan, channels: meant })}
        />
        <Meanings<Standing>
          title={words.statesOf}
          said={stateWords}
          choices={standings.map((id) => ({ id, name: words.standings[id] }))}
          meaning={plan.states}
          onChange={(meant) => onChange({ ...plan, states: meant })}
        />
      </div>
    </Section>
  )
}

function Meanings<Id extends string>(props: {
  title: string
  said: readonly string[]
  choices: readonly Choice<Id>[]
  meaning: Readonly<Record<string, Id>>
  onChange: (meaning: Record<string, Id>) => void
}) {
  if (props.said.length === 0) return null
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-sm font-medium">{props.title}</legend>
      {props.said.map((word) => (
        <div key={word} className="grid grid-cols-2 items-center gap-3">
          <span className="text-sm wrap-anywhere">{word}</span>
          <Select
            label={`${props.title}：${word}`}
            hidesLabel
            choices={props.choices}
            value={props.meaning[word] ?? null}
            onChange={(id) => props.onChange({ ...props.meaning, [word]: id })}
          />
        </div>
      ))}
    </fieldset>
  )
}
