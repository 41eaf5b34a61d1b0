import { CloudOff, Send } from 'lucide-react'
import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useDraft } from '#kit/draft.ts'
import { FilePicker } from '#kit/FilePicker.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { UploadList } from '#kit/UploadList.tsx'
import { useUploads } from '#kit/uploads.ts'
import type { AnswerPage } from '../../contract.ts'
import { answeringMessages } from '../../messages.ts'
import { deedOf, emptyDraft, understandDraft, type AnswerDraft } from './draft.ts'
import { More } from './More.tsx'
import { useDeeds } from './outbox.ts'
import { Who } from './Who.tsx'

const ways = ['answer', 'ask-back', 'decline', 'move'] as const

/** Four ways to respond, one text; what is typed outlasts the line and the tab. */
export function Respond(props: {
  page: AnswerPage
  slug: string
  token: string
  again: () => void
}) {
  const { words } = useMessages(answeringMessages)
  const { page, slug, token, again } = props
  const { inquiryId } = page
  const draft = useDraft<AnswerDraft>(`answer/${inquiryId}`, emptyDraft, understandDraft)
  const [lacks, setLacks] = useState<'name' | 'text' | 'day' | null>(null)
  const deeds = useDeeds({ inquiryId, slug, token }, () => {
    draft.change({ ...emptyDraft, byName: draft.value.byName })
    again()
  })
  const { value } = draft
  const change = (changes: Partial<AnswerDraft>) => {
    setLacks(null)
    draft.change({ ...value, ...changes })
  }
  function send() {
    const made = deedOf(value)
    if ('lacks' in made) return setLacks(made.lacks)
    deeds.send(made.deed)
  }
  return (
    <section aria-labelledby="respond" className="flex flex-col gap-5 border-t border-line pt-5">
      <h2 id="respond" className="text-xl">
        {words.respond}
      </h2>
      <Choices
        label={words.way}
        choices={ways.map((id) => ({ id, name: words.ways[id] }))}
        value={value.kind}
        onChange={(kind) => change({ kind })}
      />
      <Who
        people={page.people}
        value={value.byName}
        onChange={(byName) => change({ byName })}
        error={lacks === 'name' ? words.needsName : null}
      />
      <TextArea
        label={words.texts[value.kind]}
        hint={words.hints[value.kind]}
        rows={5}
        value={value.text}
        onChange={(text) => change({ text })}
        error={lacks === 'text' ? words.needsText : null}
      />
      <More page={page} value={value} change={change} lacksDay={lacks === 'day'} />
      <Photos page={page} />
      <div className="flex flex-col gap-3">
        {deeds.isWaiting ? (
          <Waiting isSending={deeds.isSending} now={deeds.now} />
        ) : (
          <Refusal refusal={deeds.refusal} />
        )}
        <Button
          kind="primary"
          size="large"
          className="w-full text-lg!"
          icon={<Send aria-hidden size={20} />}
          isBusy={deeds.isSending}
          isDisabled={deeds.isWaiting}
          onPress={send}
        >
          {deeds.isSending ? words.sending : words.send[value.kind]}
        </Button>
        <p className="text-xs text-sub">{words.kept}</p>
      </div>
    </section>
  )
}

function Photos({ page }: { page: AnswerPage }) {
  const { words } = useMessages(answeringMessages)
  const { inquiryId, filesPath, mostFiles: files, largestMegabytes: megabytes } = page
  const { uploads, queue } = useUploads(filesPath, `answer/${inquiryId}`)
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="text-sm font-medium">{words.photos}</legend>
      <FilePicker
        label={words.choosePhotos}
        hint={words.photosHint({ files, megabytes })}
        onFiles={(chosen) => queue.add(inquiryId, chosen)}
      />
      <UploadList uploads={uploads} queue={queue} mayRemove={false} />
    </fieldset>
  )
}

function Waiting({ isSending, now }: { isSending: boolean; now: () => void }) {
  const { words } = useMessages(answeringMessages)
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-3 rounded-xl bg-orange-bg px-4 py-3 text-sm text-orange"
    >
      <CloudOff aria-hidden size={18} className="shrink-0" />
      <p className="min-w-48 flex-1">{words.waiting}</p>
      <Button size="small" isBusy={isSending} onPress={now}>
        {words.now}
      </Button>
    </div>
  )
}
