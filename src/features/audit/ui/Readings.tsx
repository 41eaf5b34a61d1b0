import { Eye } from 'lucide-react'
import { listReadings } from '#features/audit/contract.ts'
import { auditMessages } from '#features/audit/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'

/** Who looked at which customer's data, newest first. */
export function Readings() {
  const { words } = useMessages(auditMessages)
  const readings = useAnswer(listReadings, { query: { limit: 200 } })
  return (
    <>
      <p className="mb-3 text-sm text-sub">{words.lead}</p>
      <Answering answer={readings}>
        {(value) =>
          value.readings.length === 0 ? (
            <EmptyState icon={Eye} title={words.none}>
              {words.noneDetail}
            </EmptyState>
          ) : (
            <div className="card overflow-x-auto">
              <table className="w-full text-sm">
                <thead className="border-b border-line text-xs text-sub">
                  <tr>
                    {[words.at, words.who, words.what].map((title) => (
                      <th key={title} scope="col" className="px-4 py-2 text-start font-medium">
                        {title}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody className="divide-y divide-line-soft">
                  {value.readings.map((reading) => (
                    <tr key={reading.id}>
                      <td className="px-4 py-1.5 whitespace-nowrap">
                        <Moment at={reading.at} always="both" />
                      </td>
                      <td className="px-4 py-1.5 whitespace-nowrap">{reading.memberName}</td>
                      <td className="px-4 py-1.5">
                        {reading.label}
                        {reading.reason ? (
                          <span className="block text-xs text-sub">{reading.reason}</span>
                        ) : null}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answering>
    </>
  )
}
