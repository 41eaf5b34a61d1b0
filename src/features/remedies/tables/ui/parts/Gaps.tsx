import { Plus } from 'lucide-react'
import type { Gap } from '#features/remedies/coverage/contract.ts'
import { Button } from '#kit/Button.tsx'
import { useSaid } from './said.ts'

const heading = 'px-3 py-2 text-start font-medium whitespace-nowrap'
/** A list of products is read in a few lines, also where the table is wider than the screen. */
const widthFor = (said: string) => (said.length > 20 ? 'min-w-64' : 'min-w-24')

/** Cases in which there is nothing to offer: left open on purpose, or forgotten. */
export function Gaps(props: {
  gaps: readonly Gap[]
  hasMore: boolean
  today: string
  onFill: (gap: Gap) => void
}) {
  const { words, gap } = useSaid()
  const { gaps } = words
  if (props.gaps.length === 0) return <p className="text-sm text-sub">{gaps.none}</p>
  const rows = props.gaps.map((each) => ({ each, cells: gap(each, props.today) }))
  // A column that says nothing in any row takes the room of those that do.
  const shown = Object.values(gaps.columns).flatMap((name, at) =>
    rows.some(({ cells }) => cells[at] !== '') ? [{ name, at }] : [],
  )
  return (
    <>
      <p className="mb-3 max-w-3xl text-sm text-sub">{gaps.lead}</p>
      <div className="card overflow-x-auto" tabIndex={0} role="region" aria-label={words.gapsTab}>
        <table className="w-full text-sm">
          <thead className="border-b border-line text-xs text-sub">
            <tr>
              {shown.map(({ name }) => (
                <th key={name} scope="col" className={heading}>
                  {name}
                </th>
              ))}
              <th scope="col" className={`${heading} max-sm:hidden`}>
                {gaps.add}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line-soft">
            {rows.map(({ each, cells }, place) => (
              <tr key={JSON.stringify(each)}>
                {shown.map(({ name, at }) => (
                  <td key={name} className={`px-3 py-2 align-top ${widthFor(cells[at] ?? '')}`}>
                    {cells[at]}
                  </td>
                ))}
                <td className="px-3 py-1 whitespace-nowrap max-sm:hidden">
                  <Button
                    size="small"
                    icon={<Plus aria-hidden size={16} />}
                    label={gaps.addNamed({ place: place + 1 })}
                    onPress={() => props.onFill(each)}
                  >
                    {gaps.add}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {props.hasMore ? <p className="mt-2 text-sm text-sub">{gaps.more}</p> : null}
    </>
  )
}
