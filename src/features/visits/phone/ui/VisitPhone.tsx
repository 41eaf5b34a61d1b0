import { useEffect, useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { LanguageLink } from '#kit/LanguageLink.tsx'
import { isForLater } from '#kit/retries.ts'
import { phoneMessages } from '../messages.ts'
import { stepOf } from '../rules.ts'
import { Bar } from './parts/Bar.tsx'
import { useCarrying, type Carrying } from './parts/carrying.ts'
import { Countdown } from './parts/Countdown.tsx'
import { openWorker } from './parts/device.ts'
import { Farewell } from './parts/Farewell.tsx'
import { Helpful } from './parts/Helpful.tsx'
import { Mine } from './parts/Mine.tsx'
import { Pad } from './parts/Pad.tsx'
import { Plan } from './parts/Plan.tsx'
import { Told } from './parts/Told.tsx'

/** `/visit/`: one visit in one hand. It opens without a line and without a sign-in once this phone carries a visit. */
export default function VisitPhone() {
  const { words } = useMessages(phoneMessages)
  const carrying = useCarrying()
  useEffect(openWorker, [])
  useEffect(() => {
    document.title = words.tab
  }, [words])
  if (!carrying.isRead) return null
  return carrying.visit ? <Carried carrying={carrying} /> : <Mine begin={carrying.begin} />
}

function Carried({ carrying }: { carrying: Carrying }) {
  const { words } = useMessages(phoneMessages)
  const { state, visit, waiting, carried, refusal, press, forget } = carrying
  const [isEnding, setEnding] = useState(false)
  if (!state || !visit || !carried) return null
  const step = stepOf(visit)
  const isShut = refusal !== null && !isForLater(refusal)
  if (isEnding || carried.isPinWrong)
    return (
      <Page name={state.organisationName} title={words.pad} isDrill={visit.isDrill}>
        <Pad
          isWrong={carried.isPinWrong}
          onCancel={() => setEnding(false)}
          onPin={(pin) => {
            setEnding(false)
            void press({ kind: 'end', pin })
          }}
        />
      </Page>
    )
  const isOver = visit.state === 'ended' || visit.state === 'back' || visit.state === 'called-off'
  const title = isOver ? words.farewell : words.standing[visit.state]
  return (
    <Page name={state.organisationName} title={title} isDrill={visit.isDrill}>
      <div className="flex flex-1 flex-col gap-5 pb-4">
        {isShut ? (
          <>
            <Refusal refusal={refusal} />
            <Button size="large" className="min-h-16!" onPress={() => void forget()}>
              {words.clear}
            </Button>
          </>
        ) : null}
        {isOver ? <Farewell visit={visit} forget={() => void forget()} /> : null}
        {visit.dueAt === null || isOver ? null : <Countdown visit={visit} ahead={carried.ahead} />}
        <Told
          known={state.visit}
          waiting={waiting}
          contact={carried.contact}
          isFresh={refusal === null}
        />
        {visit.state === 'planned' ? <Plan visit={visit} /> : null}
        {isOver ? null : <Helpful visit={visit} />}
        {isOver || visit.state === 'planned' ? null : <Plan visit={visit} />}
      </div>
      {step ? (
        <Bar
          step={step}
          mayLeave={visit.missing.length === 0}
          isOut={visit.state !== 'planned'}
          press={(deed) => void press(deed)}
          onEnd={() => setEnding(true)}
        />
      ) : null}
    </Page>
  )
}

function Page(props: { name: string; title: string; isDrill: boolean; children: React.ReactNode }) {
  const { words } = useMessages(phoneMessages)
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-xl flex-col px-4 pt-[max(0.75rem,env(safe-area-inset-top))]">
      <header className="flex items-center gap-3">
        <p className="flex-1 text-sm text-sub">{props.name}</p>
        {props.isDrill ? (
          <p className="rounded-lg bg-orange-bg px-2.5 py-0.5 text-sm font-semibold text-orange">
            {words.drill}
          </p>
        ) : null}
        <LanguageLink />
      </header>
      <main className="flex flex-1 flex-col">
        <h1 className="mb-4 text-2xl">{props.title}</h1>
        {props.children}
      </main>
    </div>
  )
}
