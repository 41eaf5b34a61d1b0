import { BadgeCheck, Eye, Printer } from 'lucide-react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { clockTime, dayAndTime } from '#kit/time.ts'
import { confirmShiftItem, readShift, type Shift } from '../../contract.ts'
import { shiftsMessages } from '../../messages.ts'
import { Line } from './Line.tsx'

type ToldProps = {
  readonly shift: Shift
  readonly meId: string
  readonly cueName: (code: string) => string
  readonly onPrint: () => void
}

/** One hand-over: who has read it, live; and line by line who has taken it in. */
export function Told(props: ToldProps) {
  const { words } = useMessages(shiftsMessages)
  const language = useLanguage()
  const now = useNow()
  const { shift } = props
  const done = shift.items.filter(({ confirmedAt }) => confirmedAt !== null).length
  const time = dayAndTime(shift.madeAt, now, language)
  return (
    <Section
      title={words.title({
        from: shift.isFromDesk ? shift.fromName : words.person({ name: shift.fromName }),
        to: shift.toDeskId ? shift.toName : words.person({ name: shift.toName }),
        time,
      })}
      aside={
        <span className="flex items-center gap-2">
          <span
            data-figures
            className={done < shift.items.length ? 'text-sm text-orange' : 'text-sm text-green'}
          >
            {words.progress({ done, all: shift.items.length })}
          </span>
          <Button
            kind="quiet"
            size="small"
            label={words.printThis}
            icon={<Printer aria-hidden size={15} />}
            onPress={props.onPrint}
          />
        </span>
      }
    >
      {shift.note ? (
        <p className="rounded-lg bg-accent-bg px-3.5 py-2 whitespace-pre-wrap">{shift.note}</p>
      ) : null}
      <Reads shift={shift} meId={props.meId} />
      <ul className="card divide-y divide-line-soft empty:hidden">
        {shift.items.map((item) => (
          <li key={item.complaintId} className="flex flex-wrap items-center gap-3 px-4 py-2">
            <div className="min-w-0 flex-1">
              <Line line={item} cueName={props.cueName} />
              {item.remark ? <p className="text-sm font-semibold">{item.remark}</p> : null}
            </div>
            <Confirmation shift={shift} item={item} meId={props.meId} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Reads({ shift, meId }: { shift: Shift; meId: string }) {
  const { words } = useMessages(shiftsMessages)
  const language = useLanguage()
  const read = useCommand(readShift)
  const seen = shift.reads.map(({ name, at }) => `${name} ${clockTime(at, language)}`).join('、')
  const left = shift.unread.map(({ name }) => name).join('、')
  const isMine = shift.unread.some(({ memberId }) => memberId === meId)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      {isMine ? (
        <Button
          kind="primary"
          size="small"
          icon={<Eye aria-hidden size={15} />}
          isBusy={read.isSending}
          onPress={() => void read.send({ params: { shiftId: shift.id } })}
        >
          {words.see}
        </Button>
      ) : null}
      {seen ? (
        <p aria-live="polite" data-figures className="text-green">
          {words.seen({ people: seen })}
        </p>
      ) : null}
      {left ? <p className="text-sub">{words.notSeen({ people: left })}</p> : null}
      <Refusal refusal={read.refusal} />
    </div>
  )
}

function Confirmation(props: { shift: Shift; item: Shift['items'][number]; meId: string }) {
  const { words } = useMessages(shiftsMessages)
  const confirm = useCommand(confirmShiftItem)
  const { shift, item } = props
  const isFor = [...shift.reads, ...shift.unread].some(({ memberId }) => memberId === props.meId)
  if (item.confirmedAt) {
    const name = shift.toDeskId ? item.confirmedByName : null
    return (
      <span className="inline-flex items-center gap-1.5 text-sm text-green">
        <BadgeCheck aria-hidden size={16} />
        {name ? words.confirmedBy({ name }) : words.confirmed}
      </span>
    )
  }
  if (!isFor) return null
  return (
    <>
      <Button
        size="small"
        label={words.confirmOf({ number: item.number })}
        isBusy={confirm.isSending}
        onPress={() =>
          void confirm.send({ params: { shiftId: shift.id, complaintId: item.complaintId } })
        }
      >
        {words.confirm}
      </Button>
      <Refusal refusal={confirm.refusal} />
    </>
  )
}
