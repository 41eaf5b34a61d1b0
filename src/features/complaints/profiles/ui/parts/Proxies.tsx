import { Plus, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { endProxy, type CustomerPage } from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Ending } from './Ending.tsx'
import { ProxyDialog } from './ProxyDialog.tsx'
import { Source } from './Source.tsx'

/** Who may be told what instead of the customer. */
export function Proxies({ page }: { page: CustomerPage }) {
  const { words } = useMessages(profilesMessages)
  const [isWriting, setWriting] = useState(false)
  const { customerId, proxies } = page
  return (
    <Section
      title={words.proxies}
      icon={UsersRound}
      tone="blue"
      count={proxies.length}
      aside={
        <Button
          kind="quiet"
          size="small"
          keys="p"
          label={words.addProxy}
          icon={<Plus aria-hidden size={16} />}
          onPress={() => setWriting(true)}
        />
      }
    >
      {proxies.length === 0 ? <p className="text-sm text-sub">{words.noProxies}</p> : null}
      <ul className="flex flex-col gap-2 empty:hidden">
        {proxies.map((proxy) => (
          <Proxy key={proxy.proxyId} customerId={customerId} proxy={proxy} />
        ))}
      </ul>
      {isWriting ? <ProxyDialog customerId={customerId} onClose={() => setWriting(false)} /> : null}
    </Section>
  )
}

function Proxy(props: { customerId: string; proxy: CustomerPage['proxies'][number] }) {
  const { words } = useMessages(profilesMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const command = useCommand(endProxy)
  const { customerId, proxy } = props
  return (
    <li className="flex flex-col gap-0.5 rounded-lg border border-line px-3 py-2 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{shared.sama({ name: proxy.name })}</span>
        <span className="text-sub">{proxy.relation}</span>
        {proxy.isOver ? <Badge tone="red">{words.isOver}</Badge> : null}
        {proxy.until ? (
          <span className="text-xs text-sub">{words.untilDay({ day: proxy.until })}</span>
        ) : null}
      </p>
      <p>{words.mayBeToldLine({ what: proxy.mayBeTold })}</p>
      <p>{words.evidenceLine({ what: proxy.evidence })}</p>
      <div className="flex flex-wrap items-center justify-between gap-x-2">
        <Source source={proxy} />
        <Ending
          what={proxy.name}
          command={command}
          send={(reason) =>
            command.send({ params: { customerId, proxyId: proxy.proxyId }, body: { reason } })
          }
        />
      </div>
    </li>
  )
}
