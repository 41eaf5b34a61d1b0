import { CalendarClock, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import { formFilesPath, readWebForm } from '#features/intake/contract.ts'
import { webFormMessages } from '#features/intake/web-form/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useDraft } from '#kit/draft.ts'
import { browserIds } from '#kit/ids.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { LanguageLink } from '#kit/LanguageLink.tsx'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'
import { UploadList } from '#kit/UploadList.tsx'
import { useUploads } from '#kit/uploads.ts'
import { emptyDraft, understandDraft, type FormDraft } from './parts/draft.ts'
import { isFramed, useOwnHeight } from './parts/frame.ts'
import { Hours } from './parts/Hours.tsx'
import { useOutbox, type Acknowledged } from './parts/outbox.ts'
import { Photos } from './parts/Photos.tsx'
import { Prepare } from './parts/Prepare.tsx'
import { Received } from './parts/Received.tsx'
import { Waiting } from './parts/Waiting.tsx'
import { Writing } from './parts/Writing.tsx'

type Form = z.output<typeof readWebForm.answer>

/** Anybody, no account, on a phone: tell it once. The number and the next date come at once. */
export function PublicForm({ slug }: { slug: string }) {
  const { words } = useMessages(webFormMessages)
  const form = useAnswer(readWebForm, { params: { slug } })
  const organisation = form.state === 'ready' ? form.value.organisationName : ''
  useOwnHeight()
  useEffect(() => {
    document.title = organisation ? words.tab({ organisation }) : words.title
  }, [organisation, words])
  return (
    <div
      className={`mx-auto flex w-full max-w-2xl flex-col gap-5 px-4 py-5 sm:px-6 sm:py-8 ${isFramed() ? '' : 'min-h-dvh'}`}
    >
      <header className="flex items-center gap-3">
        <p className="flex-1 font-semibold">{organisation}</p>
        <LanguageLink />
      </header>
      <main className="flex flex-col gap-5">
        <Answering answer={form}>{(value) => <Telling slug={slug} form={value} />}</Answering>
      </main>
    </div>
  )
}

/** Written, sent off, received; the files go their own way and are never waited for. */
function Telling({ slug, form }: { slug: string; form: Form }) {
  const { words } = useMessages(webFormMessages)
  const draft = useDraft(`form/${slug}`, emptyDraft, understandDraft)
  const { uploads, queue } = useUploads(formFilesPath(slug), `form/${slug}`)
  const [received, setReceived] = useState<Acknowledged | null>(null)
  const outbox = useOutbox(slug, (answer) => {
    draft.clear()
    setReceived(answer)
  })
  const { value } = draft
  const change = (changes: Partial<FormDraft>) => {
    const whole = { ...value, ...changes, id: value.id || browserIds.next() }
    draft.change(whole)
    return whole
  }
  const shownId = received?.complaintId ?? outbox.waiting?.body.id ?? value.id
  const mine = uploads.filter(({ forId }) => forId === shownId)
  const earlier = uploads.filter(({ forId, state }) => forId !== shownId && state !== 'done')
  if (received) {
    return (
      <Received received={received} again={() => setReceived(null)}>
        <UploadList uploads={[...mine, ...earlier]} queue={queue} mayRemove={false} />
      </Received>
    )
  }
  if (outbox.waiting && (outbox.hasFailed || !outbox.isSending)) {
    const { waiting, refusal, isSending, now } = outbox
    const sentence = refusal?.kind === 'too-many' ? refusal.sentence : null
    return (
      <>
        <Waiting words={waiting.body.words} {...{ sentence, isSending, now }} />
        <UploadList uploads={mine} queue={queue} mayRemove={false} />
      </>
    )
  }
  if (!form.isOpen) return <Shut {...form} />
  return (
    <>
      <Opening {...form} />
      {earlier.length > 0 ? (
        <section className="flex flex-col gap-2">
          <p className="text-sm">{words.earlierFiles}</p>
          <UploadList uploads={earlier} queue={queue} mayRemove />
        </section>
      ) : null}
      <Prepare about={value.about} own={form.prepare} onChange={(about) => change({ about })} />
      <p className="flex items-start gap-2.5 text-sm text-sub">
        <TriangleAlert aria-hidden size={18} className="mt-0.5 shrink-0 text-red" />
        {words.danger}
      </p>
      <Writing
        {...{ draft, change }}
        refusal={outbox.refusal}
        isSending={outbox.isSending}
        onSend={outbox.send}
        photos={
          <Photos
            {...form}
            uploads={mine}
            queue={queue}
            onFiles={(files) => queue.add(change({}).id, files)}
          />
        }
      />
    </>
  )
}

function Opening({ answeredBy, hours, closedOn }: Form) {
  const { words } = useMessages(webFormMessages)
  const language = useLanguage()
  const now = useNow()
  const day = dayAndTime(answeredBy, now, language)
  return (
    <>
      <div>
        <h1 className="text-2xl sm:text-3xl">{words.title}</h1>
        <p className="mt-2">{words.lead}</p>
      </div>
      <ul className="flex flex-col gap-2 rounded-xl bg-accent-bg px-4 py-3 text-accent">
        <li className="flex items-start gap-2.5 font-semibold">
          <CalendarClock aria-hidden size={20} className="mt-0.5 shrink-0" />
          {words.answeredBy({ day })}
        </li>
        <Hours hours={hours} closedOn={closedOn} />
      </ul>
    </>
  )
}

/** Nobody is left before a closed door: there is the telephone, and what was written stays. */
function Shut({ hours, closedOn }: Form) {
  const { words } = useMessages(webFormMessages)
  return (
    <>
      <h1 className="text-2xl sm:text-3xl">{words.shut}</h1>
      <p>{words.shutLead}</p>
      <ul className="flex flex-col gap-2 rounded-xl bg-accent-bg px-4 py-3 text-accent">
        <Hours hours={hours} closedOn={closedOn} />
      </ul>
    </>
  )
}
