import type { Gap } from '#features/remedies/coverage/contract.ts'
import { useSaid } from './said.ts'

/** Cases in which there is nothing to offer: left open on purpose, or forgotten. */
export function Gaps(props: { gaps: readonly Gap[]; hasMore: boolean; today: string }) {
  const { words, gap } = useSaid()
  const { gaps } = words
  if (props.gaps.length === 0) return <p className="text-sm text-sub">{gaps.none}</p>
  return (
    <>
      <p className="mb-3 max-w-3xl text-sm text-sub">{gaps.lead}</p>
      <div className="card overflow-x-auto" tabIndex={0} role="region" aria-label={words.gapsTab}>
        <table className="w-full text-sm">
          <thead className="border-b border-line text-xs text-sub">
            <tr>
              {Object.values(gaps.columns).map((name) => (
                <th key={name} scope="col" className="px-3 py-2 text-start font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line-soft">
            {props.gaps.map((each) => (
              <tr key={JSON.stringify(each)}>
                {gap(each, props.today).map((cell, at) => (
                  <td key={Object.keys(gaps.columns)[at]} className="px-3 py-2 align-top">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {props.hasMore ? <p className="mt-2 text-sm text-sub">{gaps.more}</p> : null}
    </>
  )
}
