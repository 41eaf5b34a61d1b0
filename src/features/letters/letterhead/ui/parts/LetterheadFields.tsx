import { Checkbox } from '#kit/Checkbox.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { EnvelopeWindow, Letterhead } from '../../contract.ts'
import { letterheadMessages } from '../../messages.ts'
import { LogoField } from './LogoField.tsx'

export type Fields = {
  readonly letterhead: Letterhead
  readonly change: (changes: Partial<Letterhead>) => void
  readonly mayChange: boolean
  readonly onSend: () => void
}

const lines = ['name', 'department', 'person', 'telephone', 'postcode', 'address'] as const

export function LetterheadFields(props: Fields) {
  const { words } = useMessages(letterheadMessages)
  const { letterhead, change, mayChange, onSend } = props
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        {lines.map((line) => (
          <TextField
            key={line}
            label={words.fields[line]}
            value={letterhead[line]}
            maxLength={120}
            isDisabled={!mayChange}
            onChange={(typed) => change({ [line]: typed })}
            onSend={onSend}
          />
        ))}
      </div>
      <LogoField {...props} />
      <Looks {...props} />
      <Window {...props} />
    </>
  )
}

const eras = ['western', 'japanese'] as const
const numerals = ['kanji', 'side-by-side'] as const
const accents = ['none', 'navy', 'green', 'wine'] as const

function Looks({ letterhead, change, mayChange }: Fields) {
  const { words } = useMessages(letterheadMessages)
  const isDisabled = !mayChange
  return (
    <>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <Choices
          label={words.fields.era}
          choices={eras.map((id) => ({ id, name: words.eras[id], isDisabled }))}
          value={letterhead.era}
          onChange={(era) => change({ era })}
        />
        <Choices
          label={words.fields.numerals}
          choices={numerals.map((id) => ({ id, name: words.numerals[id], isDisabled }))}
          value={letterhead.numerals}
          onChange={(chosen) => change({ numerals: chosen })}
        />
        <Choices
          label={words.fields.accent}
          choices={accents.map((id) => ({ id, name: words.accents[id], isDisabled }))}
          value={letterhead.accent}
          onChange={(accent) => change({ accent })}
        />
      </div>
      <div>
        <Checkbox
          isChosen={letterhead.hasSeal}
          isDisabled={isDisabled}
          onChange={(hasSeal) => change({ hasSeal })}
        >
          {words.fields.hasSeal}
        </Checkbox>
        <p className="text-sm text-sub">{words.sealHint}</p>
      </div>
    </>
  )
}

const sides = ['left', 'top', 'width', 'height'] as const

function Window({ letterhead, change, mayChange, onSend }: Fields) {
  const { words } = useMessages(letterheadMessages)
  const { window } = letterhead
  const measured = (side: keyof EnvelopeWindow, typed: string) => {
    const millimetres = Number(typed.normalize('NFKC'))
    if (Number.isFinite(millimetres) && millimetres >= 0 && millimetres <= 235)
      change({ window: { ...window, [side]: millimetres } })
  }
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        isChosen={letterhead.hasWindow}
        isDisabled={!mayChange}
        onChange={(hasWindow) => change({ hasWindow })}
      >
        {words.fields.hasWindow}
      </Checkbox>
      {letterhead.hasWindow ? (
        <fieldset className="flex flex-col gap-2">
          <legend className="text-sm font-medium">{words.fields.window}</legend>
          <p className="text-sm text-sub">{words.windowHint}</p>
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
            {sides.map((side) => (
              <TextField
                key={side}
                label={words.window[side]}
                value={String(window[side])}
                inputMode="numeric"
                isDisabled={!mayChange}
                onChange={(typed) => measured(side, typed)}
                onSend={onSend}
              />
            ))}
          </div>
        </fieldset>
      ) : null}
    </div>
  )
}
