import { readViewer } from '#features/access/contract.ts'
import { visitBoardMessages } from '#features/visits/board/messages.ts'
import VisitBoard from '#features/visits/ui/VisitBoard.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { isLeader } from '../shell/navigation.ts'
import { usePageTitle } from '../shell/title.tsx'

export default function Visits() {
  const { words } = useMessages(visitBoardMessages)
  const viewer = useAnswer(readViewer, {})
  usePageTitle(words.title)
  return (
    <div className="mx-auto max-w-6xl p-4 sm:p-6">
      <VisitBoard mayApprove={viewer.state === 'ready' && isLeader(viewer.value)} />
    </div>
  )
}
