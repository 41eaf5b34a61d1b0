import { Route } from 'lucide-react'
import { useState } from 'react'
import { leaders as leading, listMembers } from '#features/access/contract.ts'
import {
  changePlanSettings,
  listPlans,
  readPlanSettings,
  type Plan,
  type PlanSettings,
} from '#features/harassment/plans/contract.ts'
import { planningMessages } from '#features/harassment/planning/messages.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { PlanCard } from './parts/PlanCard.tsx'

const standing: readonly Plan['state'][] = ['proposed', 'past-review', 'in-force']

/** Every plan that waits, holds or is past its review, and how the company makes them. */
export default function PlansDesk({ mayChange }: { mayChange: boolean }) {
  const { words } = useMessages(planningMessages)
  const answer = useAnswer(listPlans, {}, { live: true })
  const settings = useAnswer(readPlanSettings, {})
  return (
    <div className="flex flex-col gap-8">
      <p className="max-w-prose text-sm text-sub">{words.lead}</p>
      <Answering answer={answer} skeletonLines={4}>
        {({ plans }) => {
          const shown = plans.filter(({ state }) => standing.includes(state))
          const ordered = standing.flatMap((state) => shown.filter((each) => each.state === state))
          return ordered.length === 0 ? (
            <EmptyState icon={Route} title={words.noneStanding} />
          ) : (
            <ul aria-label={words.title} className="flex flex-col gap-3">
              {ordered.map((plan) => (
                <PlanCard key={plan.id} plan={plan} named />
              ))}
            </ul>
          )
        }}
      </Answering>
      <Section title={words.settings.title}>
        <Answering answer={settings} skeletonLines={3}>
          {(value) => <SettingsForm settings={value} mayChange={mayChange} />}
        </Answering>
      </Section>
    </div>
  )
}

function SettingsForm({ settings, mayChange }: { settings: PlanSettings; mayChange: boolean }) {
  const { settings: words } = useMessages(planningMessages).words
  const [usual, setUsual] = useState(String(settings.usualDays))
  const [longest, setLongest] = useState(String(settings.longestDays))
  const [objection, setObjection] = useState(settings.objection)
  const [deciderIds, setDeciderIds] = useState<readonly string[]>(settings.deciderIds)
  const command = useCommand(changePlanSettings)
  async function save() {
    const days = { usualDays: Number(usual), longestDays: Number(longest) }
    const body = { ...days, objection: objection.trim(), deciderIds: [...deciderIds] }
    const answered = await command.send({ body })
    if (answered.ok) showToast({ text: words.saved })
  }
  const isDisabled = !mayChange
  return (
    <div className="card flex max-w-2xl flex-col gap-4 p-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={words.usual}
          inputMode="numeric"
          value={usual}
          onChange={setUsual}
          isDisabled={isDisabled}
        />
        <TextField
          label={words.longest}
          inputMode="numeric"
          value={longest}
          onChange={setLongest}
          isDisabled={isDisabled}
        />
      </div>
      <Deciders chosen={deciderIds} onChange={setDeciderIds} isDisabled={isDisabled} />
      <TextArea
        label={words.objection}
        value={objection}
        onChange={setObjection}
        rows={3}
        isDisabled={isDisabled}
      />
      <Refusal refusal={command.refusal} />
      {mayChange ? (
        <Button
          kind="primary"
          className="self-start"
          isBusy={command.isSending}
          isDisabled={objection.trim() === ''}
          onPress={() => void save()}
        >
          {words.save}
        </Button>
      ) : null}
    </div>
  )
}

function Deciders(props: {
  chosen: readonly string[]
  onChange: (ids: readonly string[]) => void
  isDisabled: boolean
}) {
  const { settings: words } = useMessages(planningMessages).words
  const { chosen, onChange, isDisabled } = props
  const answer = useAnswer(listMembers, {})
  const members = answer.state === 'ready' ? answer.value.members : []
  const able = members.filter(({ roles }) => leading.some((role) => roles.includes(role)))
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-sm font-medium">{words.deciders}</legend>
      <p className="text-xs text-sub">{words.decidersHint}</p>
      <div className="flex flex-wrap gap-x-5">
        {able.map(({ id, name }) => (
          <Checkbox
            key={id}
            isChosen={chosen.includes(id)}
            isDisabled={isDisabled}
            onChange={(isChosen) =>
              onChange(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
