import type { Spread } from '#features/remedies/precedents/contract.ts'

const width = 240

/** Least to most as a line, the middle half as a bar, and where the question lies. The sentence beside it says the same. */
export function Range(props: { spread: Spread; askedYen: number | null }) {
  const { spread, askedYen } = props
  const to = Math.max(spread.most, askedYen ?? 0, 1)
  const x = (yen: number) => 4 + (yen / to) * (width - 8)
  const { quartiles } = spread
  return (
    <svg aria-hidden viewBox={`0 0 ${width} 18`} className="h-4.5 w-60 max-w-full">
      <line
        x1={x(spread.least)}
        x2={x(spread.most)}
        y1={9}
        y2={9}
        className="stroke-line"
        strokeWidth={2}
      />
      {quartiles ? (
        <>
          <rect
            x={x(quartiles.low)}
            width={Math.max(x(quartiles.high) - x(quartiles.low), 2)}
            y={4}
            height={10}
            rx={3}
            className="fill-accent opacity-30"
          />
          <line
            x1={x(quartiles.middle)}
            x2={x(quartiles.middle)}
            y1={2}
            y2={16}
            className="stroke-accent"
            strokeWidth={2}
          />
        </>
      ) : null}
      {askedYen === null ? null : <circle cx={x(askedYen)} cy={9} r={4} className="fill-orange" />}
    </svg>
  )
}
