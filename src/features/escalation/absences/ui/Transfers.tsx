import { useState } from 'react'
import { leaders, listMembers, type Viewer } from '#features/access/contract.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Select } from '#kit/Select.tsx'
import { dayAndTime } from '#kit/time.ts'
import { shiftsMessages } from '../../shifts/messages.ts'
import { listTransfers, readTransferables, undoTransfer, type Transfer } from '../contract.ts'
import { Handing, type ReasonWords } from './parts/Handing.tsx'

/** Somebody goes away: where everything they have goes, before and after. */
export function Transfers({ viewer, reason }: { viewer: Viewer; reason: ReasonWords }) {
  const { absence } = useMessages(shiftsMessages).words
  const [memberId, setMember] = useState(viewer.memberId)
  const members = useAnswer(listMembers, {})
  const lines = useAnswer(readTransferables, { params: { memberId } }, { live: true })
  const people = members.state === 'ready' ? members.value.members : []
  const mayLead = viewer.roles.some((role) => leaders.some((leader) => leader === role))
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-sub">{absence.lead}</p>
      {mayLead ? (
        <span className="w-56">
          <Select label={absence.who} choices={people} value={memberId} onChange={setMember} />
        </span>
      ) : null}
      <Answering answer={lines} skeletonLines={4}>
        {(value) => (
          <Handing
            key={memberId}
            memberId={memberId}
            memberName={value.memberName}
            lines={value.lines}
            people={people}
            reason={reason}
          />
        )}
      </Answering>
      <Past />
    </div>
  )
}

function Past() {
  const { absence } = useMessages(shiftsMessages).words
  const transfers = useAnswer(listTransfers, {}, { live: true })
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-base">{absence.past}</h2>
      <Answering answer={transfers} skeletonLines={1}>
        {(value) =>
          value.transfers.length === 0 ? (
            <p className="text-sm text-sub">{absence.none}</p>
          ) : (
            <ul className="card divide-y divide-line-soft">
              {value.transfers.map((transfer) => (
                <Made key={transfer.id} transfer={transfer} />
              ))}
            </ul>
          )
        }
      </Answering>
    </section>
  )
}

function Made({ transfer }: { transfer: Transfer }) {
  const { absence } = useMessages(shiftsMessages).words
  const language = useLanguage()
  const now = useNow()
  const undo = useCommand(undoTransfer)
  const done = transfer.items.filter(({ refusal }) => refusal === null)
  const time = dayAndTime(transfer.madeAt, now, language)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
      <span className="min-w-0 flex-1">
        {absence.line({
          from: transfer.fromName,
          by: transfer.madeByName,
          time,
          count: done.length,
        })}
        <span className="block text-sm text-sub">{transfer.reason}</span>
        {transfer.items.map(({ id, number, refusal }) =>
          refusal === null ? null : (
            <span key={id} className="block text-sm text-orange">
              {absence.refused({ number, why: refusal })}
            </span>
          ),
        )}
      </span>
      {transfer.undoneAt ? (
        <span className="text-sm text-sub">{absence.undone}</span>
      ) : (
        <Button
          size="small"
          isBusy={undo.isSending}
          onPress={() => void undo.send({ params: { transferId: transfer.id } })}
        >
          {absence.undo}
        </Button>
      )}
      <Refusal refusal={undo.refusal} />
    </li>
  )
}
