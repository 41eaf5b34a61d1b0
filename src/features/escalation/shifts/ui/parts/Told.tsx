import { BadgeCheck } from 'lucide-react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { dayAndTime } from '#kit/time.ts'
import { confirmShiftItem, type Shift } from '../../contract.ts'
import { shiftsMessages } from '../../messages.ts'
import { Line } from './Line.tsx'

/** One hand-over; whoever received it confirms line by line. */
export function Told(props: { shift: Shift; meId: string; cueName: (code: string) => string }) {
  const { words } = useMessages(shiftsMessages)
  const language = useLanguage()
  const now = useNow()
  const confirm = useCommand(confirmShiftItem)
  const { shift } = props
  const done = shift.items.filter(({ confirmedAt }) => confirmedAt !== null).length
  const time = dayAndTime(shift.madeAt, now, language)
  return (
    <Section
      title={words.title({ from: shift.fromName, to: shift.toName, time })}
      aside={
        <span
          data-figures
          className={done < shift.items.length ? 'text-sm text-orange' : 'text-sm text-green'}
        >
          {words.progress({ done, all: shift.items.length })}
        </span>
      }
    >
      <ul className="card divide-y divide-line-soft">
        {shift.items.map((item) => (
          <li key={item.complaintId} className="flex flex-wrap items-center gap-3 px-4 py-2">
            <div className="min-w-0 flex-1">
              <Line line={item} cueName={props.cueName} />
              {item.remark ? <p className="text-sm font-semibold">{item.remark}</p> : null}
            </div>
            {item.confirmedAt ? (
              <span className="inline-flex items-center gap-1.5 text-sm text-green">
                <BadgeCheck aria-hidden size={16} />
                {words.confirmed}
              </span>
            ) : shift.toId === props.meId ? (
              <Button
                size="small"
                label={words.confirmOf({ number: item.number })}
                isBusy={confirm.isSending}
                onPress={() =>
                  void confirm.send({
                    params: { shiftId: shift.id, complaintId: item.complaintId },
                  })
                }
              >
                {words.confirm}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Refusal refusal={confirm.refusal} />
    </Section>
  )
}
