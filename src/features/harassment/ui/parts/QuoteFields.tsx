import { Checkbox } from '#kit/Checkbox.tsx'
import { browserIds } from '#kit/ids.ts'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { Moment } from '#kit/Time.tsx'
import type { JudgementDraft } from '../../judging/contract.ts'
import { judgingMessages } from '../../judging/messages.ts'
import { withExcerpt, withoutExcerpt } from './judgement-draft.ts'
import type { Part } from './part.ts'

/** The words as they stand in the record: what the record is near to comes first. */
export function QuoteFields(part: Part) {
  const { words } = useMessages(judgingMessages)
  const { draft, judging, change } = part
  const near = new Set(judging.suggestions.flatMap(({ entryIds }) => entryIds))
  const shown = judging.quotables
    .filter(({ speaker }) => speaker !== 'operator')
    .toSorted((a, b) => Number(near.has(b.entryId)) - Number(near.has(a.entryId)))
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-semibold">{words.quote}</legend>
      <p className="text-sm text-sub">{words.quoteLead}</p>
      <ul className="flex max-h-72 flex-col gap-1 overflow-y-auto">
        {shown.map((quotable) => {
          const chosen = draft.excerpts.filter(({ entryId }) => entryId === quotable.entryId)
          return (
            <li key={quotable.entryId} className="rounded-lg border border-line-soft px-3 py-1.5">
              <Checkbox
                isChosen={chosen.length > 0}
                onChange={(isChosen) =>
                  change(
                    isChosen
                      ? withExcerpt(draft, quotable, browserIds.next())
                      : chosen.reduce((next, { id }) => withoutExcerpt(next, id), draft),
                  )
                }
              >
                <Moment at={quotable.at} className="me-2 text-xs text-sub" />
                <span className={near.has(quotable.entryId) ? 'font-medium' : ''}>
                  「{quotable.text}」
                </span>
              </Checkbox>
              {chosen.map((excerpt) => (
                <Excerpt key={excerpt.id} {...part} excerpt={excerpt} />
              ))}
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}

function Excerpt(props: Part & { excerpt: JudgementDraft['excerpts'][number] }) {
  const { words } = useMessages(judgingMessages)
  const { draft, judging, change, excerpt } = props
  const set = (next: Partial<typeof excerpt>) =>
    change({
      excerpts: draft.excerpts.map((each) =>
        each.id === excerpt.id ? { ...each, ...next } : each,
      ),
    })
  return (
    <div className="grid gap-2 pb-1.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
      <TextField
        label={words.words}
        value={excerpt.words}
        onChange={(text) => set({ words: text })}
      />
      <Select
        label={words.witness}
        choices={judging.members}
        value={excerpt.witnessId}
        onChange={(witnessId) => set({ witnessId })}
      />
      <Select
        label={words.file}
        choices={[
          { id: '', name: words.noFile },
          ...judging.files.map(({ id, name }) => ({ id, name })),
        ]}
        value={excerpt.evidenceId ?? ''}
        onChange={(evidenceId) => set({ evidenceId: evidenceId === '' ? null : evidenceId })}
      />
    </div>
  )
}
