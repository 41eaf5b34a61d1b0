import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** Nothing here, said calmly, and what one could do next. */
export function EmptyState(props: {
  icon: LucideIcon
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  const Icon = props.icon
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-12 text-center">
      <Icon aria-hidden size={36} strokeWidth={1.25} className="mb-1 text-accent" />
      <p className="text-lg font-semibold word-break-phrase">{props.title}</p>
      {props.children ? (
        <div className="word-break-phrase text-sm text-sub">{props.children}</div>
      ) : null}
      {props.actions ? <div className="mt-3 flex flex-wrap gap-2">{props.actions}</div> : null}
    </div>
  )
}
