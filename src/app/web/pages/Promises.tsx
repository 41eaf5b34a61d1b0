import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { readViewer } from '#features/access/contract.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { KeptRate } from '#features/commitments/ui/KeptRate.tsx'
import { Ledger } from '#features/commitments/ui/Ledger.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { webMessages } from '../messages.ts'
import { usePageTitle } from '../shell/title.tsx'

const shows = ['open', 'today', 'at-risk', 'broken', 'kept'] as const

export default function Promises() {
  const words = useMessages(webMessages)
  const ledger = useMessages(commitmentsMessages).words
  const search = useSearch({ from: '/staff/promises' })
  const navigate = useNavigate()
  const viewer = useAnswer(readViewer, {})
  const show = shows.find((known) => known === search.show) ?? 'open'
  const isMine = search.mine === true
  usePageTitle(words.promises)
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-5 p-4 sm:p-6">
      <KeptRate />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <nav aria-label={ledger.filter} className="flex flex-wrap gap-1.5">
          {shows.map((name) => (
            <Link
              key={name}
              to="/promises"
              search={{ show: name, ...(isMine ? { mine: true } : {}) }}
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
            void navigate({ to: '/promises', search: { show, ...(isMine ? {} : { mine: true }) } })
          }
        >
          {ledger.mine}
        </Button>
      </div>
      {isMine && viewer.state !== 'ready' ? null : (
        <Ledger
          show={show}
          ownerId={isMine && viewer.state === 'ready' ? viewer.value.memberId : undefined}
        />
      )}
    </div>
  )
}
