import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { FolderOpen, Printer } from 'lucide-react'
import { readHandOverSheet } from '#features/escalation/contract.ts'
import { handOverMessages } from '#features/escalation/hand-over/messages.ts'
import { Sheet } from '#features/escalation/hand-over/ui/Sheet.tsx'
import { SheetActions } from '#features/escalation/hand-over/ui/SheetActions.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { usePageTitle } from '../shell/title.tsx'
import { channelName, cueName, demandName } from './desk/names.ts'
import { StaleDetail } from './desk/StaleDetail.tsx'

/** What the supervisor reads before picking up, and the three answers to the one who asked. */
export default function HandOver() {
  const { complaintId } = useParams({ from: '/staff/hand-over/$complaintId' })
  const { words } = useMessages(handOverMessages)
  const language = useLanguage()
  const navigate = useNavigate()
  const sheet = useAnswer(readHandOverSheet, { params: { complaintId } })
  usePageTitle(sheet.state === 'ready' ? `${words.title} ${sheet.value.number}` : words.title)
  const toDesk = () => void navigate({ to: '/complaints/$complaintId', params: { complaintId } })
  return (
    <StaleDetail>
      <div className="flex flex-col gap-4 px-4 py-4 sm:px-6 print:p-0">
        <div
          data-print="off"
          className="mx-auto flex w-full max-w-4xl flex-wrap items-start gap-x-4 gap-y-2"
        >
          <div className="min-w-72 flex-1">
            <SheetActions complaintId={complaintId} onAccepted={toDesk} />
          </div>
          <div className="flex gap-1.5">
            <Button
              kind="quiet"
              keys="p"
              icon={<Printer aria-hidden size={16} />}
              onPress={() => print()}
            >
              {words.print}
            </Button>
            <Link
              to="/complaints/$complaintId"
              params={{ complaintId }}
              className="tap inline-flex min-h-10 items-center gap-2 rounded-lg px-3 text-sm text-accent hover:bg-gray-bg"
            >
              <FolderOpen aria-hidden size={16} />
              {words.openCase}
            </Link>
          </div>
        </div>
        <Sheet
          complaintId={complaintId}
          names={{
            cue: (code) => cueName(code, language),
            channel: (code) => channelName(code, language),
            demand: (code) => demandName(code, language),
          }}
        />
      </div>
    </StaleDetail>
  )
}
