import { readViewer } from '#features/access/contract.ts'
import { tablesMessages } from '#features/remedies/tables/messages.ts'
import { RuleSheet } from '#features/remedies/tables/ui/RuleSheet.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { usePageTitle } from '../shell/title.tsx'

export default function Remedies() {
  const { words } = useMessages(tablesMessages)
  const viewer = useAnswer(readViewer, {})
  usePageTitle(words.title)
  if (viewer.state !== 'ready') return null
  const { roles, name } = viewer.value
  return (
    <div className="p-4 sm:p-6">
      <h2 className="sr-only">{words.title}</h2>
      <p className="mb-3 max-w-4xl text-sm text-sub">{words.lead}</p>
      <RuleSheet mayChange={roles.includes('admin')} ownName={name} />
    </div>
  )
}
