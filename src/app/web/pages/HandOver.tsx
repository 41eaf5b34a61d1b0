import { lazy, Suspense } from 'react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { FileDown, FolderOpen, Printer } from 'lucide-react'
import { readHandOverPaper, readHandOverSheet } from '#features/escalation/contract.ts'
import { handOverMessages } from '#features/escalation/hand-over/messages.ts'
import { Sheet } from '#features/escalation/hand-over/ui/Sheet.tsx'
import { SheetActions } from '#features/escalation/hand-over/ui/SheetActions.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { keepFile } from '#kit/files.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import { TopActions, usePageTitle } from '../shell/title.tsx'
import { channelName, cueName, demandName } from './desk/names.ts'
import { StaleDetail } from './desk/StaleDetail.tsx'

const SheetClocks = lazy(() => import('#features/assessment/clocks/ui/SheetClocks.tsx'))

const OutsideBodies = lazy(() => import('#features/escalation/outside/ui/OutsideBodies.tsx'))

/** What the supervisor reads before picking up, and the three answers to the one who asked. */
export default function HandOver() {
  const { complaintId } = useParams({ from: '/staff/hand-over/$complaintId' })
  const { words } = useMessages(handOverMessages)
  const language = useLanguage()
  const navigate = useNavigate()
  const sheet = useAnswer(readHandOverSheet, { params: { complaintId } })
  usePageTitle(sheet.state === 'ready' ? `${words.title} ${sheet.value.number}` : words.title)
  const toDesk = () => void navigate({ to: '/complaints/$complaintId', params: { complaintId } })
  async function keepPaper() {
    const kept = await keepFile(readHandOverPaper, { params: { complaintId } })
    if (!kept.ok) showToast({ text: kept.refusal.sentence, tone: 'trouble' })
  }
  return (
    <StaleDetail>
      <div className="flex flex-col gap-4 px-4 py-4 sm:px-6 print:p-0">
        <TopActions>
          <Button
            kind="quiet"
            keys="p"
            label={words.print}
            icon={<Printer aria-hidden size={16} />}
            onPress={() => print()}
          >
            <span className="max-lg:hidden">{words.print}</span>
          </Button>
          <Button
            kind="quiet"
            keys="d"
            label={words.pdf}
            icon={<FileDown aria-hidden size={16} />}
            onPress={() => void keepPaper()}
          >
            <span className="max-lg:hidden">{words.pdf}</span>
          </Button>
        </TopActions>
        <div data-print="off" className="mx-auto w-full max-w-4xl">
          <SheetActions complaintId={complaintId} onAccepted={toDesk} />
        </div>
        <Sheet
          complaintId={complaintId}
          names={{
            cue: (code) => cueName(code, language),
            channel: (code) => channelName(code, language),
            demand: (code) => demandName(code, language),
          }}
          clocks={
            <Suspense>
              <SheetClocks complaintId={complaintId} />
            </Suspense>
          }
        />
        <div data-print="off" className="mx-auto w-full max-w-4xl">
          <Suspense>
            <OutsideBodies complaintId={complaintId} />
          </Suspense>
        </div>
        <Link
          data-print="off"
          to="/complaints/$complaintId"
          params={{ complaintId }}
          className="tap mx-auto inline-flex min-h-10 items-center gap-2 rounded-lg px-3 text-sm text-accent underline-offset-4 hover:underline"
        >
          <FolderOpen aria-hidden size={16} />
          {words.openCase}
        </Link>
      </div>
    </StaleDetail>
  )
}
