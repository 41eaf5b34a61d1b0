import { readKeptRate } from '#features/commitments/contract.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'

const days = 90

/** The headline figure, never without what it is a share of. */
export function KeptRate() {
  const { words } = useMessages(commitmentsMessages)
  const rate = useAnswer(readKeptRate, { query: { days } }, { live: true })
  return (
    <section aria-label={words.keptRate} className="card px-5 py-4">
      <h2 className="text-sm text-sub">{words.keptRate}</h2>
      <Answering answer={rate} skeletonLines={1}>
        {({ kept, broken, keptLate, moved, rate: share, byOwner }) => (
          <>
            {share === null ? (
              <p className="text-sm">{words.keptRateNone}</p>
            ) : (
              <p className="flex flex-wrap items-baseline gap-x-4">
                <strong data-figures className="text-4xl leading-tight font-semibold">
                  {(share * 100).toFixed(1)}
                  <span className="ms-0.5 text-xl">%</span>
                </strong>
                <span className="flex-1 basis-56 text-sm text-sub">
                  {words.keptRateOf({ days, kept, all: kept + broken })}
                  <br />
                  {words.keptRateBeside({ late: keptLate, moved })}
                </span>
              </p>
            )}
            {byOwner.length > 0 ? (
              <details className="mt-1 text-sm">
                <summary className="w-fit cursor-pointer text-sub">{words.byOwner}</summary>
                <dl className="mt-1 grid max-w-md grid-cols-[1fr_auto] gap-x-6">
                  {byOwner.map((owner) => (
                    <div key={owner.ownerId} className="contents">
                      <dt>{owner.ownerName}</dt>
                      <dd data-figures className="text-end">
                        {words.ratio({ kept: owner.kept, all: owner.kept + owner.broken })}
                      </dd>
                    </div>
                  ))}
                </dl>
              </details>
            ) : null}
          </>
        )}
      </Answering>
    </section>
  )
}
