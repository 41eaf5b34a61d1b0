import { CalendarClock, Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { copy } from '#kit/clipboard.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { saveBlob } from '#kit/save.ts'
import { dayAndTime } from '#kit/time.ts'
import type { ChatConversation } from '#features/chat/window/contract.ts'
import { windowMessages } from '#features/chat/window/messages.ts'
import { transcriptOf } from './transcript.ts'

const plain = { type: 'text/plain;charset=utf-8' }

/** What stays after the talk: the number, the next date, and the words themselves. */
export function Ended(props: { conversation: ChatConversation; startAnew: () => void }) {
  const { words } = useMessages(windowMessages)
  const language = useLanguage()
  const now = useNow()
  const [isCopied, setCopied] = useState(false)
  const { conversation } = props
  const { nextAt, number } = conversation
  const text = () => transcriptOf(conversation, now, language)
  return (
    <section className="card flex flex-col gap-3 p-4">
      <h2 className="text-lg">{words.ended}</h2>
      {nextAt ? (
        <p className="flex items-center gap-2 font-semibold text-purple">
          <CalendarClock aria-hidden size={18} className="shrink-0" />
          {words.next}：{words.nextBy({ day: dayAndTime(nextAt, now, language) })}
        </p>
      ) : null}
      <p className="text-sm">{words.endedLead}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          icon={<Copy aria-hidden size={16} />}
          onPress={() => void copy(text()).then(setCopied)}
        >
          {isCopied ? words.copied : words.copy}
        </Button>
        <Button
          icon={<Download aria-hidden size={16} />}
          onPress={() => saveBlob(words.file({ number }), new Blob([text()], plain))}
        >
          {words.save}
        </Button>
        <Button kind="quiet" onPress={props.startAnew}>
          {words.fresh}
        </Button>
      </div>
    </section>
  )
}
