import { Link, useNavigate } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { Viewer } from '#features/access/contract.ts'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { useShortcut } from '#kit/shortcuts.ts'
import { webMessages } from '../messages.ts'
import { Mark } from './Mark.tsx'
import { railFor, type Place } from './navigation.ts'

const WhoeverDecides = later(() => import('#features/remedies/approvals/ui/WhoeverDecides.tsx'))
const WaitingCount = later(() => import('#features/remedies/approvals/ui/WaitingCount.tsx'))

/** A rail at the left, a bar at the bottom on phones. */
export function Rail({ viewer }: { viewer: Viewer }) {
  const words = useMessages(webMessages)
  return (
    <nav
      aria-label={words.navigation}
      data-print="off"
      className="z-20 col-start-1 row-span-2 row-start-1 flex flex-col gap-1 border-e border-line bg-surface px-1.5 py-3 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:flex-row max-sm:justify-around max-sm:border-e-0 max-sm:border-t max-sm:py-1 max-sm:pb-[max(0.25rem,env(safe-area-inset-bottom))]"
    >
      <div className="mb-3 flex justify-center max-sm:hidden">
        <Mark size={32} />
      </div>
      {railFor(viewer).map(({ isLent, ...place }) =>
        isLent ? (
          <Suspense key={place.to}>
            <WhoeverDecides memberId={viewer.memberId}>
              <RailLink {...place} />
            </WhoeverDecides>
          </Suspense>
        ) : (
          <RailLink key={place.to} {...place} />
        ),
      )}
    </nav>
  )
}

function RailLink({ to, word, keys, icon: Icon, isWide = false }: Place) {
  const words = useMessages(webMessages)
  const navigate = useNavigate()
  useShortcut({
    keys,
    label: words.goTo({ page: words[word] }),
    group: words.go,
    run: () => void navigate({ to }),
  })
  return (
    <Link
      to={to}
      activeProps={{ 'aria-current': 'page' }}
      className={`tap relative flex flex-col items-center justify-center gap-0.5 rounded-lg px-1 py-2 text-2xs text-sub -outline-offset-2 hover:bg-gray-bg hover:text-ink aria-[current]:bg-accent-bg aria-[current]:font-semibold aria-[current]:text-accent max-sm:flex-1 max-sm:px-0 max-sm:py-1 max-sm:whitespace-nowrap ${isWide ? 'max-sm:hidden' : ''}`}
    >
      <Icon aria-hidden size={22} strokeWidth={1.75} />
      {word === 'promises' ? words.promisesShort : words[word]}
      {word === 'approvals' ? (
        <Suspense>
          <WaitingCount />
        </Suspense>
      ) : null}
    </Link>
  )
}
