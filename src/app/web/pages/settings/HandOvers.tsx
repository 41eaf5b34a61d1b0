import { complaintsMessages } from '#features/complaints/messages.ts'
import OutsideSettings from '#features/escalation/outside/ui/OutsideSettings.tsx'
import RouteSettings from '#features/escalation/routing/ui/RouteSettings.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { channelName } from '../desk/names.ts'

/** Where requests for a supervisor go, and which bodies outside are named. */
export default function HandOvers({ mayChange }: { mayChange: boolean }) {
  const language = useLanguage()
  const { severities } = useMessages(complaintsMessages).words
  const names = {
    channel: (code: string) => channelName(code, language),
    severity: (code: string) =>
      Object.entries(severities).find(([each]) => each === code)?.[1] ?? code,
  }
  return (
    <div className="flex flex-col gap-8">
      <RouteSettings mayChange={mayChange} names={names} />
      <OutsideSettings mayChange={mayChange} />
    </div>
  )
}
