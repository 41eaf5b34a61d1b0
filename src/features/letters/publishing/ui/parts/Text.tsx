import { publishingMessages } from '#features/letters/publishing/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Findings } from '#features/letters/ui/parts/Findings.tsx'
import { MarkedField } from '#features/letters/ui/parts/MarkedField.tsx'
import { PhraseFinder } from '#features/letters/ui/parts/PhraseFinder.tsx'
import { templatesMessages } from '#features/letters/templates/messages.ts'
import { useId, useState } from 'react'
import type { PublicReplying } from './usePublicReply.ts'

/** The words, underlined where the gate holds them. */
export function Text({ complaintId, reply }: { complaintId: string; reply: PublicReplying }) {
  const { words } = useMessages(publishingMessages)
  const templates = useMessages(templatesMessages).words
  const id = useId()
  const [isFinding, setFinding] = useState(false)
  const { typed, change } = reply
  return (
    <div className="flex flex-col gap-2">
      <p className="text-xs text-sub">{words.hint}</p>
      <MarkedField
        label={words.text}
        value={typed.text}
        findings={reply.findings}
        onChange={(text) => change({ text })}
        onSend={() => void reply.askFor()}
        areaRef={reply.area}
        describedBy={id}
      />
      <Findings
        id={id}
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
          keys="mod+/"
          keysInFields
          onPress={() => setFinding(true)}
        >
          {templates.find}
        </Button>
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
      {isFinding ? (
        <PhraseFinder
          complaintId={complaintId}
          kind="public-reply"
          onChoose={reply.add}
          onClose={() => setFinding(false)}
        />
      ) : null}
    </div>
  )
}
