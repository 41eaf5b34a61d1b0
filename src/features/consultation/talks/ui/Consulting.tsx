import { ExternalLink, KeyRound, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { call } from '#kit/call.ts'
import { browserIds } from '#kit/ids.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { calendarDay } from '#kit/time.ts'
import { byName } from '../../files/ui/parts/source.ts'
import { wishErasure } from '../../retention/contract.ts'
import { spanOf } from '../../retention/rules.ts'
import { addToTalk, readEntrance, readTalk, type Entrance, type Talk } from '../contract.ts'
import { talksMessages } from '../messages.ts'
import { Begin } from './parts/Begin.tsx'
import { Policy } from './parts/Policy.tsx'
import { TalkView } from './parts/TalkView.tsx'

/** The desk as everybody who works here meets it. */
export default function Consulting({ memberId }: { memberId: string }) {
  const { erase } = useMessages(talksMessages).words
  const keptFor = (count: number) => erase.kept({ span: spanOf(count, erase) })
  const entrance = useAnswer(readEntrance, {})
  return (
    <Answering answer={entrance}>
      {(value) => (
        <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex flex-col gap-6">
            <Lead entrance={value} />
            <Begin entrance={value} memberId={memberId} onSent={entrance.again} />
          </div>
          <aside className="flex flex-col gap-6">
            {value.talks.length > 0 ? <Own talks={value.talks} again={entrance.again} /> : null}
            {value.policy ? <Policy policy={value.policy} again={entrance.again} /> : null}
            <p className="text-sm text-sub">{keptFor(value.keptMonths)}</p>
            <Outside slug={value.slug} />
          </aside>
        </div>
      )}
    </Answering>
  )
}

function Lead({ entrance }: { entrance: Entrance }) {
  const { words } = useMessages(talksMessages)
  const names = entrance.counsellors.map(({ name }) => name).join('・')
  return (
    <div className="flex flex-col gap-3">
      <p className="word-break-phrase text-lg">{words.lead}</p>
      <p className="flex items-start gap-2.5 rounded-xl bg-green-bg px-4 py-3 text-sm text-green">
        <ShieldCheck aria-hidden size={18} className="mt-0.5 shrink-0" />
        <span>
          {names === '' ? words.nobody : words.readers({ names })}
          <br />
          {words.noHarm}
        </span>
      </p>
    </div>
  )
}

function Own({ talks, again }: { talks: readonly Talk[]; again: () => void }) {
  const { words } = useMessages(talksMessages)
  return (
    <section aria-labelledby="own-talks" className="flex flex-col gap-3">
      <h2 id="own-talks" className="text-base">
        {words.own}
      </h2>
      <ul className="flex flex-col gap-3">
        {talks.map((talk) => (
          <One key={talk.caseId} talk={talk} again={again} />
        ))}
      </ul>
    </section>
  )
}

function One({ talk, again }: { talk: Talk; again: () => void }) {
  const { words } = useMessages(talksMessages)
  const language = useLanguage()
  const day = calendarDay(`${talk.openedOn}T03:00:00Z`, useNow(), language)
  const [isOpen, setOpen] = useState(false)
  const params = { caseId: talk.caseId }
  const open = () => {
    setOpen(!isOpen)
    if (talk.hasNews) void call(readTalk, { params }).then(again)
  }
  const send = async (said: string) => {
    const answered = await call(addToTalk, { params, body: { id: browserIds.next(), words: said } })
    if (answered.ok) again()
    return answered
  }
  const wish = async (isWished: boolean) => {
    const answered = await call(wishErasure, { params, body: { isWished } })
    if (answered.ok) again()
    return answered
  }
  return (
    <li className="card flex flex-col gap-3 p-4">
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <span className="min-w-0 flex-1 font-semibold">{words.began({ day })}</span>
        {talk.hasNews ? <Badge tone="blue">{words.news}</Badge> : null}
        {talk.isClosed ? <Badge tone="green">{words.closed}</Badge> : null}
        <Button size="small" label={words.openLabel({ day })} isPressed={isOpen} onPress={open}>
          {words.open}
        </Button>
      </p>
      {isOpen ? (
        <TalkView
          talk={talk}
          draftKey={talk.caseId}
          source={byName}
          send={send}
          again={again}
          wish={wish}
        />
      ) : null}
    </li>
  )
}

function Outside({ slug }: { slug: string }) {
  const { words } = useMessages(talksMessages)
  return (
    <section aria-labelledby="outside" className="flex flex-col gap-2 text-sm">
      <a
        href={`/consult/${encodeURIComponent(slug)}`}
        target="_blank"
        rel="noreferrer"
        className="tap inline-flex min-h-11 items-center gap-2 self-start text-accent underline underline-offset-4"
      >
        <KeyRound aria-hidden size={17} />
        {words.byCode}
        <ExternalLink aria-hidden size={14} />
      </a>
      <h2 id="outside" className="text-sm">
        {words.outside}
      </h2>
      <p className="text-sub">{words.outsideText}</p>
    </section>
  )
}
