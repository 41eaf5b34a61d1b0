import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { useSettled } from '#kit/settled.ts'
import { previewInquiry, type Seen, type Shown } from '../../../contract.ts'
import { askingMessages } from '../../messages.ts'

type Asking = {
  readonly departmentId: string
  readonly question: string
  readonly dueAt: string
  readonly shown: Shown
}

const nothing = {
  departmentId: '00000000-0000-4000-8000-000000000000',
  question: '…',
  dueAt: '2000-01-01T00:00:00Z',
  shown: {
    factIds: [],
    evidenceIds: [],
    particulars: [],
    withWords: false,
    withPersonal: false,
    contactFor: '',
  },
} satisfies Asking

/** What the department will see, as the server makes it: the same that its page is made of. */
export function Preview(props: { complaintId: string; asking: Asking | null }) {
  const { dialog: words } = useMessages(askingMessages).words
  const { asking } = props
  const question = useSettled(asking?.question ?? '').trim() || '…'
  const answer = useAnswer(
    previewInquiry,
    {
      params: { complaintId: props.complaintId },
      body: asking ? { ...asking, question } : nothing,
    },
    { isOff: asking === null, keepPrevious: true },
  )
  if (answer.state !== 'ready') return null
  const { seen, mail, personalInQuestion } = answer.value
  return (
    <section
      aria-label={words.preview}
      className="flex flex-col gap-3 self-start rounded-xl border border-dashed border-line bg-surface p-4 text-sm"
    >
      <h3 className="text-sm">{words.preview}</h3>
      {personalInQuestion.length > 0 ? (
        <p role="status" className="rounded-lg bg-orange-bg px-3 py-2 text-orange">
          {words.inQuestion({ found: personalInQuestion.join('、') })}
        </p>
      ) : null}
      <p className="border-s-4 border-accent ps-3 whitespace-pre-wrap wrap-anywhere">
        {seen.question}
      </p>
      <Seeing seen={seen} />
      <details>
        <summary className="tap cursor-pointer text-accent">{words.mail}</summary>
        <p className="mt-2 font-semibold">{mail.subject}</p>
        <p className="whitespace-pre-wrap wrap-anywhere">{mail.text}</p>
      </details>
    </section>
  )
}

function Seeing({ seen }: { seen: Seen }) {
  const { dialog: words } = useMessages(askingMessages).words
  const { number, customerName, contactFor, particulars, facts, words: theirs, evidence } = seen
  const lines = [
    number,
    ...(customerName === null ? [] : [customerName]),
    ...(contactFor === null ? [] : [words.contactShown({ what: contactFor })]),
    ...particulars.map(({ name, value }) => `${words.particulars[name]}：${value}`),
    ...facts.map(({ statement }) => statement),
    ...(theirs === null ? [] : [theirs]),
    ...evidence.map(({ name }) => name),
  ]
  return (
    <>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {lines.map((line) => (
          <li key={line} className="whitespace-pre-wrap wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
      <p className="text-xs text-sub">{lines.length === 1 ? words.nothingShown : words.hidden}</p>
    </>
  )
}
