import { useMessages } from '#kit/language.tsx'
import type { MailboxProblem } from '../../contract.ts'
import { mailboxesMessages } from '../../messages.ts'

/** What is wrong and what to do, and below it what the server said. */
export function Problem(props: { problem: MailboxProblem; detail: string | null }) {
  const { words } = useMessages(mailboxesMessages)
  return (
    <>
      <p>{words.problems[props.problem]}</p>
      {props.detail ? (
        <p className="text-xs wrap-anywhere text-sub">{`${words.said}：${props.detail}`}</p>
      ) : null}
    </>
  )
}
