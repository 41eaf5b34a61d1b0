import { CalendarClock, CircleCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { LanguageLink } from '#kit/LanguageLink.tsx'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'
import { readAnswerPage, token as tokenSchema, type AnswerPage } from '../contract.ts'
import { answeringMessages } from '../messages.ts'
import { Asked } from './parts/Asked.tsx'
import { Respond } from './parts/Respond.tsx'
import { Talk } from './parts/Talk.tsx'

/** `/answer/:slug#token`: one request, no account, on a phone in a factory. */
export default function AnswerDesk({ slug }: { slug: string }) {
  // What is behind the # is never sent by opening a page; it is kept here and asked with.
  const [token] = useState(() => tokenIn(location.hash))
  const page = useAnswer(readAnswerPage, { params: { slug }, body: { token } })
  const again = page.state === 'ready' ? page.again : () => undefined
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col gap-5 px-4 py-5 sm:px-6 sm:py-8">
      <header className="flex items-center gap-3">
        <p className="flex-1 font-semibold">
          {page.state === 'ready' ? page.value.organisationName : ''}
        </p>
        <LanguageLink />
      </header>
      <main className="flex flex-col gap-6">
        <Answering answer={page}>
          {(value) => <Page page={value} slug={slug} token={token} again={again} />}
        </Answering>
      </main>
    </div>
  )
}

/** A link that lost its end opens nothing, and is told so like any other. */
function tokenIn(hash: string): string {
  const read = tokenSchema.safeParse(hash.slice(1))
  return read.success ? read.data : '0'.repeat(64)
}

function Page(props: { page: AnswerPage; slug: string; token: string; again: () => void }) {
  const { words } = useMessages(answeringMessages)
  const language = useLanguage()
  const now = useNow()
  const { page, slug, token } = props
  const { departmentName: department, state } = page
  useEffect(() => {
    document.title = words.tab({ department })
  }, [department, words])
  const isOpen = state === 'asked' || state === 'asked-back'
  const day = dayAndTime(page.dueAt, now, language)
  return (
    <>
      <div className="flex flex-col gap-2">
        <h1 className="word-break-phrase text-2xl sm:text-3xl">{words.title({ department })}</h1>
        <p className="text-sub">
          {words.from({ organisation: page.organisationName, name: page.askedByName })}
        </p>
        {isOpen ? (
          <p className="flex items-center gap-2 self-start rounded-lg bg-purple-bg px-3 py-1.5 font-semibold text-purple">
            <CalendarClock aria-hidden size={18} className="shrink-0" />
            {words.until({ day })}
          </p>
        ) : null}
      </div>
      {state === 'asked' ? null : (
        <p
          role="status"
          className="flex items-start gap-2.5 rounded-xl bg-green-bg px-4 py-3 font-semibold text-green"
        >
          <CircleCheck aria-hidden size={20} className="mt-0.5 shrink-0" />
          {words.done[state]}
        </p>
      )}
      <Asked page={page} slug={slug} token={token} />
      <Talk turns={page.turns} />
      {isOpen ? <Respond {...props} /> : null}
      <p className="text-xs text-sub">
        {words.closes({ day: dayAndTime(page.expiresAt, now, language) })}
      </p>
    </>
  )
}
