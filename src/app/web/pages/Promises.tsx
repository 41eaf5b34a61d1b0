import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarPlus } from 'lucide-react'
import { Suspense, useState } from 'react'
import { readViewer } from '#features/access/contract.ts'
import { feedMessages } from '#features/commitments/feed/messages.ts'
import { ledgerMessages } from '#features/commitments/ledger/messages.ts'
import { KeptRate } from '#features/commitments/ui/KeptRate.tsx'
import { arrangements, Ledger, type Arrangement } from '#features/commitments/ui/Ledger.tsx'
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
  const show = shows.find((known) => known === search.show) ?? 'open'
  const isMine = search.mine === true
  const by = arrangements.find((known) => known === search.by) ?? 'day'
  const kept = { ...(isMine ? { mine: true } : {}), ...(by === 'day' ? {} : { by }) }
  usePageTitle(words.promises)
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-5 p-4 sm:p-6">
      <KeptRate />
      <div className="flex flex-wrap items-end justify-between gap-2">
        <Arrange
          by={by}
          onChange={(next) =>
            void navigate({ to: '/promises', search: { show, ...kept, by: next } })
          }
        />
        <Calendar />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <nav aria-label={ledger.filter} className="flex flex-wrap gap-1.5">
          {shows.map((name) => (
            <Link
              key={name}
              to="/promises"
              search={{ show: name, ...kept }}
              aria-current={name === show ? 'page' : undefined}
              className="tap inline-flex min-h-9 items-center rounded-full border border-line bg-surface px-4 text-sm hover:bg-gray-bg aria-[current]:border-purple aria-[current]:bg-purple-bg aria-[current]:font-semibold aria-[current]:text-purple"
            >
              {ledger.shows[name]}
            </Link>
          ))}
        </nav>
        <Button
          keys="m"
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
      {isMine && viewer.state !== 'ready' ? null : (
        <Ledger
          show={show}
          by={by}
          ownerId={isMine && viewer.state === 'ready' ? viewer.value.memberId : undefined}
        />
      )}
      <Suspense>
        <DepartmentLedger />
      </Suspense>
    </div>
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
        icon={<CalendarPlus aria-hidden size={16} />}
        onPress={() => setOpen(true)}
      >
        {words.open}
      </Button>
      <Suspense>{isOpen ? <FeedDialog onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  )
}
