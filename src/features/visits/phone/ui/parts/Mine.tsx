import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { call, type Refused } from '#kit/call.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { LanguageLink } from '#kit/LanguageLink.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { clockTime } from '#kit/time.ts'
import type { MyVisit } from '../../../contract.ts'
import { layDownVisit, readMine, type Mine as Answer } from '../../contract.ts'
import { phoneMessages } from '../../messages.ts'
import { isOut } from '../../../course/rules.ts'
import { opens, stepOf } from '../../rules.ts'
import { Location } from './Location.tsx'
import { Pins } from './Pins.tsx'
import { Ready } from './Ready.tsx'

type Begin = (visitId: string, slug: string) => Promise<Refused | null>

/** Before a visit, at the office: which one this phone carries, and the PINs. */
export function Mine({ begin }: { begin: Begin }) {
  const { words } = useMessages(phoneMessages)
  const mine = useAnswer(readMine, {})
  const isOutside = mine.state === 'refused' && mine.refusal.kind === 'unauthenticated'
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-xl flex-col gap-5 px-4 pt-[max(0.75rem,env(safe-area-inset-top))] pb-8">
      <header className="flex justify-end">
        <LanguageLink />
      </header>
      <main className="flex flex-col gap-6">
        <h1 className="text-2xl">{words.title}</h1>
        {isOutside ? <SignIn /> : null}
        {mine.state === 'loading' ? <Skeleton lines={4} /> : null}
        {mine.state === 'refused' && !isOutside ? (
          <Refusal refusal={mine.refusal} again={mine.again} />
        ) : null}
        {mine.state === 'ready' ? (
          <Chosen mine={mine.value} begin={begin} again={mine.again} />
        ) : null}
        <footer className="flex flex-col gap-3 border-t border-line-soft pt-4 text-sm text-sub">
          <Ready />
          <p>{words.install}</p>
          <p>{words.notCentre}</p>
        </footer>
      </main>
    </div>
  )
}

function SignIn() {
  const { words } = useMessages(phoneMessages)
  return (
    <div className="flex flex-col gap-4">
      <p className="text-lg">{words.signInLead}</p>
      <a
        href="/sign-in?next=/visit/"
        className="flex min-h-16 items-center justify-center rounded-xl bg-accent text-lg font-medium text-on-accent"
      >
        {words.signIn}
      </a>
    </div>
  )
}

function Chosen(props: { mine: Answer; begin: Begin; again: () => void }) {
  const { words } = useMessages(phoneMessages)
  const { visits, slug, pin, location, serverAt } = props.mine
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const open = visits.filter(
    (visit) => opens(visit, Date.parse(serverAt)) && stepOf(visit) !== null,
  )
  return (
    <>
      <Refusal refusal={refusal} />
      {open.length === 0 ? <p className="text-lg">{words.none}</p> : null}
      <ul className="flex flex-col gap-3">
        {open.map((visit) => (
          <li key={visit.id}>
            <One visit={visit} carry={() => void props.begin(visit.id, slug).then(setRefusal)} />
          </li>
        ))}
      </ul>
      <Pins pin={pin} again={props.again} />
      <Location location={location} again={props.again} />
    </>
  )
}

function One({ visit, carry }: { visit: MyVisit; carry: () => void }) {
  const { words } = useMessages(phoneMessages)
  const language = useLanguage()
  const [from, until] = [clockTime(visit.startsAt, language), clockTime(visit.backBy, language)]
  return (
    <section className="card flex flex-col gap-2 p-4">
      <h2 className="text-lg">
        {visit.isDrill ? `${words.drill} ` : ''}
        {visit.customerName}
      </h2>
      <p>{words.window({ from, until })}</p>
      <p className="text-sub">{visit.address}</p>
      <Button
        kind="primary"
        className="min-h-16! rounded-xl! text-lg!"
        icon={<ChevronRight aria-hidden size={20} />}
        onPress={carry}
      >
        {words.carry}
      </Button>
      {isOut(visit) ? <Lost visitId={visit.id} /> : null}
    </section>
  )
}

/** From any other device: whoever found the phone opens nothing with it. */
function Lost({ visitId }: { visitId: string }) {
  const { words } = useMessages(phoneMessages)
  const [isDone, setDone] = useState(false)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  async function layDown() {
    const answered = await call(layDownVisit, { params: { visitId } })
    setDone(answered.ok)
    setRefusal(answered.ok ? null : answered.refusal)
  }
  return (
    <>
      <Button kind="quiet" className="min-h-16! whitespace-normal!" onPress={() => void layDown()}>
        {words.layDown}
      </Button>
      <p role="status">{isDone ? words.laidDown : ''}</p>
      <Refusal refusal={refusal} />
    </>
  )
}
