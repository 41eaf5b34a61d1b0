import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { outsideMessages } from '../messages.ts'
import { changeOutside, outsideFields, readOutside, type OutsideBody } from '../contract.ts'
import { isStale } from '../rules.ts'

/** Bodies outside, each with where it was looked up and when. */
export default function OutsideSettings({ mayChange }: { mayChange: boolean }) {
  const { words: outside } = useMessages(outsideMessages)
  const answer = useAnswer(readOutside, {}, { live: true })
  return (
    <Section title={outside.settings}>
      <p className="text-sm text-sub">{outside.notAdvice}</p>
      <Answering answer={answer}>
        {({ bodies, changedAt }) => (
          <Bodies key={changedAt} bodies={bodies} mayChange={mayChange} />
        )}
      </Answering>
    </Section>
  )
}

function Bodies(props: { bodies: readonly OutsideBody[]; mayChange: boolean }) {
  const { words: outside } = useMessages(outsideMessages)
  const [bodies, setBodies] = useState(props.bodies)
  const today = dayKey(useNow())
  const command = useCommand(changeOutside)
  async function save() {
    const answered = await command.send({ body: { bodies: [...bodies] } })
    if (answered.ok) showToast({ text: outside.saved, tone: 'done' })
  }
  const empty = { name: '', field: 'general', phone: '', hours: '', about: '', source: '' } as const
  const isWhole = bodies.every(({ name, about, source }) => name && about && source)
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col gap-3">
        {bodies.map((body) => (
          <li key={body.id} className="card flex flex-col gap-3 p-4">
            <BodyFields
              body={body}
              isDisabled={!props.mayChange}
              onChange={(next) => setBodies(bodies.map((each) => (each === body ? next : each)))}
            />
            {isStale(body, today) ? <p className="text-sm text-orange">{outside.stale}</p> : null}
            {props.mayChange ? (
              <span>
                <Button
                  size="small"
                  label={`${body.name} ${outside.remove}`}
                  icon={<Trash2 aria-hidden size={15} />}
                  onPress={() => setBodies(bodies.filter((each) => each !== body))}
                >
                  {outside.remove}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {props.mayChange ? (
        <div className="flex flex-wrap gap-2">
          <Button
            icon={<Plus aria-hidden size={15} />}
            onPress={() =>
              setBodies([...bodies, { ...empty, id: browserIds.next(), checkedOn: today }])
            }
          >
            {outside.add}
          </Button>
          <Button
            kind="primary"
            isBusy={command.isSending}
            isDisabled={!isWhole}
            onPress={() => void save()}
          >
            {outside.save}
          </Button>
        </div>
      ) : null}
      <Refusal refusal={command.refusal} />
    </div>
  )
}

function BodyFields(props: {
  body: OutsideBody
  isDisabled: boolean
  onChange: (body: OutsideBody) => void
}) {
  const { words: outside } = useMessages(outsideMessages)
  const { body, isDisabled, onChange } = props
  const field = (key: 'name' | 'phone' | 'hours' | 'about' | 'source') => (
    <TextField
      label={outside[key]}
      value={body[key]}
      isDisabled={isDisabled}
      onChange={(text) => onChange({ ...body, [key]: text })}
    />
  )
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {field('name')}
      <Select
        label={outside.field}
        choices={outsideFields.map((id) => ({ id, name: outside.fields[id] }))}
        value={body.field}
        isDisabled={isDisabled}
        onChange={(chosen) => onChange({ ...body, field: chosen })}
      />
      {field('phone')}
      {field('hours')}
      {field('about')}
      {field('source')}
      <TextField
        label={outside.checkedOn}
        type="date"
        value={body.checkedOn}
        isDisabled={isDisabled}
        onChange={(checkedOn) => onChange({ ...body, checkedOn })}
      />
    </div>
  )
}
