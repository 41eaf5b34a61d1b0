import { GitCompareArrows } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { writingMessages } from '../../messages.ts'
import { Pieces } from './Pieces.tsx'
import type { Shared } from './useShared.ts'

/** Two people have changed the same reply: both texts are there, and a person chooses. */
export default function Overtaken({ shared }: { shared: Shared }) {
  const { overtaken: words } = useMessages(writingMessages).words
  const { keeper, keeping } = shared
  const { theirs } = keeping
  if (!theirs) return null
  const name = theirs.savedByName
  const mine = keeper.local.text
  return (
    <section
      role="alert"
      aria-label={words.title}
      className="flex flex-col gap-2 rounded-xl border border-orange/50 bg-orange-bg px-4 py-3 text-sm"
    >
      <h4 className="flex items-center gap-2 font-semibold text-orange">
        <GitCompareArrows aria-hidden size={16} />
        {words.title}
      </h4>
      <p>{words.lead({ name })}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onPress={() => keeper.keepMine()}>
          {words.mine}
        </Button>
        <Button size="small" onPress={() => keeper.take(theirs)}>
          {words.theirs({ name })}
        </Button>
        <Button
          size="small"
          onPress={() => keeper.keepMine(`${theirs.content.text.trimEnd()}\n\n${mine}`)}
        >
          {words.both}
        </Button>
      </div>
      <p className="text-xs">{words.legend({ name })}</p>
      <Pieces label={words.differences} before={mine} after={theirs.content.text} />
    </section>
  )
}
