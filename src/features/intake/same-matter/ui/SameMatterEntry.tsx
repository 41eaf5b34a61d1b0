import { Link } from '@tanstack/react-router'
import { GitMerge } from 'lucide-react'
import { intakeEvents } from '#features/intake/contract.ts'
import { intakeMessages } from '#features/intake/messages.ts'
import { joinMatter, readSameMatter } from '#features/intake/same-matter/contract.ts'
import { sameMatterMessages } from '#features/intake/same-matter/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'

/** Perhaps the same matter: the other complaint, and one key to add the words there. */
export default function SameMatterEntry(props: {
  payload: unknown
  at: string
  complaintId: string
}) {
  const { words } = useMessages(sameMatterMessages)
  const { events } = useMessages(intakeMessages)
  const read = intakeEvents['intake.perhaps-same'].safeParse(props.payload)
  if (!read.success) return null
  const { otherId, otherNumber: number, isOlder } = read.data
  return (
    <div className="flex items-start gap-2 rounded-lg bg-accent-bg px-3 py-2 text-sm">
      <GitMerge aria-hidden size={15} className="mt-1 shrink-0 text-accent" />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1.5">
        <p>{events['intake.perhaps-same'](read.data)}</p>
        <div className="flex flex-wrap items-center gap-3">
          <Link
            to="/complaints/$complaintId"
            params={{ complaintId: otherId }}
            className="tap inline-flex items-center text-accent underline underline-offset-4"
          >
            {words.open({ number })}
          </Link>
          {isOlder ? (
            <Join complaintId={props.complaintId} olderId={otherId} number={number} />
          ) : null}
        </div>
      </div>
      <Moment at={props.at} className="shrink-0 pt-0.5 text-2xs text-sub" />
    </div>
  )
}

function Join({
  complaintId,
  olderId,
  number,
}: {
  complaintId: string
  olderId: string
  number: string
}) {
  const { words } = useMessages(sameMatterMessages)
  const known = useAnswer(readSameMatter, { params: { complaintId } })
  const command = useCommand(joinMatter)

  async function join() {
    const answered = await command.send({ params: { complaintId }, body: { olderId } })
    if (answered.ok) showToast({ text: words.joined({ number }) })
  }

  if (known.state !== 'ready' || known.value.isJoined) return null
  return (
    <>
      <Button size="small" isBusy={command.isSending} onPress={() => void join()}>
        {words.join({ number })}
      </Button>
      <Refusal refusal={command.refusal} />
    </>
  )
}
