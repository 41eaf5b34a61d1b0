import { useMessages } from '#kit/language.tsx'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { DayField } from '#kit/DayField.tsx'
import { Section } from '#kit/Section.tsx'
import { Select } from '#kit/Select.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { paperKind } from '../../../contract.ts'
import { direction, salutation, type PaperOpening } from '../../../typesetting/contract.ts'
import { onPaperMessages } from '../../messages.ts'
import type { PaperBeside } from './usePaper.ts'

const eras = ['western', 'japanese'] as const

type Chosen = { readonly paper: PaperBeside; readonly opening: PaperOpening }

/** What sort of letter it is, and how it is set. */
export function PaperChoices({ paper, opening }: Chosen) {
  const { words } = useMessages(onPaperMessages)
  const { letter, change } = paper
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={words.kind}
        choices={paperKind.options.map((id) => ({ id, name: words.kinds[id] }))}
        value={letter.kind}
        onChange={(kind) => change({ kind })}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <Choices
          label={words.direction}
          size="small"
          choices={direction.options.map((id) => ({ id, name: words.directions[id] }))}
          value={letter.direction}
          onChange={(chosen) => change({ direction: chosen })}
        />
        <Choices
          label={words.era}
          size="small"
          choices={eras.map((id) => ({ id, name: words.eras[id] }))}
          value={letter.era ?? opening.era}
          onChange={(era) => change({ era })}
        />
      </div>
    </div>
  )
}

/** To whom it goes, what it is about, and what stands below it. */
export function PaperDetails({ paper }: Pick<Chosen, 'paper'>) {
  const { words } = useMessages(onPaperMessages)
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label={words.subject}
        value={paper.letter.subject}
        maxLength={120}
        onChange={(subject) => paper.change({ subject })}
      />
      <Whom paper={paper} />
      <Below paper={paper} />
    </div>
  )
}

const lines = ['postcode', 'address', 'company', 'department', 'position', 'name'] as const

/** As the record has it, until somebody corrects it. */
function Whom({ paper }: Pick<Chosen, 'paper'>) {
  const { words } = useMessages(onPaperMessages)
  const { letter, change, draft, asked } = paper
  const isAsked = asked?.needs.some(({ code }) => code.startsWith('address')) ?? false
  return (
    <Section
      key={String(isAsked)}
      title={words.recipient}
      folds={isAsked ? 'open' : 'shut'}
      aside={
        draft.recipient === null ? null : (
          <Button size="small" kind="quiet" onPress={() => change({ recipient: null })}>
            {words.fromRecord}
          </Button>
        )
      }
    >
      <div className="grid gap-2 sm:grid-cols-2">
        {lines.map((line) => (
          <TextField
            key={line}
            label={words[line]}
            value={letter.recipient[line]}
            maxLength={200}
            inputMode={line === 'postcode' ? 'numeric' : 'text'}
            onChange={(typed) => change({ recipient: { ...letter.recipient, [line]: typed } })}
          />
        ))}
      </div>
    </Section>
  )
}

function Below({ paper }: Pick<Chosen, 'paper'>) {
  const { words } = useMessages(onPaperMessages)
  const { letter, draft, change } = paper
  return (
    <Section title={words.below} folds="shut">
      <div className="flex flex-col gap-3">
        <div className="grid gap-2 sm:grid-cols-2">
          <DayField
            label={words.dateOn}
            value={letter.dateOn}
            onChange={(dateOn) => change({ dateOn: dateOn === '' ? null : dateOn })}
          />
          <TextField
            label={words.number}
            value={draft.number}
            maxLength={40}
            onChange={(number) => change({ number })}
          />
        </div>
        <Select
          label={words.salutation}
          choices={(['usual', ...salutation.options] as const).map((id) => ({
            id,
            name: words.salutations[id],
          }))}
          value={draft.salutation ?? 'usual'}
          onChange={(chosen) => change({ salutation: chosen === 'usual' ? null : chosen })}
        />
        <TextArea
          label={words.notes}
          value={draft.notes}
          rows={3}
          onChange={(notes) => change({ notes })}
        />
        <TextArea
          label={words.enclosures}
          value={draft.enclosures}
          rows={2}
          onChange={(enclosures) => change({ enclosures })}
        />
        <TextField
          label={words.postscript}
          value={draft.postscript}
          maxLength={300}
          onChange={(postscript) => change({ postscript })}
        />
      </div>
    </Section>
  )
}
