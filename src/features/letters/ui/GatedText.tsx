import { useId, useState, type RefObject } from 'react'
import type { GateFinding } from '#features/letters/gate/contract.ts'
import type { WritingHandle } from '#kit/WritingArea.tsx'
import { Findings } from './parts/Findings.tsx'
import { LetterField } from './parts/LetterField.tsx'

/** A few lines to a customer from another room: marked and mended like a letter, with what the gate asks below. */
export default function GatedText(props: {
  complaintId: string
  label: string
  text: string
  findings: readonly GateFinding[]
  reasons: Readonly<Record<string, string>>
  onText: (text: string) => void
  onReason: (rule: string, reason: string) => void
  onSend: () => void
  field: RefObject<WritingHandle | null>
}) {
  const id = useId()
  const [isComposing, setComposing] = useState(false)
  const { text, findings, onText, onSend } = props
  return (
    <>
      <LetterField
        id={id}
        complaintId={props.complaintId}
        label={props.label}
        kind="talk"
        value={text}
        findings={findings}
        onChange={onText}
        isComposing={isComposing}
        onComposing={setComposing}
        field={props.field}
        isBrief
      />
      {text.trim() === '' ? null : (
        <Findings
          id={`${id}-findings`}
          text={text}
          findings={findings}
          reasons={props.reasons}
          onReason={props.onReason}
          onFix={({ start, end, fix = '' }) => onText(text.slice(0, start) + fix + text.slice(end))}
          onSend={onSend}
        />
      )}
    </>
  )
}
