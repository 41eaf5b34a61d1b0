import { Suspense, useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import type { Answered, Refused } from '#kit/call.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { useNow } from '#kit/now.ts'
import { TextArea } from '#kit/TextArea.tsx'
import { calendarDay, dayAndTime } from '#kit/time.ts'
import { uploadPaths } from '../../../files/contract.ts'
import { talkFilesMessages } from '../../../files/messages.ts'
import { FileCard } from '../../../files/ui/parts/FileCard.tsx'
import type { Source } from '../../../files/ui/parts/source.ts'
import type { Message, Talk } from '../../contract.ts'
import { talksMessages } from '../../messages.ts'
import { Hints } from './Hints.tsx'
import { useTabDraft } from './tab-draft.ts'
import { Wish } from './Wish.tsx'

// Most of those who write add nothing.
const AddFiles = later(() => import('../../../files/ui/parts/AddFiles.tsx'))

/** What was said, and a way to go on; the same for a name and for a code. */
export function TalkView(props: {
  talk: Talk
  draftKey: string
  source: Source
  send: (words: string) => Promise<Answered<Talk>>
  /** Something else has come in, or the wish was told. */
  again: () => void
  wish: (isWished: boolean) => Promise<Answered<unknown>>
}) {
  const { words } = useMessages(talksMessages)
  const { words: files } = useMessages(talkFilesMessages)
  const [text, write] = useTabDraft(props.draftKey)
  const [sending, setSending] = useState<Refused | 'busy' | null>(null)
  const [isSent, setSent] = useState(false)
  const isReady = text.trim() !== '' && sending !== 'busy'
  async function send() {
    if (!isReady) return
    setSending('busy')
    const answered = await props.send(text)
    setSending(answered.ok ? null : answered.refusal)
    if (!answered.ok) return
    write('')
    setSent(true)
  }
  return (
    <div className="flex flex-col gap-4">
      <Messages messages={props.talk.messages} source={props.source} />
      <TextArea
        label={words.reply}
        value={text}
        onChange={(next) => {
          setSent(false)
          write(next)
        }}
        onSend={() => void send()}
      />
      <Hints text={text} />
      <p role="status" className="text-sm text-green empty:hidden">
        {isSent ? words.replied : null}
      </p>
      <Refusal refusal={sending === 'busy' ? null : sending} />
      <Button
        kind="primary"
        className="self-start"
        isBusy={sending === 'busy'}
        isDisabled={text.trim() === ''}
        onPress={() => void send()}
      >
        {words.sendReply}
      </Button>
      <Suspense>
        <AddFiles
          caseId={props.talk.caseId}
          source={props.source}
          path={uploadPaths.talks}
          label={files.add}
          hint={props.source.by === 'name' ? files.hint : files.hintUnnamed}
          onCame={props.again}
        />
      </Suspense>
      <Wish talk={props.talk} wish={props.wish} />
    </div>
  )
}

/** Also on the case page of the desk, where `person` is whoever consults. */
export function Messages(props: { messages: readonly Message[]; source: Source; person?: string }) {
  const { words } = useMessages(talksMessages)
  const language = useLanguage()
  const now = useNow()
  return (
    <ol className="flex flex-col gap-3">
      {props.messages.map(({ id, by, deskName, on, at, words: said, file }) => (
        <li
          key={id}
          className={`max-w-[92%] min-w-0 rounded-xl px-4 py-3 ${by === 'desk' ? 'self-start bg-accent-bg' : 'self-end bg-gray-bg'}`}
        >
          <p className="mb-1 flex flex-wrap gap-x-3 text-xs text-sub">
            <span className="font-semibold">
              {by === 'desk' ? words.desk({ name: deskName ?? '' }) : (props.person ?? words.you)}
            </span>
            <span>
              {at ? dayAndTime(at, now, language) : calendarDay(`${on}T03:00:00Z`, now, language)}
            </span>
          </p>
          {file ? (
            <FileCard file={file} source={props.source} />
          ) : (
            <p className="wrap-anywhere whitespace-pre-wrap">{said}</p>
          )}
        </li>
      ))}
    </ol>
  )
}
