import { CalendarDays, Plus } from 'lucide-react'
import { useState } from 'react'
import { endCaution, type CustomerPage } from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Ending } from './Ending.tsx'
import { FactDialog } from './FactDialog.tsx'
import { Source } from './Source.tsx'

type Fact = CustomerPage['cautions'][number]

/** What happened, by day and source; what is past its review day is folded away. */
export function Facts({ page }: { page: CustomerPage }) {
  const { words } = useMessages(profilesMessages)
  const [isWriting, setWriting] = useState(false)
  const current = page.cautions.filter(({ isOver }) => !isOver)
  const over = page.cautions.filter(({ isOver }) => isOver)
  return (
    <Section
      title={words.cautions}
      icon={CalendarDays}
      tone="orange"
      count={current.length}
      aside={
        <Button
          kind="quiet"
          size="small"
          keys="n"
          label={words.addCaution}
          icon={<Plus aria-hidden size={16} />}
          onPress={() => setWriting(true)}
        />
      }
    >
      {current.length === 0 ? <p className="text-sm text-sub">{words.noCautions}</p> : null}
      <List customerId={page.customerId} facts={current} />
      {over.length === 0 ? null : (
        <Section title={words.over} count={over.length} folds="shut">
          <List customerId={page.customerId} facts={over} />
        </Section>
      )}
      {isWriting ? (
        <FactDialog customerId={page.customerId} onClose={() => setWriting(false)} />
      ) : null}
    </Section>
  )
}

function List({ customerId, facts }: { customerId: string; facts: readonly Fact[] }) {
  const { words } = useMessages(profilesMessages)
  const command = useCommand(endCaution)
  if (facts.length === 0) return null
  return (
    <ul className="flex flex-col gap-2 empty:hidden">
      {facts.map((fact) => (
        <li
          key={fact.cautionId}
          className="flex flex-col gap-0.5 rounded-lg border border-line px-3 py-2 text-sm"
        >
          <p>
            <span data-figures className="me-2 font-semibold">
              {fact.happenedOn}
            </span>
            {fact.words}（{fact.source}）
          </p>
          <Source source={fact} />
          <div className="flex flex-wrap items-center justify-between gap-x-2">
            <p className="text-xs text-sub">{words.reviewBy({ day: fact.reviewOn })}</p>
            <Ending
              what={fact.words}
              command={command}
              send={(reason) =>
                command.send({
                  params: { customerId, cautionId: fact.cautionId },
                  body: { reason },
                })
              }
            />
          </div>
        </li>
      ))}
    </ul>
  )
}
