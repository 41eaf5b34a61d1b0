import { Landmark } from 'lucide-react'
import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { dayKey } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import { routingMessages } from '../../routing/messages.ts'
import { readOutsideFor, tellOutside, type OutsideBody } from '../contract.ts'
import { isStale } from '../rules.ts'

/** Where else a customer may turn who does not agree: proposed when the record shows it, folded away otherwise. */
export default function OutsideBodies({ complaintId }: { complaintId: string }) {
  const { outside } = useMessages(routingMessages).words
  const params = { complaintId }
  const answer = useAnswer(readOutsideFor, { params })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const tell = useCommand(tellOutside)
  if (answer.state !== 'ready') return null
  const { because, bodies, told } = answer.value
  const names = bodies.filter(({ id }) => chosen.includes(id)).map(({ name }) => name)
  async function record() {
    const answered = await tell.send({ params, body: { bodyIds: [...chosen] } })
    if (!answered.ok) return
    setChosen([])
    showToast({ text: outside.done, tone: 'done' })
  }
  const change = (id: string, isOn: boolean) =>
    setChosen(isOn ? [...chosen, id] : chosen.filter((each) => each !== id))
  return (
    <Section
      key={because ?? 'none'}
      title={outside.title}
      icon={Landmark}
      tone={because ? 'orange' : 'gray'}
      folds={because ? 'open' : 'shut'}
    >
      <p className={because ? 'text-orange' : 'text-sm text-sub'}>
        {because ? outside.because[because] : outside.lead}
      </p>
      <ul className="card divide-y divide-line-soft">
        {bodies.map((body) => (
          <Body
            key={body.id}
            body={body}
            isChosen={chosen.includes(body.id)}
            onChange={(isOn) => change(body.id, isOn)}
          />
        ))}
      </ul>
      {names.length > 0 ? (
        <div className="flex flex-col gap-2 rounded-lg bg-accent-bg px-3.5 py-2">
          <p>
            <span className="block text-xs text-sub">{outside.say}</span>
            {outside.sentence({ names: names.join('、') })}
          </p>
          <Button isBusy={tell.isSending} onPress={() => void record()}>
            {outside.tell}
          </Button>
        </div>
      ) : null}
      <Refusal refusal={tell.refusal} />
      {told.length > 0 ? (
        <p className="text-sm text-green">{outside.told({ names: told.join('、') })}</p>
      ) : null}
      <p className="text-xs text-sub">{outside.notAdvice}</p>
    </Section>
  )
}

function Body(props: { body: OutsideBody; isChosen: boolean; onChange: (isOn: boolean) => void }) {
  const { outside } = useMessages(routingMessages).words
  const today = dayKey(useNow())
  const { body } = props
  return (
    <li className="px-4 py-2.5">
      <Checkbox isChosen={props.isChosen} onChange={props.onChange}>
        <span className="font-semibold">{body.name}</span>
        {body.phone ? (
          <span data-figures className="ms-2">
            {body.phone}
          </span>
        ) : null}
      </Checkbox>
      <p className="ps-7 text-sm text-sub">
        {body.about}
        {body.hours ? `　${body.hours}` : ''}
      </p>
      <p className={`ps-7 text-xs ${isStale(body, today) ? 'text-orange' : 'text-sub'}`}>
        {isStale(body, today) ? outside.stale : outside.checked({ day: body.checkedOn })}
        {'　'}
        <a
          href={body.source}
          target="_blank"
          rel="noreferrer"
          className="text-accent underline underline-offset-4"
        >
          {outside.source}
        </a>
      </p>
    </li>
  )
}
