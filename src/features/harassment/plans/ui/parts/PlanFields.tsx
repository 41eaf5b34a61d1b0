import { listMembers } from '#features/access/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Choices } from '#kit/Choices.tsx'
import { DayField } from '#kit/DayField.tsx'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { covers, ways } from '../../contract.ts'
import { planningMessages } from '../../../planning/messages.ts'
import type { ChangeDraft, PlanDraft } from './draft.ts'
import { HoursFields } from './HoursFields.tsx'
import { ReasonFields } from './ReasonFields.tsx'

type Props = {
  readonly complaintId: string
  readonly isChange: boolean
  readonly draft: PlanDraft
  readonly change: ChangeDraft
}

/** In the order in which it is decided: why, who, about what, how and when, what is said, until when. */
export function PlanFields({ complaintId, isChange, draft, change }: Props) {
  const { words } = useMessages(planningMessages)
  return (
    <>
      {isChange ? (
        <TextField
          label={words.because}
          value={draft.because}
          onChange={(because) => change({ because })}
          isRequired
          maxLength={500}
        />
      ) : null}
      <ReasonFields
        complaintId={complaintId}
        reasons={draft.reasons}
        onChange={(reasons) => change({ reasons })}
      />
      <Who draft={draft} change={change} />
      <TextField
        label={words.about}
        hint={words.aboutHint}
        value={draft.about}
        onChange={(about) => change({ about })}
        isRequired
        maxLength={500}
      />
      <Choices
        label={words.covers}
        choices={covers.map((id) => ({ id, name: words.coversOf[id] }))}
        value={draft.covers}
        onChange={(chosen) => change({ covers: chosen })}
      />
      <How draft={draft} change={change} />
      <TextArea
        label={words.refrains}
        hint={words.refrainsHint}
        value={draft.refrains}
        onChange={(refrains) => change({ refrains })}
        rows={2}
      />
      <TextField
        label={words.say}
        hint={words.sayHint}
        value={draft.say}
        onChange={(say) => change({ say })}
        isRequired
        maxLength={500}
      />
      <TextArea
        label={words.objection}
        value={draft.objection}
        onChange={(objection) => change({ objection })}
        rows={2}
        isRequired
      />
      <DayField
        label={words.reviewOn}
        value={draft.reviewOn}
        onChange={(reviewOn) => change({ reviewOn })}
      />
    </>
  )
}

const talking: readonly string[] = ['operator', 'supervisor', 'admin']

function Who({ draft, change }: Pick<Props, 'draft' | 'change'>) {
  const { words } = useMessages(planningMessages)
  const answer = useAnswer(listMembers, {})
  const members = answer.state === 'ready' ? answer.value.members : []
  const choices = members
    .filter(({ roles }) => roles.some((role) => talking.includes(role)))
    .map(({ id, name, title }) => ({ id, name, ...(title ? { hint: title } : {}) }))
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={words.window}
        choices={choices}
        value={draft.windowId || null}
        onChange={(windowId) => change({ windowId })}
        isRequired
      />
      <Select
        label={words.standIn}
        choices={[
          { id: '', name: words.nobody },
          ...choices.filter(({ id }) => id !== draft.windowId),
        ]}
        value={draft.standInId}
        onChange={(standInId) => change({ standInId })}
      />
    </div>
  )
}

function How({ draft, change }: Pick<Props, 'draft' | 'change'>) {
  const { words } = useMessages(planningMessages)
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-sm font-medium">{words.ways}</legend>
      <p className="text-xs text-sub">{words.waysHint}</p>
      <div className="flex flex-wrap gap-x-5">
        {ways.map((way) => (
          <Checkbox
            key={way}
            isChosen={draft.ways.includes(way)}
            onChange={(isChosen) =>
              change({
                ways: ways.filter((each) => (each === way ? isChosen : draft.ways.includes(each))),
              })
            }
          >
            {words.wayOf[way]}
          </Checkbox>
        ))}
      </div>
      {draft.ways.includes('phone') ? <HoursFields draft={draft} change={change} /> : null}
    </fieldset>
  )
}
