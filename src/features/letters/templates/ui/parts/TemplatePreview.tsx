import { CircleCheck } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { listComplaints, type ComplaintLine } from '#features/complaints/contract.ts'
import { MarkedWords } from '#features/letters/ui/parts/MarkedWords.tsx'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { useSettled } from '#kit/settled.ts'
import type { WritingMark } from '#kit/writing-area.ts'
import { previewTemplate, type TemplateContent } from '../../contract.ts'
import { templatesMessages } from '../../messages.ts'

type Previewing = {
  readonly typed: TemplateContent
  readonly onMarks: (marks: readonly WritingMark[]) => void
}

/** How the words stand in a case of the desk, which of them stay open there, and what the gate would say. */
export function TemplatePreview(props: Previewing) {
  const answer = useAnswer(listComplaints, { query: { view: 'all', limit: 50 } })
  return (
    <Answering answer={answer}>
      {({ complaints }) => <In {...props} complaints={complaints} />}
    </Answering>
  )
}

function In({ typed, onMarks, complaints }: Previewing & { complaints: readonly ComplaintLine[] }) {
  const { words } = useMessages(templatesMessages)
  const [complaintId, setComplaintId] = useState(complaints[0]?.id ?? null)
  const [chosen, setKind] = useState(typed.kinds[0] ?? 'mail')
  const kind = typed.kinds.includes(chosen) ? chosen : (typed.kinds[0] ?? 'mail')
  return (
    <section aria-label={words.preview} className="flex min-w-0 flex-col gap-3">
      {complaints.length === 0 ? (
        <p className="text-sm text-sub">{words.noCase}</p>
      ) : (
        <Select
          label={words.preview}
          value={complaintId}
          choices={complaints.map(({ id, number, subject, customerName }) => ({
            id,
            name: `${number}　${customerName ?? ''}`,
            hint: subject,
          }))}
          onChange={setComplaintId}
        />
      )}
      {typed.kinds.length > 1 ? (
        <Choices
          label={words.kinds}
          hidesLabel
          size="small"
          choices={typed.kinds.map((id) => ({ id, name: words.kind[id] }))}
          value={kind}
          onChange={setKind}
        />
      ) : null}
      {typed.body.trim() === '' ? (
        <p className="text-sm text-sub">{words.previewEmpty}</p>
      ) : (
        <Shown body={typed.body} subject={typed.subject} {...{ kind, complaintId, onMarks }} />
      )}
    </section>
  )
}

function Shown(
  props: Pick<Previewing, 'onMarks'> & {
    body: string
    subject: string
    kind: TemplateContent['kinds'][number]
    complaintId: string | null
  },
) {
  const { words } = useMessages(templatesMessages)
  const { kind, complaintId } = props
  const [body, subject] = [useSettled(props.body), useSettled(props.subject)]
  const answer = useAnswer(
    previewTemplate,
    { body: { kind, subject, body, complaintId } },
    { keepPrevious: true },
  )
  const found = answer.state === 'ready' && body === props.body ? answer.value.findings : null
  const tell = useEffectEvent((findings: NonNullable<typeof found>) =>
    props.onMarks(
      findings.map(({ start, end, message, need, fix }) => {
        const mark = { start, end, message, isAsked: need !== 'nothing' }
        return fix === undefined ? mark : { ...mark, fix }
      }),
    ),
  )
  useEffect(() => {
    if (found) tell(found)
  }, [found])
  return (
    <Answering answer={answer}>
      {({ subject: shown, text, holes, findings }) => (
        <>
          {shown === '' ? null : (
            <p className="text-sm">
              <span className="text-xs text-sub">{words.shownSubject}</span>
              {'　'}
              {shown}
            </p>
          )}
          <blockquote
            tabIndex={0}
            aria-label={words.preview}
            className="max-h-96 min-h-24 overflow-auto rounded-lg bg-accent-bg px-3 py-2 text-sm leading-relaxed whitespace-pre-wrap wrap-anywhere"
          >
            <MarkedWords text={text} findings={openIn(text)} />
          </blockquote>
          <p className="text-sm">{holes.length > 0 ? words.holes({ holes }) : words.allFilled}</p>
          <Found messages={[...new Set(findings.map(({ message }) => message))]} />
        </>
      )}
    </Answering>
  )
}

/** What is open in the filled words, marked as it is in the editor. */
function openIn(text: string) {
  return [...text.matchAll(/\{\{[^{}\n]+\}\}/gu)].map(({ index, 0: whole }) => ({
    rule: 'placeholder',
    severity: 'warning' as const,
    start: index,
    end: index + whole.length,
    message: '',
    need: 'reason' as const,
  }))
}

function Found({ messages }: { messages: readonly string[] }) {
  const { words } = useMessages(templatesMessages)
  if (messages.length === 0)
    return (
      <p className="flex items-center gap-1.5 text-sm text-green">
        <CircleCheck aria-hidden size={15} />
        {words.nothingFound}
      </p>
    )
  return (
    <section aria-label={words.found} className="flex flex-col gap-1">
      <h3 className="text-sm font-medium">{words.found}</h3>
      <ul className="flex list-disc flex-col gap-1 ps-5 text-sm">
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </section>
  )
}
