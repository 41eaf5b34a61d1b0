import { CheckCheck, CircleHelp, Compass, Hourglass } from 'lucide-react'
import { readGuidance, type Guidance } from '#features/guide/contract.ts'
import { useAgain } from '#kit/again.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { boardMessages } from '../board/messages.ts'

/** What the guide shows the operator, to look at only. */
export function WatchGuide({ complaintId }: { complaintId: string }) {
  const guidance = useAnswer(readGuidance, { params: { complaintId } })
  return (
    <Answering answer={guidance} skeletonLines={4}>
      {(value) => <Guided guidance={value} again={guidance.again} />}
    </Answering>
  )
}

function Guided({ guidance, again }: { guidance: Guidance; again: () => void }) {
  useAgain(guidance.again, again)
  return (
    <>
      <Move guidance={guidance} />
      <Announced guidance={guidance} />
      <Unknown guidance={guidance} />
    </>
  )
}

/** What time has brought up for the operator: they see it as one line beside their move. */
function Announced({ guidance: { announced } }: { guidance: Guidance }) {
  if (announced === null) return null
  return (
    <p role="status" className="flex items-center gap-2 rounded-lg bg-gray-bg px-3 py-2 text-sm">
      <Hourglass aria-hidden size={15} className="shrink-0 text-accent" />
      {announced.goal}
    </p>
  )
}

function Move({ guidance: { current } }: { guidance: Guidance }) {
  const { watch } = useMessages(boardMessages).words
  return (
    <Section title={watch.move} icon={Compass} tone="blue">
      {current ? (
        <>
          <p className="text-lg leading-snug font-semibold word-break-phrase">{current.goal}</p>
          <p className="text-sm text-sub">{current.because}</p>
          {current.say.length > 0 ? (
            <ul aria-label={watch.phrases} className="flex flex-col gap-1.5">
              {current.say.map(({ index, text, isUsed }) => (
                <li
                  key={index}
                  className="rounded-lg border border-line-soft px-3 py-2 text-sm wrap-anywhere"
                >
                  {isUsed ? (
                    <span className="me-2">
                      <Badge tone="green" icon={CheckCheck}>
                        {watch.used}
                      </Badge>
                    </span>
                  ) : null}
                  {text}
                </li>
              ))}
            </ul>
          ) : null}
        </>
      ) : (
        <p className="text-sm text-sub">{watch.noMove}</p>
      )}
    </Section>
  )
}

function Unknown({ guidance: { unknowns } }: { guidance: Guidance }) {
  const { watch } = useMessages(boardMessages).words
  return (
    <Section title={watch.unknowns} icon={CircleHelp}>
      {unknowns.length === 0 ? (
        <p className="text-sm text-sub">{watch.noUnknowns}</p>
      ) : (
        <ul className="flex flex-wrap gap-1.5">
          {unknowns.map(({ key, label }) => (
            <li key={key}>
              <Badge tone="gray">{label}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
