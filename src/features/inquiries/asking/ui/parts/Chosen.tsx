import { Badge } from '#kit/Badge.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { Showable, Shown } from '../../../contract.ts'
import { askingMessages } from '../../messages.ts'

/** What a request begins with: what it is about, and what is sure; nothing that names anybody. */
export function startOf({ facts, particulars }: Showable): Shown {
  return {
    factIds: facts.filter((each) => each.isConfirmed && !each.isPersonal).map(({ id }) => id),
    evidenceIds: [],
    particulars: particulars
      .map(({ name }) => name)
      .filter((name) => name === 'product' || name === 'lot'),
    withWords: false,
    withPersonal: false,
    contactFor: '',
  }
}

/** Each thing is chosen by itself. */
export function Chosen(props: {
  showable: Showable
  shown: Shown
  onChange: (shown: Shown) => void
}) {
  const { dialog: words } = useMessages(askingMessages).words
  const { showable, shown, onChange } = props
  const { facts, evidence, particulars } = showable
  const change = (changes: Partial<Shown>) => onChange({ ...shown, ...changes })
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-sm font-medium">{words.shown}</legend>
      <p className="text-xs text-sub">{words.shownHint}</p>
      {particulars.map(({ name, value }) => (
        <Checkbox
          key={name}
          isChosen={shown.particulars.includes(name)}
          onChange={(isIn) => change({ particulars: put(shown.particulars, name, isIn) })}
        >
          {words.particulars[name]}：{value}
        </Checkbox>
      ))}
      {facts.map(({ id, statement, isPersonal }) => (
        <Checkbox
          key={id}
          isChosen={shown.factIds.includes(id)}
          onChange={(isIn) => change({ factIds: put(shown.factIds, id, isIn) })}
        >
          {statement} {isPersonal ? <Badge tone="orange">{words.hasPersonal}</Badge> : null}
        </Checkbox>
      ))}
      {evidence.map(({ id, name }) => (
        <Checkbox
          key={id}
          isChosen={shown.evidenceIds.includes(id)}
          onChange={(isIn) => change({ evidenceIds: put(shown.evidenceIds, id, isIn) })}
        >
          {name}
        </Checkbox>
      ))}
      {showable.words === '' ? null : (
        <Checkbox isChosen={shown.withWords} onChange={(withWords) => change({ withWords })}>
          {words.words}
        </Checkbox>
      )}
      <Checkbox isChosen={shown.withPersonal} onChange={(withPersonal) => change({ withPersonal })}>
        {words.personal}
      </Checkbox>
      <TextField
        label={words.contactFor}
        hint={words.contactHint}
        value={shown.contactFor}
        onChange={(contactFor) => change({ contactFor })}
      />
    </fieldset>
  )
}

function put<T>(all: readonly T[], one: T, isIn: boolean): T[] {
  const others = all.filter((each) => each !== one)
  return isIn ? [...others, one] : others
}
