import type { GateFinding } from '#features/letters/gate/contract.ts'

/** A text that nobody writes in, with what the gate asks about marked in it; of two that overlap the first. */
export function MarkedWords(props: { text: string; findings: readonly GateFinding[] }) {
  const { text, findings } = props
  const marked = findings
    .filter(({ start, end }) => end > start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  const pieces = []
  let at = 0
  for (const { start, end, need } of marked) {
    if (start < at) continue
    pieces.push(text.slice(at, start))
    pieces.push(
      <mark
        key={start}
        className={`rounded-xs box-decoration-clone text-inherit ${need === 'reason' ? 'bg-orange-bg shadow-[0_2px_0_var(--orange)]' : 'bg-red-bg shadow-[0_2px_0_var(--red)]'}`}
      >
        {text.slice(start, end)}
      </mark>,
    )
    at = end
  }
  return [...pieces, text.slice(at)]
}
