import { CalendarClock, Globe, Phone, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import { readWebForm, type submitWebForm } from '#features/intake/contract.ts'
import { webFormMessages } from '#features/intake/web-form/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { changePreferences } from '#kit/preferences.ts'
import { dayAndTime } from '#kit/time.ts'
import { Prepare } from './parts/Prepare.tsx'
import { Received } from './parts/Received.tsx'
import { Writing } from './parts/Writing.tsx'

type Acknowledgement = z.output<typeof submitWebForm.answer> & { isReachable: boolean }

/** Where a customer tells us: one field is enough, the number and the next date come at once. */
export function PublicForm({ slug }: { slug: string }) {
  const { words } = useMessages(webFormMessages)
  const form = useAnswer(readWebForm, { params: { slug } })
  const [received, setReceived] = useState<Acknowledgement | null>(null)
  const organisation = form.state === 'ready' ? form.value.organisationName : ''
  useEffect(() => {
    document.title = organisation ? words.tab({ organisation }) : words.title
  }, [organisation, words])
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col gap-5 px-4 py-5 sm:px-6 sm:py-8">
      <header className="flex items-center gap-3">
        <p className="flex-1 font-semibold">{organisation}</p>
        <LanguageLink />
      </header>
      <main className="flex flex-col gap-5">
        <Answering answer={form}>
          {(value) =>
            received ? (
              <Received received={received} again={() => setReceived(null)} />
            ) : (
              <>
                <Opening {...value} />
                <Writing slug={slug} onReceived={setReceived} />
              </>
            )
          }
        </Answering>
      </main>
    </div>
  )
}

function Opening(props: { answeredBy: string }) {
  const { words } = useMessages(webFormMessages)
  const language = useLanguage()
  const now = useNow()
  const day = dayAndTime(props.answeredBy, now, language)
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
        <li className="flex items-start gap-2.5 text-sm">
          <Phone aria-hidden size={18} className="mt-0.5 shrink-0" />
        </li>
      </ul>
      <Prepare />
      <p className="flex items-start gap-2.5 text-sm text-sub">
        <TriangleAlert aria-hidden size={18} className="mt-0.5 shrink-0 text-red" />
        {words.danger}
      </p>
    </>
  )
}

function LanguageLink() {
  const { words } = useMessages(webFormMessages)
  const language = useLanguage()
  const other = language === 'ja' ? 'en' : 'ja'
  return (
    <span lang={other}>
      <Button
        kind="quiet"
        size="small"
        icon={<Globe aria-hidden size={16} />}
        onPress={() => changePreferences({ language: other })}
      >
        {words.language}
      </Button>
    </span>
  )
}
