import { DayField } from '#kit/DayField.tsx'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { reviewsMessages } from '../../messages.ts'
import { clockTime, type Shown } from './shown.ts'

const all = ['0', '1', '2', '3', '4', '5']

/** Every part that was read, open to correction before anything is kept. */
export function Understood(props: {
  shown: Shown
  onChange: (shown: Shown) => void
  onSend: () => void
}) {
  const { words } = useMessages(reviewsMessages)
  const { shown, onSend } = props
  const change = (more: Partial<Shown>) => props.onChange({ ...shown, ...more })
  const stars = shown.stars === null ? 'none' : String(shown.stars)
  return (
    <fieldset className="flex flex-col gap-3 rounded-xl border border-line-soft bg-surface p-4">
      <legend className="px-1 text-sm font-medium">{words.understood}</legend>
      <TextArea
        label={words.words}
        rows={3}
        value={shown.words}
        onChange={(text) => change({ words: text })}
        onSend={onSend}
      />
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <TextField
          label={words.site}
          value={shown.site}
          maxLength={80}
          onChange={(site) => change({ site })}
          onSend={onSend}
        />
        <TextField
          label={words.author}
          value={shown.author}
          maxLength={100}
          onChange={(author) => change({ author })}
          onSend={onSend}
        />
        <Select
          label={words.stars}
          choices={[
            { id: 'none', name: words.noStars },
            ...[...new Set([...all, ...(stars === 'none' ? [] : [stars])])].map((id) => ({
              id,
              name: words.starsOf({ stars: Number(id) }),
            })),
          ]}
          value={stars}
          onChange={(id) => change({ stars: id === 'none' ? null : Number(id) })}
        />
        <TextField
          label={words.url}
          type="url"
          value={shown.url}
          maxLength={2000}
          onChange={(url) => change({ url })}
          onSend={onSend}
        />
        <DayField
          label={`${words.postedOn}${shown.precision ? words.precisions[shown.precision] : ''}`}
          value={shown.postedOn}
          onChange={(postedOn) => change({ postedOn, precision: 'day' })}
        />
        <TextField
          label={words.postedTime}
          inputMode="numeric"
          placeholder={words.postedTimeHint}
          error={
            shown.postedTime && clockTime(shown.postedTime) === null ? words.postedTimeWrong : null
          }
          value={shown.postedTime}
          onChange={(postedTime) => change({ postedTime, precision: 'minute' })}
          onSend={onSend}
        />
      </div>
    </fieldset>
  )
}
