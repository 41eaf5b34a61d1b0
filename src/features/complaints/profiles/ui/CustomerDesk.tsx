import { GitMerge, Split } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { readCustomer, type CustomerPage } from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Agreements } from './parts/Agreements.tsx'
import { Complaints } from './parts/Complaints.tsx'
import { Contacts } from './parts/Contacts.tsx'
import { Details } from './parts/Details.tsx'
import { Facts } from './parts/Facts.tsx'
import { Links } from './parts/Links.tsx'
import { MergeDialog } from './parts/MergeDialog.tsx'
import { Merges } from './parts/Merges.tsx'
import { Proxies } from './parts/Proxies.tsx'
import { Remedies } from './parts/Remedies.tsx'
import { SplitDialog } from './parts/SplitDialog.tsx'
import { Splits } from './parts/Splits.tsx'

export type CustomerDeskProps = {
  readonly customerId: string
  /** What we promised in these complaints, from the room that keeps it. */
  readonly promises: (complaintIds: readonly string[]) => ReactNode
  /** How they and we are in touch, from the room that decides it; of the latest complaint. */
  readonly plans: (complaintId: string | null) => ReactNode
  /** Another customer's page, after a split. */
  readonly onShow: (customerId: string) => void
  /** This record was merged into that one: its address leads there. */
  readonly onForward: (customerId: string) => void
}

/** Everything about one customer. */
export function CustomerDesk(props: CustomerDeskProps) {
  const params = { customerId: props.customerId }
  const answer = useAnswer(readCustomer, { params }, { live: true })
  return (
    <Answering answer={answer} skeletonLines={8}>
      {(page) => <Desk {...props} page={page} />}
    </Answering>
  )
}

function Desk(props: CustomerDeskProps & { page: CustomerPage }) {
  const { page, plans, promises, onShow, onForward } = props
  const standing = page.customerId
  const isForwarded = standing !== props.customerId
  useEffect(() => {
    if (isForwarded) onForward(standing)
    // Once for each address: the page is made anew for the one that stands.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isForwarded, standing])
  const { words } = useMessages(profilesMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const [dialog, setDialog] = useState<'merge' | 'split' | null>(null)
  const close = () => setDialog(null)
  const { name, kana } = page.customer
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div>
          {kana ? <p className="text-xs text-sub">{kana}</p> : null}
          <h2 className="text-2xl">{name ? shared.sama({ name }) : words.unnamed}</h2>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            keys="m"
            icon={<GitMerge aria-hidden size={16} />}
            onPress={() => setDialog('merge')}
          >
            {words.merge}
          </Button>
          <Button
            keys="s"
            icon={<Split aria-hidden size={16} />}
            isDisabled={page.complaints.length < 2}
            onPress={() => setDialog('split')}
          >
            {words.split}
          </Button>
        </div>
      </header>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {promises(page.complaints.map(({ id }) => id))}
          <Complaints complaints={page.complaints} />
          <Agreements agreements={page.agreements} />
          <Remedies remedies={page.remedies} />
          <Contacts contacts={page.contacts} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Details page={page} />
          {plans(page.complaints[0]?.id ?? null)}
          <Facts page={page} />
          <Proxies page={page} />
          <Links page={page} />
          <Merges page={page} />
          <Splits page={page} />
        </div>
      </div>
      {dialog === 'merge' ? <MergeDialog page={page} onClose={close} /> : null}
      {dialog === 'split' ? <SplitDialog page={page} onClose={close} onSplit={onShow} /> : null}
    </>
  )
}
