import type { Ref } from 'react'
import type { GateFinding } from '#features/letters/gate/contract.ts'
import { isSend } from '#kit/keys.ts'

// Both layers must break their lines at the same places.
const type = 'px-3 py-2 text-base leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]'

/** A text in which what the gate found is underlined. Enter is a new line; Ctrl/⌘+Enter sends. */
export function MarkedField(props: {
  label: string
  value: string
  findings: readonly GateFinding[]
  onChange: (value: string) => void
  onSend: () => void
  areaRef: Ref<HTMLTextAreaElement>
  describedBy: string
  /** A few lines, not a page. */
  isLow?: boolean
}) {
  return (
    <div
      className={`relative grid ${props.isLow ? 'min-h-20' : 'min-h-48'} rounded-lg border border-field-line/60 bg-surface hover:border-field-line has-focus-visible:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent`}
    >
      <div aria-hidden className={`col-start-1 row-start-1 text-transparent ${type}`}>
        <Underlined text={props.value} findings={props.findings} />{' '}
      </div>
      <textarea
        ref={props.areaRef}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        value={props.value}
        autoComplete="off"
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => {
          if (!isSend(event.nativeEvent)) return
          event.preventDefault()
          event.stopPropagation()
          props.onSend()
        }}
        className={`relative col-start-1 row-start-1 resize-none overflow-hidden bg-transparent text-ink outline-none ${type}`}
      />
    </div>
  )
}

function Underlined({ text, findings }: { text: string; findings: readonly GateFinding[] }) {
  const marks = findings.filter(({ start, end }) => end > start && end <= text.length)
  let from = 0
  const pieces = marks.flatMap(({ start, end, need }) => {
    if (start < from) return []
    const before = text.slice(from, start)
    from = end
    const line = need === 'nothing' ? 'decoration-orange' : 'decoration-red'
    return [
      before,
      <span
        key={start}
        className={`underline decoration-wavy decoration-1 underline-offset-4 ${line}`}
      >
        {text.slice(start, end)}
      </span>,
    ]
  })
  return (
    <>
      {pieces}
      {text.slice(from)}
    </>
  )
}
