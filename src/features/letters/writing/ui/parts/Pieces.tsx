import { Fragment } from 'react'
import { useMessages } from '#kit/language.tsx'
import { writingMessages } from '../../messages.ts'
import { differences } from '../../rules.ts'

const looks = {
  added: 'bg-green-bg text-green no-underline',
  removed: 'bg-red-bg text-red line-through',
} as const
/** Of what stayed, so much is shown beside a change. */
const around = 40

/** One text with what went and what came, in the order in which it is read. */
export function Pieces(props: { label: string; before: string; after: string }) {
  const { history: words } = useMessages(writingMessages).words
  const pieces = differences(props.before, props.after)
  if (pieces.every(({ kind }) => kind === 'same'))
    return <p className="text-sm text-sub">{words.same}</p>
  return (
    <div
      role="region"
      aria-label={props.label}
      tabIndex={0}
      className="rounded-lg border border-line bg-surface px-3 py-2 text-sm leading-relaxed wrap-anywhere whitespace-pre-wrap text-ink"
    >
      {pieces.map(({ kind, text }, at) => {
        if (kind === 'same')
          return <Fragment key={at}>{shortened(text, at, pieces.length - 1)}</Fragment>
        const Mark = kind === 'added' ? 'ins' : 'del'
        return (
          <Mark key={at} className={looks[kind]}>
            <span className="sr-only">{words[kind]}：</span>
            {text}
          </Mark>
        )
      })}
    </div>
  )
}

function shortened(text: string, at: number, last: number): string {
  const all = [...text]
  if (all.length <= around * 2) return text
  const [head, tail] = [all.slice(0, around).join(''), all.slice(-around).join('')]
  if (at === 0) return `… ${tail}`
  return at === last ? `${head} …` : `${head} … ${tail}`
}
