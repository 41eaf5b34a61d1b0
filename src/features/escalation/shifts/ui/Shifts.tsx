import { Printer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { leaders, listMembers, type Viewer } from '#features/access/contract.ts'
import { listDesks } from '#features/assignment/contract.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { listShifts, readShiftLines } from '../contract.ts'
import { shiftsMessages } from '../messages.ts'
import { Telling } from './parts/Telling.tsx'
import { Told } from './parts/Told.tsx'

/** What goes to the next shift, and what came from the one before. */
export function Shifts(props: { viewer: Viewer; cueName: (code: string) => string }) {
  const { words } = useMessages(shiftsMessages)
  const { viewer, cueName } = props
  const [fromId, setFrom] = useState(viewer.memberId)
  const { own, receivers } = useWhom(viewer)
  const isDesk = receivers.some(({ id, ...each }) => id === fromId && each.isDesk)
  const lines = useAnswer(
    readShiftLines,
    { query: isDesk ? { deskId: fromId } : { memberId: fromId } },
    { live: true },
  )
  // The one that is printed; null: the page as it stands.
  const [printed, setPrinted] = useState<string | null>(null)
  useEffect(() => {
    if (printed === null) return
    print()
    setPrinted(null)
  }, [printed])
  const isOff = printed !== null && printed !== 'telling' ? { 'data-print': 'off' } : {}
  return (
    <div className="flex flex-col gap-4">
      <p data-print="off" className="text-sm text-sub">
        {words.lead}
      </p>
      <Past {...props} part="received" printed={printed} onPrint={setPrinted} />
      <div data-print="off" className="flex flex-wrap items-end gap-3">
        {own.length > 1 ? (
          <span className="w-64">
            <Select label={words.from} choices={own} value={fromId} onChange={setFrom} />
          </span>
        ) : null}
        <Button
          keys="p"
          icon={<Printer aria-hidden size={16} />}
          onPress={() => setPrinted('telling')}
        >
          {words.print}
        </Button>
      </div>
      <div {...isOff}>
        <Answering answer={lines} skeletonLines={4}>
          {(value) => (
            <Telling
              key={fromId}
              from={{ id: fromId, isDesk, name: own.find(({ id }) => id === fromId)?.name ?? '' }}
              lines={value.lines}
              receivers={receivers}
              cueName={cueName}
            />
          )}
        </Answering>
      </div>
      <Past {...props} part="given" printed={printed} onPrint={setPrinted} />
      <p className="hidden text-xs text-sub print:block">{words.confidential}</p>
    </div>
  )
}

/** Members and desks: whose matters may be told, and to whom. */
function useWhom(viewer: Viewer) {
  const { words } = useMessages(shiftsMessages)
  const members = useAnswer(listMembers, {})
  const desks = useAnswer(listDesks, {})
  const mayLead = viewer.roles.some((role) => leaders.some((leader) => leader === role))
  const people = members.state === 'ready' ? members.value.members : []
  const all = desks.state === 'ready' ? desks.value.desks : []
  const person = ({ id, name }: { id: string; name: string }) => ({ id, name, isDesk: false })
  const desk = ({ id, name }: { id: string; name: string }) => ({
    id,
    name: words.deskOf({ name }),
    isDesk: true,
  })
  const mine = all.filter(({ memberIds }) => mayLead || memberIds.includes(viewer.memberId))
  const self = people.filter(({ id }) => mayLead || id === viewer.memberId)
  return {
    own: [...self.map(person), ...mine.map(desk)],
    receivers: [...all.map(desk), ...people.map(person)],
  }
}

/** What is still to be read stands before what one tells; what one told, behind it. */
function Past(props: {
  viewer: Viewer
  cueName: (code: string) => string
  part: 'received' | 'given'
  printed: string | null
  onPrint: (id: string) => void
}) {
  const { words } = useMessages(shiftsMessages)
  const { viewer, printed, part } = props
  const shifts = useAnswer(listShifts, {}, { live: true })
  if (shifts.state !== 'ready') return null
  const all = shifts.value.shifts.filter(
    ({ reads, unread }) =>
      [...reads, ...unread].some(({ memberId }) => memberId === viewer.memberId) ===
      (part === 'received'),
  )
  if (all.length === 0) {
    const isNone = part === 'given' && shifts.value.shifts.length === 0
    return isNone ? <p className="text-sm text-sub">{words.none}</p> : null
  }
  return (
    <section className="flex flex-col gap-3">
      <h2 data-print="off" className="text-base">
        {words[part]}
      </h2>
      {all.map((shift) => (
        <div key={shift.id} {...(printed === shift.id ? {} : { 'data-print': 'off' })}>
          <Told
            shift={shift}
            meId={viewer.memberId}
            cueName={props.cueName}
            onPrint={() => props.onPrint(shift.id)}
          />
        </div>
      ))}
    </section>
  )
}
