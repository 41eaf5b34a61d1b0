import { lazy, Suspense } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { isSend } from '#kit/keys.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import { readPaperOpening, type PaperOpening } from '../../../typesetting/contract.ts'
import { onPaperMessages } from '../../messages.ts'
import { IssuedPapers } from './IssuedPapers.tsx'
import { PaperAsks } from './PaperAsks.tsx'
import { PaperChoices, PaperDetails } from './PaperChoices.tsx'
import { Sheets } from './Sheets.tsx'
import { usePaper, usePicture } from './usePaper.ts'

const PaperReport = lazy(() => import('./PaperReport.tsx'))

type Typed = {
  readonly text: string
  readonly subject: string
  readonly reasons: Readonly<Record<string, string>>
}

type Pane = {
  readonly complaintId: string
  readonly typed: Typed
  readonly change: (changes: { text?: string; reasons?: Record<string, string> }) => void
}

/** The reply that is being written, as a letter on paper: seen as it will be printed, and issued from here. */
export default function PaperPane(props: Pane) {
  const { complaintId } = props
  const opening = useAnswer(readPaperOpening, { params: { complaintId } })
  return <Answering answer={opening}>{(value) => <Paper {...props} opening={value} />}</Answering>
}

function Paper(props: Pane & { opening: PaperOpening }) {
  const { words } = useMessages(onPaperMessages)
  const { complaintId, typed, change, opening } = props
  const paper = usePaper(complaintId, typed, opening)
  const picture = usePicture(complaintId, paper.letter)
  const kind = words.kinds[paper.letter.kind]

  async function issue() {
    if (paper.isIssuing) return
    const issued = await paper.issue()
    if (issued) showToast({ text: words.issued({ kind }), tone: 'done' })
  }

  return (
    <section
      aria-label={words.title}
      onKeyDown={(event) => {
        // Here it issues the paper: the mail beside it does not leave by the same keys.
        if (!isSend(event.nativeEvent)) return
        event.stopPropagation()
        // A field that has sent something of its own.
        if (event.defaultPrevented) return
        event.preventDefault()
        void issue()
      }}
      className="flex flex-col gap-4"
    >
      <p className="text-sm text-sub">{words.lead}</p>
      <PaperChoices {...{ paper, opening }} />
      <Sheets {...{ picture, kind }} isOnItsSide={paper.letter.direction === 'vertical'} />
      <PaperDetails paper={paper} />
      {paper.letter.kind === 'accident-report' ? (
        <Suspense>
          <PaperReport {...{ complaintId, paper }} />
        </Suspense>
      ) : null}
      <PaperAsks {...{ complaintId, paper, typed, change, kind }} issue={() => void issue()} />
      <IssuedPapers complaintId={complaintId} />
    </section>
  )
}
