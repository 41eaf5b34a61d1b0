import { Link } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { listEndpoints } from '../contract.ts'
import { webhooksMessages } from '../messages.ts'

/** For administrators: what stopped by itself, until somebody has seen to it. */
export function StoppedWebhooks({ className }: { className: string }) {
  const { words } = useMessages(webhooksMessages)
  const answer = useAnswer(listEndpoints, {}, { live: true })
  const endpoints = answer.state === 'ready' ? answer.value.endpoints : []
  const stopped = endpoints.filter(
    ({ stoppedBecause }) => stoppedBecause === 'failing' || stoppedBecause === 'gone',
  )
  if (stopped.length === 0) return null
  return (
    <ul role="status" className={`flex flex-col gap-2 ${className}`}>
      {stopped.map((endpoint) => (
        <li
          key={endpoint.id}
          className="flex flex-wrap items-center gap-3 rounded-lg bg-red-bg px-4 py-2.5 text-sm text-red"
        >
          <TriangleAlert aria-hidden size={18} className="shrink-0" />
          <span className="min-w-48 flex-1">
            {words.alert(endpoint)}
            {endpoint.stoppedBecause === 'gone' ? words.status.gone : words.status.failing5}。
          </span>
          <Link
            to="/settings"
            search={{ section: 'webhooks' }}
            className="tap font-semibold underline underline-offset-4"
          >
            {words.look}
          </Link>
        </li>
      ))}
    </ul>
  )
}
