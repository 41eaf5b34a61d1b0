import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarPlus } from 'lucide-react'
import { Suspense, useState } from 'react'
import { readViewer } from '#features/access/contract.ts'
import { readOutlook } from '#features/commitments/contract.ts'
import { feedMessages } from '#features/commitments/feed/messages.ts'
import { ledgerMessages } from '#features/commitments/ledger/messages.ts'
import { KeptRate } from '#features/commitments/ui/KeptRate.tsx'
import { arrangements, Ledger, type Arrangement } from '#features/commitments/ui/Ledger.tsx'
import { Outlook } from '#features/commitments/ui/Outlook.tsx'
import { PromiseKeys } from '#features/commitments/ui/PromiseKeys.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { webMessages } from '../messages.ts'
import { usePageTitle } from '../shell/title.tsx'

const FeedDialog = later(() => import('#features/commitments/feed/ui/FeedDialog.tsx'))

const DepartmentLedger = later(() => import('#features/inquiries/asking/ui/DepartmentLedger.tsx'))

const shows = ['open', 'today', 'at-risk', 'broken', 'kept', 'withdrawn'] as const

export default function Promises() {
  const words = useMessages(webMessages)
  const ledger = useMessages(ledgerMessages).words
  const search = useSearch({ from: '/staff/promises' })
  const navigate = useNavigate()
  const viewer = useAnswer(readViewer, {})
  const memberId = viewer.state === 'ready' ? viewer.value.memberId : undefined
  const show = shows.find((known) => known === search.show) ?? 'open'
  const isMine = search.mine === true
  const ownerId = isMine ? memberId : undefined
  const by = arrangements.find((known) => known === search.by) ?? 'day'
  const kept = { ...(isMine ? { mine: true } : {}), ...(by === 'day' ? {} : { by }) }
  usePageTitle(words.promises)
  return (
    <div className="mx-auto grid max-w-7xl items-start gap-x-6 gap-y-4 p-4 sm:p-6 xl:grid-cols-[minmax(0,1fr)_18rem]">
      {isMine && ownerId === undefined ? null : <Outlook ownerId={ownerId} />}
      <div className="flex min-w-0 flex-col gap-2 xl:sticky xl:top-4 xl:col-start-2 xl:row-span-2 xl:row-start-1">
        <KeptRate />
        <Calendar />
        <PromiseKeys />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Filters show={show} kept={kept} ownerId={ownerId} />
          <Arrange
            by={by}
            onChange={(next) =>
              void navigate({ to: '/promises', search: { show, ...kept, by: next } })
            }
          />
          <Button
            keys="m"
            size="small"
            className="sm:ms-auto"
            isPressed={isMine}
            kind={isMine ? 'promise' : 'secondary'}
            onPress={() =>
              void navigate({
                to: '/promises',
                search: { show, by, ...(isMine ? {} : { mine: true }) },
              })
            }
          >
            {ledger.mine}
          </Button>
        </div>
        {isMine && ownerId === undefined ? null : <Ledger show={show} by={by} ownerId={ownerId} />}
        <Suspense>
          <DepartmentLedger />
        </Suspense>
      </div>
    </div>
  )
}

type Kept = { readonly mine?: boolean; readonly by?: Arrangement }

/** What is shown, with how many there are of what still has to be done. */
function Filters(props: { show: (typeof shows)[number]; kept: Kept; ownerId: string | undefined }) {
  const { words } = useMessages(ledgerMessages)
  const query = props.ownerId === undefined ? {} : { ownerId: props.ownerId }
  const outlook = useAnswer(readOutlook, { query }, { live: true, keepPrevious: true })
  const ahead = outlook.state === 'ready' ? outlook.value : null
  const counts: Partial<Record<(typeof shows)[number], number>> = ahead
    ? { open: ahead.open, today: ahead.dueToday, 'at-risk': ahead.atRisk, broken: ahead.broken }
    : {}
  return (
    <nav
      aria-label={words.filter}
      className="flex gap-1.5 overflow-x-auto py-0.5 max-sm:-mx-4 max-sm:basis-[calc(100%+2rem)] max-sm:px-4"
    >
      {shows.map((name) => (
        <Link
          key={name}
          to="/promises"
          search={{ show: name, ...props.kept }}
          aria-current={name === props.show ? 'page' : undefined}
          className="tap inline-flex min-h-8 shrink-0 items-center gap-1.5 rounded-full border border-line bg-surface px-2.5 text-sm whitespace-nowrap hover:bg-gray-bg aria-[current]:border-purple aria-[current]:bg-purple-bg aria-[current]:font-semibold aria-[current]:text-purple"
        >
          {words.shows[name]}
          {counts[name] === undefined ? null : (
            <span aria-hidden data-figures className="text-xs text-sub">
              {counts[name]}
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}

function Arrange(props: { by: Arrangement; onChange: (by: Arrangement) => void }) {
  const { words } = useMessages(ledgerMessages)
  return (
    <Choices
      label={words.arrange}
      hidesLabel
      size="small"
      choices={arrangements.map((id) => ({ id, name: words.by[id] }))}
      value={props.by}
      onChange={props.onChange}
    />
  )
}

function Calendar() {
  const { words } = useMessages(feedMessages)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        className="self-start"
        icon={<CalendarPlus aria-hidden size={16} />}
        onPress={() => setOpen(true)}
      >
        {words.open}
      </Button>
      <Suspense>{isOpen ? <FeedDialog onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  )
}
