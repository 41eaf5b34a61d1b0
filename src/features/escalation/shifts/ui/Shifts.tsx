import { Printer } from 'lucide-react'
import { useState } from 'react'
import { leaders, listMembers, type Viewer } from '#features/access/contract.ts'
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
  const members = useAnswer(listMembers, {})
  const lines = useAnswer(readShiftLines, { query: { memberId: fromId } }, { live: true })
  const people = members.state === 'ready' ? members.value.members : []
  const mayLead = viewer.roles.some((role) => leaders.some((leader) => leader === role))
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-sub">{words.lead}</p>
      <div data-print="off" className="flex flex-wrap items-end gap-3">
        {mayLead ? (
          <span className="w-56">
            <Select label={words.from} choices={people} value={fromId} onChange={setFrom} />
          </span>
        ) : null}
        <Button keys="p" icon={<Printer aria-hidden size={16} />} onPress={() => print()}>
          {words.print}
        </Button>
      </div>
      <Answering answer={lines} skeletonLines={4}>
        {(value) => (
          <Telling
            key={fromId}
            fromId={fromId}
            lines={value.lines}
            people={people}
            cueName={cueName}
          />
        )}
      </Answering>
      <Past {...props} />
      <p className="hidden text-xs text-sub print:block">{words.confidential}</p>
    </div>
  )
}

function Past({ viewer, cueName }: { viewer: Viewer; cueName: (code: string) => string }) {
  const { words } = useMessages(shiftsMessages)
  const shifts = useAnswer(listShifts, {}, { live: true })
  return (
    <Answering answer={shifts} skeletonLines={2}>
      {(value) => {
        const received = value.shifts.filter(({ toId }) => toId === viewer.memberId)
        const given = value.shifts.filter(({ toId }) => toId !== viewer.memberId)
        if (value.shifts.length === 0) return <p className="text-sm text-sub">{words.none}</p>
        return (
          <>
            {[
              { title: words.received, all: received },
              { title: words.given, all: given },
            ].map(({ title, all }) =>
              all.length === 0 ? null : (
                <section key={title} className="flex flex-col gap-3">
                  <h2 className="text-base">{title}</h2>
                  {all.map((shift) => (
                    <Told key={shift.id} shift={shift} meId={viewer.memberId} cueName={cueName} />
                  ))}
                </section>
              ),
            )}
          </>
        )
      }}
    </Answering>
  )
}
