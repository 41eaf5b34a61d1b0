import { useId, useRef } from 'react'
import { isSend } from '#kit/keys.ts'
import { useMessages } from '#kit/language.tsx'
import type { TextProblem } from '../../contract.ts'
import { playbooksMessages } from '../../messages.ts'

const letters =
  'font-mono [text-autospace:no-autospace] [text-spacing-trim:space-all] text-[0.8125rem] leading-6 whitespace-pre-wrap wrap-anywhere'

/**
 * A plain field with numbered lines. The numbers stand on a copy of the text below the field, so that a line that
 * wraps keeps one number (both must be whole pixels wide, or they wrap differently); Tab leaves the field, and what composes Japanese is left alone.
 */
export function YamlField(props: {
  name: string
  text: string
  problems: readonly TextProblem[]
  isReadOnly: boolean
  onChange: (text: string) => void
  onSend: () => void
}) {
  const { words } = useMessages(playbooksMessages)
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const wrong = new Set(props.problems.map(({ line }) => line))
  function toLine(line: number) {
    const start = startOf(props.text, line)
    area.current?.focus()
    area.current?.setSelectionRange(start, start)
    document.getElementById(`${id}-${line}`)?.scrollIntoView({ block: 'center' })
  }
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <label htmlFor={id} className="text-sm font-medium">
        {words.text({ name: props.name })}
      </label>
      <p id={`${id}-hint`} className="text-xs text-sub">
        {words.textHint}
      </p>
      <Problems id={`${id}-problems`} problems={props.problems} toLine={toLine} />
      <div className="max-h-[65vh] overflow-y-auto rounded-lg border border-field-line/60 bg-surface focus-within:border-accent">
        <div className="grid">
          <Lines id={id} text={props.text} wrong={wrong} />
          <textarea
            ref={area}
            id={id}
            value={props.text}
            readOnly={props.isReadOnly}
            spellCheck={false}
            aria-describedby={`${id}-hint ${id}-problems`}
            aria-invalid={wrong.size > 0 || undefined}
            onChange={(event) => props.onChange(event.target.value)}
            onKeyDown={(event) => {
              if (!isSend(event.nativeEvent)) return
              event.preventDefault()
              props.onSend()
            }}
            className={`${letters} col-start-1 row-start-1 field-sizing-content resize-none overflow-hidden bg-transparent py-2 ps-11 pe-3 text-ink -outline-offset-2`}
          />
        </div>
      </div>
    </div>
  )
}

function Lines(props: { id: string; text: string; wrong: ReadonlySet<number> }) {
  return (
    <div aria-hidden className={`${letters} col-start-1 row-start-1 py-2 select-none`}>
      {props.text.split('\n').map((line, index) => (
        <div
          key={index}
          id={`${props.id}-${index + 1}`}
          className={`relative ps-11 pe-3 ${props.wrong.has(index + 1) ? 'bg-red-bg' : ''}`}
        >
          <span
            className={`absolute start-0 top-0 w-9 text-end text-xs leading-6 ${props.wrong.has(index + 1) ? 'font-semibold text-red' : 'text-sub'}`}
          >
            {index + 1}
          </span>
          <span className="invisible">{line === '' ? ' ' : line}</span>
        </div>
      ))}
    </div>
  )
}

function Problems(props: {
  id: string
  problems: readonly TextProblem[]
  toLine: (line: number) => void
}) {
  const { words } = useMessages(playbooksMessages)
  return (
    <div id={props.id} role="status" className="text-sm">
      {props.problems.length === 0 ? (
        <p className="text-green">{words.noProblems}</p>
      ) : (
        <ul
          aria-label={words.problemsIn}
          className="flex flex-col gap-1 rounded-lg bg-red-bg p-2 text-red"
        >
          {props.problems.map(({ line, sentence }) => (
            <li key={`${line} ${sentence}`}>
              <button
                type="button"
                onClick={() => props.toLine(line)}
                className="tap cursor-pointer rounded-md px-1 text-start underline-offset-2 hover:underline"
              >
                {words.lineOf({ line, sentence })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function startOf(text: string, line: number): number {
  const before = text.split('\n').slice(0, line - 1)
  return before.reduce((sum, each) => sum + each.length + 1, 0)
}
