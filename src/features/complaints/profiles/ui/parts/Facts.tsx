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
import { ProlongDialog } from './ProlongDialog.tsx'
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
  const [prolonging, setProlonging] = useState<Fact | null>(null)
  if (facts.length === 0) return null
  return (
    <>
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
            {fact.prolonged.map((each) => (
              <p key={each.at} className="text-xs text-sub">
                {words.prolongedBy({ name: each.byName, day: each.reviewOn, reason: each.reason })}
              </p>
            ))}
            <div className="flex flex-wrap items-center gap-x-2">
              <p className="flex-1 text-xs text-sub">{words.reviewBy({ day: fact.reviewOn })}</p>
              <Button
                kind="quiet"
                size="small"
                label={words.endNamed({ what: fact.words, how: words.prolong })}
                onPress={() => setProlonging(fact)}
              >
                {words.prolong}
              </Button>
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
      {prolonging ? (
        <ProlongDialog
          customerId={customerId}
          fact={prolonging}
          onClose={() => setProlonging(null)}
        />
      ) : null}
    </>
  )
}
