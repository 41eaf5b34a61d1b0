import { useId, type Ref } from 'react'
import type { GateFinding } from '#features/letters/gate/contract.ts'
import { Findings } from './parts/Findings.tsx'
import { MarkedField } from './parts/MarkedField.tsx'

/** A few lines to a customer from another room: underlined like a letter, with what the gate asks below. */
export default function GatedText(props: {
  label: string
  text: string
  findings: readonly GateFinding[]
  reasons: Readonly<Record<string, string>>
  onText: (text: string) => void
  onReason: (rule: string, reason: string) => void
  onSend: () => void
  areaRef: Ref<HTMLTextAreaElement>
}) {
  const id = useId()
  const { text, findings, onText, onSend } = props
  return (
    <>
      <MarkedField
        label={props.label}
        value={text}
        findings={findings}
        onChange={onText}
        onSend={onSend}
        areaRef={props.areaRef}
        describedBy={`${id}-findings`}
        isLow
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
