import { Suspense } from 'react'
import Checks from '#features/wellbeing/checks/ui/Checks.tsx'
import { wellbeingMessages } from '#features/wellbeing/messages.ts'
import Peers from '#features/wellbeing/peers/ui/Peers.tsx'
import Breaks from '#features/wellbeing/ui/Breaks.tsx'
import Mine from '#features/wellbeing/ui/Mine.tsx'
import Outside from '#features/wellbeing/ui/Outside.tsx'
import { useMessages } from '#kit/language.tsx'
import { usePageTitle } from '../shell/title.tsx'

/** こころの手当て: for whoever is signed in, and nobody else. */
export default function Care() {
  const { words } = useMessages(wellbeingMessages)
  usePageTitle(words.title)
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6 p-4 sm:p-8">
      <p className="word-break-phrase rounded-xl bg-green-bg px-4 py-3 text-sm">{words.lead}</p>
      <h2 className="sr-only">{words.title}</h2>
      <Suspense>
        <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-8">
            <Breaks />
            <Checks />
            <Outside />
          </div>
          <div className="flex min-w-0 flex-col gap-8">
            <Peers />
            <Mine />
          </div>
        </div>
      </Suspense>
    </div>
  )
}
