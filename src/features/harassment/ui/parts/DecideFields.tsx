import { Checkbox } from '#kit/Checkbox.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { types } from '../../judging/contract.ts'
import { judgingMessages } from '../../judging/messages.ts'
import { toggled } from './judgement-draft.ts'
import type { Part } from './part.ts'

/** The proposal: what it is near to, whom it was directed at, the verdict and its reason. */
export function DecideFields({ draft, judging, change }: Part) {
  const { words } = useMessages(judgingMessages)
  const near = new Set(judging.suggestions.map(({ code }) => code))
  const heard = new Set(draft.excerpts.map(({ witnessId }) => witnessId))
  const concerned = judging.members.filter(
    ({ id }) => heard.has(id) || draft.targetIds.includes(id),
  )
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-semibold">{words.decide}</legend>
      <fieldset className="flex flex-wrap gap-x-5">
        <legend className="text-sm font-medium">{words.nearTitle}</legend>
        {types.map((type) => (
          <Checkbox
            key={type}
            isChosen={draft.types.includes(type)}
            onChange={(isChosen) => change({ types: toggled(draft.types, type, isChosen) })}
          >
            <span className={near.has(type) ? 'font-semibold' : ''}>
              {words.near({ name: words.types[type] })}
            </span>
          </Checkbox>
        ))}
      </fieldset>
      {concerned.length > 0 ? (
        <fieldset className="flex flex-wrap gap-x-5">
          <legend className="text-sm font-medium">{words.targets}</legend>
          {concerned.map(({ id, name }) => (
            <Checkbox
              key={id}
              isChosen={draft.targetIds.includes(id)}
              onChange={(isChosen) => change({ targetIds: toggled(draft.targetIds, id, isChosen) })}
            >
              {name}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
      <Choices
        label={words.decide}
        hidesLabel
        choices={(['is', 'is-not', 'open'] as const).map((id) => ({
          id,
          name: words.verdicts[id],
        }))}
        value={draft.verdict}
        onChange={(verdict) => change({ verdict })}
      />
      {draft.reconsiders ? (
        <TextArea
          label={words.newFacts}
          value={draft.newFacts}
          onChange={(newFacts) => change({ newFacts })}
          rows={2}
          isRequired
        />
      ) : null}
      <TextArea
        label={words.reason}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        rows={2}
        isRequired
      />
    </fieldset>
  )
}
