import { useDeferredValue } from 'react'
import { proposalsMessages } from '#features/commitments/proposals/messages.ts'
import { promisesEndpoint } from '#features/language/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { TextField } from '#kit/TextField.tsx'
import { calendarDay, dayAndTime } from '#kit/time.ts'

/** A date as it was said, with the usual ones a key away; the date that was understood is shown before it is recorded. */
export function SaidDue(props: {
  label: string
  value: string
  onChange: (phrase: string) => void
  autoFocus?: boolean
}) {
  const { words } = useMessages(proposalsMessages)
  const understood = useUnderstood(props.value)
  return (
    <div className="flex flex-col gap-1.5">
      <TextField
        label={props.label}
        hint={words.dueHint}
        value={props.value}
        onChange={props.onChange}
        isRequired
        autoFocus={props.autoFocus ?? false}
      />
      <ul aria-label={words.quick} className="flex flex-wrap gap-1.5">
        {Object.values(words.quicks).map((phrase) => (
          <li key={phrase}>
            <Button size="small" onPress={() => props.onChange(phrase)}>
              {phrase}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="min-h-5 text-sm">
        {understood === null ? null : understood.due === null ? (
          <span className="text-orange">{words.notUnderstood}</span>
        ) : (
          <span className="font-semibold text-purple">
            {words.understood({ due: understood.due })}
          </span>
        )}
      </p>
    </div>
  )
}

/** The date that the server reads in the phrase, null when there is none; nothing at all while nothing is typed. */
function useUnderstood(phrase: string): { readonly due: string | null } | null {
  const language = useLanguage()
  const minute = useNow()
  const asked = useDeferredValue(phrase.trim())
  // As the ledger reads it: a bare date stands for a promise.
  const text = `${asked}にご連絡いたします。`
  const found = useAnswer(
    promisesEndpoint,
    { body: { now: new Date(minute).toISOString(), text } },
    { isOff: asked === '', keepPrevious: true },
  )
  if (asked === '' || found.state !== 'ready') return null
  const first = found.value.promises.find(({ due }) => due !== null)
  if (!first?.due) return { due: null }
  const due =
    first.precision === 'day'
      ? calendarDay(`${first.due}T00:00:00+09:00`, minute, language)
      : dayAndTime(first.due, minute, language)
  return { due }
}
