import { Copy, Lightbulb } from 'lucide-react'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import type { Ground, Suggestion } from '#features/assessment/contract.ts'
import { complexity, impact, severity } from '#features/complaints/contract.ts'
import { Button } from '#kit/Button.tsx'
import { Choices, type ChoiceOf } from '#kit/Choices.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { sentenceOfGround, takenFrom, type Chosen } from './axes.ts'

/** Safety first, then the rest; under each what the record speaks for and why. */
export function Axes(props: {
  suggestion: Suggestion
  chosen: Chosen
  onChange: (chosen: Chosen) => void
}) {
  const { assessment } = useMessages(clocksMessages).words
  const { suggestion, chosen, onChange } = props
  const safety = { yes: assessment.yes, no: assessment.no }
  const needed = { yes: assessment.needed, no: assessment.notNeeded }
  return (
    <>
      <Axis
        label={assessment.safety}
        choices={choicesOf(['yes', 'no'], safety)}
        value={yesNo(chosen.isSafety)}
        onChange={(id) => onChange({ ...chosen, isSafety: id === 'yes' })}
        suggested={safety[yesNo(suggestion.isSafety.value)]}
        because={suggestion.isSafety.because}
      />
      <Axis
        label={assessment.severity}
        choices={choicesOf(severity.options, assessment.severities)}
        value={chosen.severity}
        onChange={(id) => onChange({ ...chosen, severity: id })}
        suggested={assessment.severities[suggestion.severity.value]}
        because={suggestion.severity.because}
      />
      <Axis
        label={assessment.complexity}
        choices={choicesOf(complexity.options, assessment.complexities)}
        value={chosen.complexity}
        onChange={(id) => onChange({ ...chosen, complexity: id })}
        suggested={assessment.complexities[suggestion.complexity.value]}
        because={suggestion.complexity.because}
      />
      <Axis
        label={assessment.impact}
        choices={choicesOf(impact.options, assessment.impacts)}
        value={chosen.impact}
        onChange={(id) => onChange({ ...chosen, impact: id })}
        suggested={assessment.impacts[suggestion.impact.value]}
        because={suggestion.impact.because}
      />
      <Axis
        label={assessment.immediate}
        choices={choicesOf(['yes', 'no'], needed)}
        value={yesNo(chosen.isNeeded)}
        onChange={(id) => onChange({ ...chosen, isNeeded: id === 'yes' })}
        suggested={needed[yesNo(suggestion.immediateAction.value)]}
        because={suggestion.immediateAction.because}
      />
      <div>
        <Button
          size="small"
          icon={<Copy aria-hidden size={15} />}
          onPress={() => onChange(takenFrom(suggestion))}
        >
          {assessment.take}
        </Button>
      </div>
    </>
  )
}

function Axis<Id extends string>(props: {
  label: string
  choices: readonly ChoiceOf<Id>[]
  value: Id | null
  onChange: (id: Id) => void
  suggested: string
  because: readonly Ground[]
}) {
  const { words } = useMessages(clocksMessages)
  const language = useLanguage()
  const { suggested: value, because: grounds, ...choices } = props
  const because = grounds.map((ground) => sentenceOfGround(ground, words, language)).join('、')
  return (
    <div className="flex flex-col gap-1">
      <Choices {...choices} isRequired />
      <p className="flex items-start gap-1.5 text-xs leading-relaxed text-sub">
        <Lightbulb aria-hidden size={13} className="mt-1 shrink-0" />
        {words.assessment.suggested({ value, because })}
      </p>
    </div>
  )
}

function choicesOf<Id extends string>(
  ids: readonly Id[],
  names: Readonly<Record<Id, string>>,
): ChoiceOf<Id>[] {
  return ids.map((id) => ({ id, name: names[id] }))
}

function yesNo(value: boolean): 'yes' | 'no'
function yesNo(value: boolean | null): 'yes' | 'no' | null
function yesNo(value: boolean | null) {
  if (value === null) return null
  return value ? 'yes' : 'no'
}
