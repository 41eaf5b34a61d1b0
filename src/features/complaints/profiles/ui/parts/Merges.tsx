import { GitMerge } from 'lucide-react'
import { undoMerge, type CustomerPage } from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Source } from './Source.tsx'
import { TakeBack } from './TakeBack.tsx'

/** What was merged into this record, and until when it can be taken back. */
export function Merges({ page }: { page: CustomerPage }) {
  const { words } = useMessages(profilesMessages)
  const command = useCommand(undoMerge)
  const { customerId, merges } = page
  if (merges.length === 0) return null
  return (
    <Section title={words.merges} icon={GitMerge} count={merges.length}>
      <ul className="flex flex-col gap-2 empty:hidden">
        {merges.map((merge) => {
          const name = merge.before.name ?? words.unnamed
          return (
            <li
              key={merge.mergeId}
              className="flex flex-col gap-0.5 rounded-lg border border-line px-3 py-2 text-sm"
            >
              <p>{words.mergedLine({ name, count: merge.complaints })}</p>
              <p className="text-sub">{merge.reason}</p>
              <Source source={merge} />
              <TakeBack
                what={name}
                title={words.undoTitle}
                tooLate={words.tooLate}
                undoUntil={merge.undoUntil}
                canBeUndone={merge.canBeUndone}
                command={command}
                send={(reason) =>
                  command.send({ params: { customerId, mergeId: merge.mergeId }, body: { reason } })
                }
              />
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
