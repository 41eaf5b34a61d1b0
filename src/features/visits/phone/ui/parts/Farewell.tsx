import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import type { MyVisit } from '../../../contract.ts'
import { phoneMessages } from '../../messages.ts'

/** The same after either PIN, word by word. */
export function Farewell({ visit, forget }: { visit: MyVisit; forget: () => void }) {
  const { words } = useMessages(phoneMessages)
  const isBack = visit.state !== 'ended'
  return (
    <div className="flex flex-col gap-4">
      <p className="text-lg">{isBack ? words.homeLead : words.farewellLead}</p>
      {isBack ? (
        <Button size="large" className="min-h-16!" onPress={forget}>
          {words.clear}
        </Button>
      ) : null}
    </div>
  )
}
