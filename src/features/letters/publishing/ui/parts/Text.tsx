import { publishingMessages } from '#features/letters/publishing/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Findings } from '#features/letters/ui/parts/Findings.tsx'
import { LetterField } from '#features/letters/ui/parts/LetterField.tsx'
import { useId, useState } from 'react'
import type { PublicReplying } from './usePublicReply.ts'

/** The words, underlined where the gate holds them. */
export function Text({ complaintId, reply }: { complaintId: string; reply: PublicReplying }) {
  const { words } = useMessages(publishingMessages)
  const id = useId()
  const [isComposing, setComposing] = useState(false)
  const { typed, change } = reply
  return (
    <div className="flex flex-col gap-2">
      <p className="text-xs text-sub">{words.hint}</p>
      <LetterField
        id={id}
        complaintId={complaintId}
        label={words.text}
        kind="public-reply"
        value={typed.text}
        findings={reply.findings}
        onChange={(text) => change({ text })}
        isComposing={isComposing}
        onComposing={setComposing}
        field={reply.area}
        isBrief
      />
      <Findings
        id={`${id}-findings`}
        text={typed.text}
        findings={reply.findings}
        reasons={typed.reasons}
        onReason={(rule, reason) => change({ reasons: { ...typed.reasons, [rule]: reason } })}
        onFix={({ start, end, fix = '' }) =>
          change({ text: typed.text.slice(0, start) + fix + typed.text.slice(end) })
        }
        onSend={() => void reply.askFor()}
      />
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          kind="quiet"
          keys="alt+s"
          keysInFields
          isBusy={reply.isKeeping}
          onPress={() => void reply.keepDraft()}
        >
          {words.saveDraft}
        </Button>
      </div>
    </div>
  )
}
