import { Link } from '@tanstack/react-router'
import { Split } from 'lucide-react'
import { undoSplit, type CustomerPage } from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Source } from './Source.tsx'
import { TakeBack } from './TakeBack.tsx'

/** Who was split off this record, and until when that can be taken back. */
export function Splits({ page }: { page: CustomerPage }) {
  const { words } = useMessages(profilesMessages)
  const command = useCommand(undoSplit)
  const { customerId, splits } = page
  if (splits.length === 0) return null
  return (
    <Section title={words.splits} icon={Split} count={splits.length}>
      <ul className="flex flex-col gap-2">
        {splits.map((split) => {
          const name = split.name ?? words.unnamed
          const { splitId } = split
          return (
            <li
              key={splitId}
              className="flex flex-col gap-0.5 rounded-lg border border-line px-3 py-2 text-sm"
            >
              <Link
                to="/customers/$customerId"
                params={{ customerId: splitId }}
                className="tap self-start font-semibold text-accent underline underline-offset-4"
              >
                {name}
              </Link>
              <p className="text-sub">{split.reason}</p>
              <Source source={split} />
              <TakeBack
                what={name}
                title={words.undoSplitTitle}
                tooLate={words.tooLateToRejoin}
                undoUntil={split.undoUntil}
                canBeUndone={split.canBeUndone}
                command={command}
                send={(reason) =>
                  command.send({ params: { customerId, splitId }, body: { reason } })
                }
              />
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
