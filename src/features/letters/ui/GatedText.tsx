import { MessageSquareText } from 'lucide-react'
import { useId, useState, type Ref } from 'react'
import { composingWords } from '#features/letters/composing/messages.ts'
import type { GateFinding } from '#features/letters/gate/contract.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Findings } from './parts/Findings.tsx'
import { MarkedField } from './parts/MarkedField.tsx'
import { PhraseFinder } from './parts/PhraseFinder.tsx'

/** A few lines to a customer from another room: underlined like a letter, with what the gate asks below. */
export default function GatedText(props: {
  complaintId: string
  label: string
  text: string
  findings: readonly GateFinding[]
  reasons: Readonly<Record<string, string>>
  onText: (text: string) => void
  onReason: (rule: string, reason: string) => void
  onSend: () => void
  areaRef: Ref<HTMLTextAreaElement>
}) {
  const { words } = useMessages(composingWords)
  const id = useId()
  const [isFinding, setFinding] = useState(false)
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
      <Button
        kind="quiet"
        size="small"
        className="self-end"
        keys="mod+/"
        keysInFields
        icon={<MessageSquareText aria-hidden size={14} />}
        onPress={() => setFinding(true)}
      >
        {words.phrases}
      </Button>
      {isFinding ? (
        <PhraseFinder
          complaintId={props.complaintId}
          kind="talk"
          onChoose={(put) => onText([text.trimEnd(), put].filter(Boolean).join('\n'))}
          onClose={() => setFinding(false)}
        />
      ) : null}
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
