import { Check, Pencil, X } from 'lucide-react'
import type { Clock } from '#features/assessment/clocks/contract.ts'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { ClockFacts } from './ClockFacts.tsx'
import { dayName } from './days.ts'
import { StageDue } from './StageDue.tsx'

const edges = {
  over: 'border-red bg-red-bg/60',
  soon: 'border-orange bg-orange-bg/60',
  open: 'border-accent bg-accent-bg/50',
  ended: 'border-line bg-gray-bg',
  done: 'border-green bg-green-bg/50',
} as const
const order = ['over', 'soon', 'open', 'ended', 'done'] as const

export type ClockActions = {
  readonly mayDecline: boolean
  readonly onDone: (stage: string) => void
  readonly onCorrect: () => void
  readonly onDecline: () => void
}

/** One clock that was decided about: each stage with its last day, and what can be done. */
export function ClockCard({ clock, ...actions }: ClockActions & { clock: Clock }) {
  const { words } = useMessages(clocksMessages)
  const language = useLanguage()
  const now = useNow()
  const { definition, start, stages, state } = clock
  const name = definition.name[language]
  if (state === 'not-applicable' || start === null) return <Declined clock={clock} {...actions} />
  const worst = order.find((each) => stages.some((stage) => stage.state === each)) ?? 'open'
  const variant = definition.variants.find(({ key }) => key === clock.variant)
  return (
    <li className={`flex flex-col gap-1.5 rounded-lg border-s-4 px-3 py-2 text-sm ${edges[worst]}`}>
      <p className="flex flex-wrap items-baseline gap-x-2 font-medium">
        <span className="min-w-0 flex-1">{name}</span>
        <span className="shrink-0 text-xs font-normal text-sub">
          {words.whose[definition.whose]}
        </span>
      </p>
      <p className="text-xs text-sub">
        {words.starts[definition.start.event]}{' '}
        {words.from({ day: dayName(start.on, now, language) })}
        {variant ? `　${variant.name[language]}` : ''}
      </p>
      <ul className="flex flex-col gap-1">
        {stages.map((stage) => (
          <StageRow key={stage.key} clock={clock} stage={stage} onDone={actions.onDone} />
        ))}
      </ul>
      <More clock={clock} {...actions} />
    </li>
  )
}

function StageRow(props: {
  clock: Clock
  stage: Clock['stages'][number]
  onDone: ClockActions['onDone']
}) {
  const { words } = useMessages(clocksMessages)
  const language = useLanguage()
  const { stage, clock } = props
  const named = clock.definition.stages.find(({ key }) => key === stage.key)
  const name = named?.name[language] ?? ''
  const isOurs = clock.definition.whose !== 'customers-right'
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="min-w-0 flex-1">
        <span className="block text-xs">{name}</span>
        <StageDue dueOn={stage.dueOn} state={stage.state} doneOn={stage.done?.on} />
        {stage.done ? <span className="block text-xs text-sub">{stage.done.how}</span> : null}
      </span>
      {stage.done || !isOurs ? null : (
        <Button
          size="small"
          kind="done"
          label={words.completeNamed({ name })}
          icon={<Check aria-hidden size={14} />}
          onPress={() => props.onDone(stage.key)}
        >
          {words.complete}
        </Button>
      )}
    </li>
  )
}

function More({ clock, ...actions }: ClockActions & { clock: Clock }) {
  const { words } = useMessages(clocksMessages)
  const language = useLanguage()
  const now = useNow()
  const { decided, definition, history } = clock
  const name = definition.name[language]
  return (
    <details className="text-xs">
      <summary className="tap w-fit cursor-pointer text-sub">{words.details}</summary>
      <div className="mt-1.5 flex flex-col gap-2">
        {decided ? (
          <p>{words.facts.decided({ name: decided.byName, reason: decided.reason })}</p>
        ) : null}
        {history.length > 0 ? (
          <ul aria-label={words.history} className="border-s-2 border-line ps-2 text-sub">
            {history.map((each) => (
              <li key={each.at}>
                <s>{each.stages.map(({ dueOn }) => dayName(dueOn, now, language)).join('、')}</s>　
                {words.facts.decided({ name: each.byName, reason: each.reason })}
              </li>
            ))}
          </ul>
        ) : null}
        <div className="flex flex-wrap gap-1.5">
          <Button
            size="small"
            label={words.correctTitle({ name })}
            icon={<Pencil aria-hidden size={14} />}
            onPress={actions.onCorrect}
          >
            {words.correct}
          </Button>
          {actions.mayDecline ? (
            <Button
              size="small"
              kind="quiet"
              label={words.declineNamed({ name })}
              icon={<X aria-hidden size={14} />}
              onPress={actions.onDecline}
            >
              {words.decline}
            </Button>
          ) : null}
        </div>
        <ClockFacts definition={definition} />
      </div>
    </details>
  )
}

function Declined({ clock, onCorrect }: ClockActions & { clock: Clock }) {
  const { words } = useMessages(clocksMessages)
  const language = useLanguage()
  const name = clock.definition.name[language]
  return (
    <li className="flex flex-wrap items-center gap-x-2 px-3 py-1 text-xs text-sub">
      <span className="min-w-0 flex-1">
        <s>{name}</s>　{words.declined}
        {clock.decided ? (
          <span className="block">
            {words.facts.decided({ name: clock.decided.byName, reason: clock.decided.reason })}
          </span>
        ) : null}
      </span>
      <Button kind="quiet" size="small" label={words.startNamed({ name })} onPress={onCorrect}>
        {words.start}
      </Button>
    </li>
  )
}
