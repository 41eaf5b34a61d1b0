import { useState } from 'react'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import AskForm from './AskForm.tsx'

/** What the table does not hold at all: only somebody else may grant it. */
export default function BeyondRules({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(queueMessages)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        className="self-start"
        isPressed={isOpen}
        onPress={() => setOpen(!isOpen)}
      >
        {words.askOutside}
      </Button>
      {isOpen ? (
        <AskForm
          complaintId={complaintId}
          rule={null}
          maxYen={null}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
