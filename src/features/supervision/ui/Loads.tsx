import { HeartHandshake, Phone } from 'lucide-react'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { boardMessages } from '../board/messages.ts'
import type { Load } from '../contract.ts'
import { useBoard } from './parts/useBoard.ts'

/** Who has had to bear what today, for deciding on relief. */
export function Loads() {
  const { loads: words } = useMessages(boardMessages).words
  const board = useBoard()
  const loads = board.state === 'ready' ? board.value.loads : []
  return (
    <Section title={words.title} icon={HeartHandshake} tone="green">
      <p className="text-xs text-sub">{words.lead}</p>
      {loads.length === 0 ? (
        <p className="text-sm text-sub">{words.none}</p>
      ) : (
        <table className="w-full text-sm">
          <thead>
            <tr className="text-start text-xs text-sub">
              <th scope="col" className="py-1 text-start font-normal">
                {words.name}
              </th>
              <th scope="col" className="px-2 py-1 text-end font-normal whitespace-nowrap">
                {words.calls}
              </th>
              <th scope="col" className="py-1 text-end font-normal word-break-phrase">
                {words.hard}
              </th>
            </tr>
          </thead>
          <tbody>
            {loads.map((load) => (
              <Row key={load.memberId} load={load} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

function Row({ load }: { load: Load }) {
  const { loads: words } = useMessages(boardMessages).words
  return (
    <tr className="border-t border-line-soft">
      <th scope="row" className="py-1.5 text-start font-medium">
        {load.name}
        {load.isOnCall ? (
          <Phone aria-label={words.onCall} size={13} className="ms-1.5 inline text-green" />
        ) : null}
      </th>
      <td data-figures className="px-2 py-1.5 text-end whitespace-nowrap">
        {words.count({ count: load.callsToday })}
      </td>
      <td data-figures className="py-1.5 text-end whitespace-nowrap">
        {words.count({ count: load.hardCalls })}
      </td>
    </tr>
  )
}
