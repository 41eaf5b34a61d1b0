import { Link as LinkTo } from '@tanstack/react-router'
import { Link2, Plus } from 'lucide-react'
import { useState } from 'react'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { unlinkCustomers, type CustomerPage } from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Ending } from './Ending.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { Source } from './Source.tsx'

/** Family, company, whoever they act for. */
export function Links({ page }: { page: CustomerPage }) {
  const { words } = useMessages(profilesMessages)
  const [isWriting, setWriting] = useState(false)
  const { customerId, links } = page
  return (
    <Section
      title={words.links}
      icon={Link2}
      tone="blue"
      count={links.length}
      aside={
        <Button
          kind="quiet"
          size="small"
          keys="l"
          label={words.addLink}
          icon={<Plus aria-hidden size={16} />}
          onPress={() => setWriting(true)}
        />
      }
    >
      {links.length === 0 ? <p className="text-sm text-sub">{words.noLinks}</p> : null}
      <ul className="flex flex-col gap-2 empty:hidden">
        {links.map((link) => (
          <Linked key={link.linkId} customerId={customerId} link={link} />
        ))}
      </ul>
      {isWriting ? <LinkDialog page={page} onClose={() => setWriting(false)} /> : null}
    </Section>
  )
}

function Linked(props: { customerId: string; link: CustomerPage['links'][number] }) {
  const { words } = useMessages(profilesMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const command = useCommand(unlinkCustomers)
  const { customerId, link } = props
  const name = link.name ? shared.sama({ name: link.name }) : words.unnamed
  return (
    <li className="flex flex-col gap-0.5 rounded-lg border border-line px-3 py-2 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <LinkTo
          to="/customers/$customerId"
          params={{ customerId: link.customerId }}
          className="tap font-semibold text-accent underline underline-offset-4"
        >
          {name}
        </LinkTo>
        <span className="text-sub">{words.kinds[link.kind]}</span>
        {link.since ? (
          <span className="text-xs text-sub">{words.sinceDay({ day: link.since })}</span>
        ) : null}
      </p>
      <p>{link.source}</p>
      <div className="flex flex-wrap items-center justify-between gap-x-2">
        <Source source={link} />
        <Ending
          what={name}
          command={command}
          send={(reason) =>
            command.send({ params: { customerId, linkId: link.linkId }, body: { reason } })
          }
        />
      </div>
    </li>
  )
}
