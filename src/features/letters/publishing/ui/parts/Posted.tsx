import { Copy, ExternalLink, Globe } from 'lucide-react'
import { useState } from 'react'
import { publishWords, type OpenPublicReply } from '#features/letters/public/contract.ts'
import { publishingMessages } from '#features/letters/publishing/messages.ts'
import { toInstant } from '#kernel/tokyo.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { copy } from '#kit/clipboard.ts'
import { useCommand } from '#kit/commands.ts'
import { DayField } from '#kit/DayField.tsx'
import { isSend } from '#kit/keys.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { TimeField } from '#kit/TimeField.tsx'
import { useNow } from '#kit/now.ts'
import { clockTime, dayKey } from '#kit/time.ts'
import { showToast } from '#kit/toasts.ts'
import type { PublicReplying } from './usePublicReply.ts'

type Putting = { complaintId: string; open: OpenPublicReply; reply: PublicReplying }

/** The places take no letters from us: a person copies the words, puts them there, and says so. */
export function Posted({ complaintId, open, reply }: Putting) {
  const { words } = useMessages(publishingMessages)
  const [isOpen, setOpen] = useState(false)
  const { text } = reply.typed
  const url = open.review?.url ?? ''
  async function take() {
    const done = await copy(text.trim())
    showToast(
      done ? { text: words.copied, tone: 'done' } : { text: words.notCopied, tone: 'trouble' },
    )
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          kind="primary"
          keys="alt+c"
          keysInFields
          icon={<Copy aria-hidden size={16} />}
          onPress={() => void take()}
        >
          {words.copy}
        </Button>
        {url === '' ? null : (
          <a
            href={url}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="tap inline-flex min-h-10 items-center gap-1.5 rounded-lg px-2 text-sm text-accent underline underline-offset-4"
          >
            {words.toPlace}
            <ExternalLink aria-hidden size={15} />
          </a>
        )}
        {isOpen ? null : (
          <Button
            keys="alt+p"
            keysInFields
            icon={<Globe aria-hidden size={16} />}
            onPress={() => setOpen(true)}
          >
            {words.posted}
          </Button>
        )}
      </div>
      {isOpen ? (
        <Recording {...{ complaintId, open, reply }} onDone={() => setOpen(false)} />
      ) : null}
    </div>
  )
}

function Recording({ complaintId, open, reply, onDone }: Putting & { onDone: () => void }) {
  const { words } = useMessages(publishingMessages)
  const publish = useCommand(publishWords)
  const [url, setUrl] = useState(open.review?.url ?? '')
  const now = useNow()
  const [began] = useState({ day: dayKey(now), time: clockTime(now, 'ja') })
  const [on, setOn] = useState(began)
  async function record() {
    if (publish.isSending) return
    const { text } = reply.typed
    const postedAt = on === began ? null : instantOf(on)
    const body = { text, url, reasons: reply.given, ...(postedAt ? { postedAt } : {}) }
    const done = await publish.send({ params: { complaintId }, body })
    if (!done.ok) return
    const { version } = done.value.reply
    showToast({ text: words.recorded({ version }), tone: 'done' })
    reply.clear()
    onDone()
  }
  return (
    <fieldset
      onKeyDown={(event) => {
        if (!isSend(event.nativeEvent)) return
        event.preventDefault()
        event.stopPropagation()
        void record()
      }}
      className="flex flex-col gap-3 rounded-xl border border-line-soft p-3"
    >
      <legend className="px-1 text-sm font-medium">{words.posted}</legend>
      <p className="text-xs text-sub">{words.postedLead}</p>
      <TextField
        label={words.url}
        type="url"
        value={url}
        maxLength={2000}
        autoFocus
        onChange={setUrl}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <DayField label={words.postedOn} value={on.day} onChange={(day) => setOn({ ...on, day })} />
        <TimeField
          label={words.postedTime}
          value={on.time}
          isDisabled={on.day === ''}
          onChange={(time) => setOn({ ...on, time })}
        />
      </div>
      <p className="text-xs text-sub">{words.postedNow}</p>
      <Refusal refusal={publish.refusal} />
      <div>
        <Button kind="primary" isBusy={publish.isSending} onPress={() => void record()}>
          {words.record}
        </Button>
      </div>
    </fieldset>
  )
}

/** Null: now, as long as nobody said another time. */
function instantOf({ day, time }: { day: string; time: string }): string | null {
  return day === '' ? null : toInstant(Temporal.PlainDate.from(day), time || '00:00').toString()
}
