import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { ArrowLeft, Inbox } from 'lucide-react'
import { readViewer } from '#features/access/contract.ts'
import { casesMessages } from '#features/consultation/cases/messages.ts'
import CaseFile from '#features/consultation/cases/ui/CaseFile.tsx'
import CaseList from '#features/consultation/cases/ui/CaseList.tsx'
import { talksMessages } from '#features/consultation/talks/messages.ts'
import Consulting from '#features/consultation/talks/ui/Consulting.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { usePageTitle } from '../shell/title.tsx'

const quiet =
  'tap inline-flex min-h-11 items-center gap-2 self-start text-sm text-accent underline underline-offset-4'

/** `/consultation` for everybody; `/consultation/desk` and `/consultation/:caseId` for whoever works at the desk. */
export default function Consultation() {
  const { caseId } = useParams({ from: '/staff/consultation/{-$caseId}' })
  if (caseId === undefined) return <Own />
  return caseId === 'desk' ? <Desk /> : <Case caseId={caseId} />
}

function Own() {
  const { words } = useMessages(talksMessages)
  const viewer = useAnswer(readViewer, {})
  usePageTitle(words.title)
  if (viewer.state !== 'ready') return null
  const { roles, memberId } = viewer.value
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-5 p-4 sm:p-8">
      {roles.includes('consultation') ? (
        <Link to="/consultation/{-$caseId}" params={{ caseId: 'desk' }} className={quiet}>
          <Inbox aria-hidden size={17} />
          {words.toDesk}
        </Link>
      ) : null}
      <Consulting memberId={memberId} />
    </div>
  )
}

function Desk() {
  const { words } = useMessages(casesMessages)
  usePageTitle(words.title)
  return (
    <div className="mx-auto max-w-4xl p-4 sm:p-8">
      <CaseList
        link={(caseId, label, text) => (
          <Link
            to="/consultation/{-$caseId}"
            params={{ caseId }}
            aria-label={label}
            className="tap inline-flex min-h-10 items-center rounded-lg border border-line px-4 text-sm font-medium hover:bg-gray-bg"
          >
            {text}
          </Link>
        )}
      />
    </div>
  )
}

function Case({ caseId }: { caseId: string }) {
  const { words } = useMessages(casesMessages)
  const navigate = useNavigate()
  usePageTitle(words.title)
  const toDesk = () =>
    void navigate({ to: '/consultation/{-$caseId}', params: { caseId: 'desk' }, replace: true })
  const back = (
    <Link to="/consultation/{-$caseId}" params={{ caseId: 'desk' }} className={quiet}>
      <ArrowLeft aria-hidden size={16} />
      {words.back}
    </Link>
  )
  return (
    <div className="mx-auto max-w-6xl p-4 sm:p-8">
      <CaseFile caseId={caseId} back={back} leave={toDesk} />
    </div>
  )
}
