import { rarityLetter, shapeLetter } from '#features/language/weighing/scale.ts'
import type { Runs } from './rows.ts'
import type { Plane } from './separate.ts'

/** What one step of a weight is worth, and how many steps a weight must have to be carried along. */
export const unit = 0.3
const least = 3

/** What is written down of it, as text. Weights of less than `least` steps say too little to be carried along. */
export function packed(
  digest: string,
  { names, rarity }: Runs,
  planes: Readonly<Record<string, Plane>>,
): string {
  const codes = Object.entries(planes).map(([code, plane]) => [code, packedPlane(plane, rarity)])
  const rarities = Array.from(rarity, rarityLetter).join('')
  const learnt = { digest, runs: packedRuns(names), rarities, codes: Object.fromEntries(codes) }
  return `${JSON.stringify(learnt, null, 1)}\n`
}

function packedRuns(names: readonly string[]): string {
  let before = ''
  let all = ''
  for (const name of names) {
    let shared = 0
    while (shared < name.length - 1 && name[shared] === before[shared]) shared += 1
    all += shapeLetter(shared, name.length) + name.slice(shared)
    before = name
  }
  return all
}

function packedPlane({ weights, bias }: Plane, rarity: Float64Array) {
  const worth = weights.map((weight, run) => weight * (rarity[run] ?? 0))
  const gaps: number[] = []
  const values: number[] = []
  let gap = 0
  for (const each of worth) {
    const step = Math.max(-128, Math.min(127, Math.round(each / unit)))
    if (Math.abs(step) < least) {
      gap += 1
      continue
    }
    for (; gap >= 255; gap -= 255) gaps.push(255)
    gaps.push(gap)
    values.push(step + 128)
    gap = 0
  }
  const base64 = (bytes: readonly number[]) => Buffer.from(bytes).toString('base64')
  return { bias, unit, gaps: base64(gaps), values: base64(values) }
}
