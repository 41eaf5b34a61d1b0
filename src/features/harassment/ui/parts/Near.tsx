import { HeartHandshake } from 'lucide-react'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { harassmentType, type Hint, type Suggestion } from '../../judging/contract.ts'
import { judgingMessages } from '../../judging/messages.ts'

const mostWords = 3

/** What speaks for the customer stands first; then what the record is near to, with its words or the company's own numbers. */
export function Near(props: { suggestions: readonly Suggestion[]; hints: readonly Hint[] }) {
  const { words } = useMessages(judgingMessages)
  const near = props.suggestions.flatMap((each) => {
    const type = each.kind === 'type' ? harassmentType.safeParse(each.code) : null
    return type?.success ? [{ ...each, type: type.data }] : []
  })
  return (
    <>
      {props.hints.length > 0 ? (
        <ul className="flex flex-col gap-1 rounded-lg bg-accent-bg px-3 py-2 text-sm">
          {props.hints.map(({ reminder, because, words: said }) => (
            <li key={`${reminder}${because}`} className="flex items-start gap-2">
              <HeartHandshake aria-hidden size={15} className="mt-1 shrink-0 text-accent" />
              <span className="min-w-0 wrap-anywhere">
                {words.hints[because]}
                {said === '' ? null : <span className="ms-2 text-xs text-sub">「{said}」</span>}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {near.length > 0 ? (
        <ul aria-label={words.nearTitle} className="flex flex-col gap-1.5 text-sm">
          {near.map(({ type, because, strength, words: said, entryIds, amount, most }) => (
            <li key={`${type}${because}`} className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
              <Badge tone={strength === 'once' ? 'gray' : 'orange'} wraps>
                {words.near({ name: words.types[type] })}
              </Badge>
              <span className="min-w-0 text-xs text-sub wrap-anywhere">
                {said.slice(0, mostWords).map((each) => `「${each}」`)}
                {strength === 'repeated' ? words.places({ count: entryIds.length }) : null}
                {amount === null || most === null
                  ? null
                  : words.standard({ what: words.measures[because], amount, most })}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {near.length > 0 ? <p className="text-xs text-sub">{words.notAdvice}</p> : null}
    </>
  )
}
