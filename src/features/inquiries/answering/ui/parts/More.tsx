import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { AnswerPage } from '../../contract.ts'
import { answeringMessages } from '../../messages.ts'
import type { AnswerDraft } from './draft.ts'

/** What one way of responding asks beyond the text. */
export function More(props: {
  page: AnswerPage
  value: AnswerDraft
  change: (changes: Partial<AnswerDraft>) => void
  lacksDay: boolean
}) {
  const { words } = useMessages(answeringMessages)
  const { page, value, change } = props
  if (value.kind === 'answer') {
    const sures = [
      { id: 'yes' as const, name: words.sures.yes },
      { id: 'no' as const, name: words.sures.no },
    ]
    return (
      <Choices
        label={words.sure}
        choices={sures}
        value={value.isConfirmed === 'yes' ? 'yes' : 'no'}
        onChange={(isConfirmed) => change({ isConfirmed })}
      />
    )
  }
  if (value.kind === 'decline' && page.others.length > 0) {
    const others = page.others.map((name) => ({ id: name, name }))
    return (
      <Select
        label={words.instead}
        choices={[{ id: '', name: words.insteadUnknown }, ...others]}
        value={value.insteadName}
        onChange={(insteadName) => change({ insteadName })}
      />
    )
  }
  if (value.kind === 'move') {
    return (
      <TextField
        label={words.day}
        hint={words.dayHint}
        type="date"
        value={value.on}
        onChange={(on) => change({ on })}
        error={props.lacksDay ? words.needsDay : null}
      />
    )
  }
  return null
}
