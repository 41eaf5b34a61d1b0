import { PenLine } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { clockTime } from '#kit/time.ts'
import { readWriting } from '../../writing/contract.ts'
import { listComments } from '../contract.ts'
import { commentsMessages } from '../messages.ts'
import { useMayRead } from './parts/useMayRead.ts'

const Reader = later(() => import('./parts/Reader.tsx'))

/** On a complaint whose reply is being written: who has it, and the way to read it without taking it over. */
export default function DraftThere({ complaintId }: { complaintId: string }) {
  const { there: words } = useMessages(commentsMessages).words
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const mayRead = useMayRead()
  const writing = useAnswer(readWriting, { params: { complaintId } }, { isOff: !mayRead })
  const draft = writing.state === 'ready' ? writing.value.draft : null
  const advice = useAnswer(listComments, { params: { complaintId } }, { isOff: draft === null })
  const comments = advice.state === 'ready' ? advice.value.comments : []
  const count = comments.filter(({ state }) => state === 'open').length
  if (!draft && !isOpen) return null
  return (
    <div
      data-print="off"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-1.5 text-sm sm:px-6"
    >
      {draft ? (
        <span className="inline-flex items-center gap-1.5">
          <PenLine aria-hidden size={15} className="shrink-0 text-accent" />
          {words.by({ name: draft.savedByName, time: clockTime(draft.savedAt, language) })}
        </span>
      ) : null}
      {count > 0 ? <Badge tone="orange">{words.open({ count })}</Badge> : null}
      <Button size="small" className="ms-auto" onPress={() => setOpen(true)}>
        {words.read}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={words.title}
        place="side"
        keepsOpen
      >
        <Suspense>
          <Reader complaintId={complaintId} draft={draft} />
        </Suspense>
      </Dialog>
    </div>
  )
}
