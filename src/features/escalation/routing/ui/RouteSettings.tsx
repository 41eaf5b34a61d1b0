import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { listMembers } from '#features/access/contract.ts'
import { listDesks } from '#features/assignment/contract.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { browserIds } from '#kit/ids.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { changeRoutes, readRoutes, type RouteRule } from '../contract.ts'
import { routingMessages } from '../messages.ts'
import { usual } from '../rules.ts'
import { RouteFields, type Names } from './parts/RouteFields.tsx'

/** The rows in order; the first that matches decides. */
export default function RouteSettings(props: { mayChange: boolean; names: Names }) {
  const routes = useAnswer(readRoutes, {}, { live: true })
  return (
    <Answering answer={routes}>
      {(value) => <Table key={value.changedAt} {...props} {...value} />}
    </Answering>
  )
}

type TableProps = {
  readonly mayChange: boolean
  readonly names: Names
  readonly rules: readonly RouteRule[]
  readonly changedAt: string | null
  readonly changedByName: string | null
}

function Table(props: TableProps) {
  const { settings } = useMessages(routingMessages).words
  const [rules, setRules] = useState(props.rules)
  const command = useCommand(changeRoutes)
  const members = useAnswer(listMembers, {})
  const desks = useAnswer(listDesks, {})
  const change = (index: number, rule: RouteRule) =>
    setRules(rules.map((each, at) => (at === index ? rule : each)))
  async function save() {
    const answered = await command.send({ body: { rules: [...rules] } })
    if (answered.ok) showToast({ text: settings.saved, tone: 'done' })
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-sub">{rules.length === 0 ? settings.none : settings.lead}</p>
      <Changed {...props} />
      <ol className="flex flex-col gap-3">
        {rules.map((rule, index) => (
          <li key={rule.id} className="card flex flex-col gap-3 p-4">
            <RouteFields
              rule={rule}
              names={props.names}
              people={members.state === 'ready' ? members.value.members : []}
              desks={desks.state === 'ready' ? desks.value.desks : []}
              isDisabled={!props.mayChange}
              onChange={(next) => change(index, next)}
            />
            {props.mayChange ? <Moves rules={rules} index={index} onChange={setRules} /> : null}
          </li>
        ))}
      </ol>
      {props.mayChange ? (
        <div className="flex flex-wrap gap-2">
          <Button
            icon={<Plus aria-hidden size={15} />}
            onPress={() => setRules([{ ...usual, id: browserIds.next() }, ...rules])}
          >
            {settings.add}
          </Button>
          <Button
            kind="primary"
            isBusy={command.isSending}
            isDisabled={rules.some(({ name }) => name.trim() === '')}
            onPress={() => void save()}
          >
            {settings.save}
          </Button>
        </div>
      ) : null}
      <Refusal refusal={command.refusal} />
    </div>
  )
}

function Changed({ changedAt, changedByName }: TableProps) {
  const { settings } = useMessages(routingMessages).words
  const language = useLanguage()
  const now = useNow()
  if (!changedAt) return null
  const time = dayAndTime(changedAt, now, language)
  return <p className="text-sm text-sub">{settings.changed({ name: changedByName ?? '', time })}</p>
}

function Moves(props: {
  rules: readonly RouteRule[]
  index: number
  onChange: (rules: readonly RouteRule[]) => void
}) {
  const { settings } = useMessages(routingMessages).words
  const { rules, index } = props
  const name = rules[index]?.name ?? ''
  const move = (to: number) => {
    const rest = rules.filter((_, at) => at !== index)
    const [rule] = rules.slice(index, index + 1)
    if (rule) props.onChange([...rest.slice(0, to), rule, ...rest.slice(to)])
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="small"
        label={`${name} ${settings.up}`}
        icon={<ArrowUp aria-hidden size={15} />}
        isDisabled={index === 0}
        onPress={() => move(index - 1)}
      >
        {settings.up}
      </Button>
      <Button
        size="small"
        label={`${name} ${settings.down}`}
        icon={<ArrowDown aria-hidden size={15} />}
        isDisabled={index === rules.length - 1}
        onPress={() => move(index + 1)}
      >
        {settings.down}
      </Button>
      <Button
        size="small"
        label={`${name} ${settings.remove}`}
        icon={<Trash2 aria-hidden size={15} />}
        onPress={() => props.onChange(rules.filter((_, at) => at !== index))}
      >
        {settings.remove}
      </Button>
    </div>
  )
}
