import { FileCheck2, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'
import { Findings } from '../../../ui/parts/Findings.tsx'
import { typesettingMessages } from '../../../typesetting/messages.ts'
import { textOnPaper } from '../../../typesetting/rules.ts'
import { onPaperMessages } from '../../messages.ts'
import type { PaperBeside } from './usePaper.ts'

const formats = ['pdf', 'docx'] as const

type Asking = {
  readonly complaintId: string
  readonly paper: PaperBeside
  readonly typed: { readonly text: string; readonly reasons: Readonly<Record<string, string>> }
  readonly change: (changes: { text?: string; reasons?: Record<string, string> }) => void
  readonly kind: string
  readonly issue: () => void
}

/** What is missing, what the gate asks, exactly as for a mail, and the deed itself. */
export function PaperAsks(props: Asking) {
  const { words } = useMessages(onPaperMessages)
  const { paper, typed, change } = props
  const id = useId()
  const { asked } = paper
  const { from } = textOnPaper(typed.text)
  return (
    <div className="flex flex-col gap-3">
      {asked ? <Missing asked={asked} /> : null}
      {asked && paper.letter.text.trim() !== '' ? (
        <Findings
          id={id}
          label={words.findings}
          complaintId={props.complaintId}
          text={asked.said}
          findings={asked.findings}
          reasons={typed.reasons}
          onReason={(rule, reason) => change({ reasons: { ...typed.reasons, [rule]: reason } })}
          onFix={({ start, end, fix = '' }) =>
            change({ text: typed.text.slice(0, from + start) + fix + typed.text.slice(from + end) })
          }
          onSend={props.issue}
        />
      ) : null}
      <Refusal refusal={paper.refusal} />
      <Issuing {...props} />
    </div>
  )
}

function Missing({ asked }: { asked: NonNullable<PaperBeside['asked']> }) {
  const { words } = useMessages(onPaperMessages)
  const say = useMessages(typesettingMessages).words
  const lists = [
    { name: words.needs, said: asked.needs.map(say.need), tone: 'bg-red-bg text-red' },
    {
      name: words.warnings,
      said: asked.warnings.map(say.warning),
      tone: 'bg-orange-bg text-orange',
    },
  ]
  return lists
    .filter(({ said }) => said.length > 0)
    .map(({ name, said, tone }) => (
      <section key={name} aria-label={name} className={`rounded-lg px-3 py-2 text-sm ${tone}`}>
        <p className="flex items-center gap-1.5 text-xs font-semibold">
          <TriangleAlert aria-hidden size={14} />
          {name}
        </p>
        <ul>
          {said.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </section>
    ))
}

function Issuing({ paper, kind, issue }: Asking) {
  const { words } = useMessages(onPaperMessages)
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Choices
        label={words.format}
        size="small"
        choices={formats.map((id) => ({ id, name: words.formats[id] }))}
        value={paper.draft.format}
        onChange={(format) => paper.change({ format })}
      />
      <Button
        kind="primary"
        icon={<FileCheck2 aria-hidden size={16} />}
        isBusy={paper.isIssuing}
        onPress={issue}
      >
        {paper.hasNews ? words.readAndIssue : words.issue({ kind })}
      </Button>
      <p className="w-full text-2xs text-sub">{words.issueHint}</p>
    </div>
  )
}
