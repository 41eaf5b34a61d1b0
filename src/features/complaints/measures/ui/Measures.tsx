import { Wrench } from 'lucide-react'
import { listMeasures, type Measure } from '#features/complaints/measures/contract.ts'
import { measuresMessages } from '#features/complaints/measures/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Unfold } from '#kit/Unfold.tsx'
import { MeasureForm } from './parts/MeasureForm.tsx'
import { MeasurePin } from './parts/MeasurePin.tsx'
import { DoWithout, Unneeded } from './parts/Unneeded.tsx'

/** What is changed so that it does not happen again, how far it has come; or why nothing has to change. */
export default function Measures({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(measuresMessages)
  const answer = useAnswer(listMeasures, { params: { complaintId } })
  const standing = answer.state === 'ready' ? standingIn(answer.value.measures) : []
  return (
    <Section title={words.title} icon={Wrench} count={standing.length}>
      <Answering answer={answer} skeletonLines={2}>
        {({ head, unneeded }) => {
          const place = { complaintId, head }
          const isOnlyConsidered =
            standing.length > 0 && standing.every(({ state }) => state === 'considered')
          return (
            <div className="flex flex-col gap-2">
              {standing.length === 0 && !unneeded ? <Hint>{words.none}</Hint> : null}
              {isOnlyConsidered ? <Hint>{words.onlyConsidered}</Hint> : null}
              {unneeded ? <Unneeded {...place} unneeded={unneeded} /> : null}
              <ul className="flex flex-col gap-1.5 empty:hidden">
                {standing.map((measure) => (
                  <MeasurePin key={measure.id} {...place} measure={measure} />
                ))}
              </ul>
              <div className="flex flex-col gap-1">
                <Unfold title={words.add}>
                  {(fold) => <MeasureForm {...place} onDone={fold} />}
                </Unfold>
                {standing.length > 0 || unneeded ? null : (
                  <Unfold title={words.doWithout}>
                    {(fold) => <DoWithout {...place} onDone={fold} />}
                  </Unfold>
                )}
              </div>
            </div>
          )
        }}
      </Answering>
    </Section>
  )
}

function standingIn(measures: readonly Measure[]): Measure[] {
  return measures.filter(({ state }) => state !== 'withdrawn')
}

function Hint({ children }: { children: string }) {
  return <p className="text-sm text-sub">{children}</p>
}
