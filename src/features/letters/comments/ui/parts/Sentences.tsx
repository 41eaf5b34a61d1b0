import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useMessages } from '#kit/language.tsx'
import { commentsMessages } from '../../messages.ts'
import { sentencesOf, type Stretch } from '../../rules.ts'

/** A text of which sentences are chosen: with the arrow keys, with Shift several, or by a touch. */
export function Sentences(props: {
  text: string
  chosen: Stretch | null
  onChoose: (stretch: Stretch) => void
}) {
  const { there: words } = useMessages(commentsMessages).words
  const id = useId()
  const { text, chosen, onChoose } = props
  const sentences = sentencesOf(text)
  const [range, setRange] = useState({ from: 0, at: 0 })
  const list = useRef<HTMLDivElement>(null)
  const last = sentences.length - 1
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${range.at}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [id, range.at])

  function go(to: number, isMore: boolean) {
    const at = Math.max(0, Math.min(to, last))
    const from = isMore ? range.from : at
    setRange({ from, at })
    const [first, end] = [sentences[Math.min(from, at)], sentences[Math.max(from, at)]]
    if (first && end) onChoose({ start: first.start, end: end.end })
  }
  function onKeyDown(event: KeyboardEvent) {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: range.at + 1,
      ArrowUp: range.at - 1,
      Home: 0,
      End: last,
    }
    const to = steps[event.key]
    if (to === undefined) return
    event.preventDefault()
    go(to, event.shiftKey)
  }
  const isChosen = ({ start, end }: Stretch) =>
    chosen === null ? start === sentences[0]?.start : start >= chosen.start && end <= chosen.end
  return (
    <div className="flex flex-col gap-1">
      <p id={`${id}-how`} className="text-xs text-sub">
        {words.howTo}
      </p>
      <div
        ref={list}
        role="listbox"
        aria-label={words.sentences}
        aria-describedby={`${id}-how`}
        aria-multiselectable
        aria-activedescendant={last < 0 ? undefined : `${id}-${range.at}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="flex max-h-[40dvh] flex-col overflow-y-auto rounded-lg border border-field-line/60 bg-surface p-1 text-base leading-relaxed"
      >
        {sentences.map((sentence, at) => (
          <div
            key={sentence.start}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={isChosen(sentence)}
            onClick={(event) => go(at, event.shiftKey)}
            className="tap cursor-pointer rounded-md border-s-3 border-transparent px-2.5 py-1 wrap-anywhere hover:bg-gray-bg aria-selected:border-accent aria-selected:bg-accent-bg"
          >
            {text.slice(sentence.start, sentence.end)}
          </div>
        ))}
      </div>
    </div>
  )
}
