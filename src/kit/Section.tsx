import { ChevronDown, type LucideIcon } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { toneText, type Tone } from '#kit/Badge.tsx'

/** A headed part of a page. With `folds`, the heading opens and shuts it. */
export function Section(props: {
  title: string
  icon?: LucideIcon
  tone?: Tone
  count?: number
  /** Beside the heading, at the end of its line. */
  aside?: ReactNode
  folds?: 'open' | 'shut'
  children: ReactNode
  className?: string
}) {
  const id = useId()
  const [isOpen, setOpen] = useState(props.folds !== 'shut')
  return (
    <section aria-labelledby={id} className={`flex flex-col gap-2 ${props.className ?? ''}`}>
      <div className="flex min-h-7 items-center gap-2">
        <h3 id={id} className="min-w-0 flex-1 text-sm">
          {props.folds ? (
            <button
              type="button"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
              className="tap -mx-1 inline-flex cursor-pointer items-center gap-2 rounded-md px-1 hover:bg-gray-bg"
            >
              <Heading {...props} />
              <ChevronDown
                aria-hidden
                size={15}
                className={`text-sub transition-transform ${isOpen ? 'rotate-180' : ''}`}
              />
            </button>
          ) : (
            <span className="inline-flex items-center gap-2">
              <Heading {...props} />
            </span>
          )}
        </h3>
        {props.aside}
      </div>
      {isOpen ? props.children : null}
    </section>
  )
}

function Heading(props: { title: string; icon?: LucideIcon; tone?: Tone; count?: number }) {
  const Icon = props.icon
  return (
    <>
      {Icon ? (
        <Icon aria-hidden size={16} className={`shrink-0 ${toneText[props.tone ?? 'gray']}`} />
      ) : null}
      {props.title}
      {props.count === undefined ? null : (
        <span data-figures className="font-normal text-sub">
          {props.count}
        </span>
      )}
    </>
  )
}
