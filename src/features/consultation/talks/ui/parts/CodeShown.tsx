import { Copy, KeyRound } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { copy } from '#kit/clipboard.ts'
import { useMessages } from '#kit/language.tsx'
import { showToast } from '#kit/toasts.ts'
import { talksMessages } from '../../messages.ts'

/** The code stands there before anything is sent: it is not lost when the line is. */
export function CodeShown(props: {
  code: string
  isNoted: boolean
  onNoted: (isNoted: boolean) => void
}) {
  const { words } = useMessages(talksMessages)
  return (
    <div className="flex flex-col gap-2 rounded-xl border border-line bg-gray-bg p-4">
      <p className="text-sm text-sub">{words.unnamedHint}</p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="inline-flex items-center gap-2 text-sm font-medium">
          <KeyRound aria-hidden size={17} />
          {words.code}
        </span>
        <output className="font-mono text-lg tracking-wide select-all">{props.code}</output>
        <Button
          size="small"
          icon={<Copy aria-hidden size={15} />}
          onPress={() =>
            void copy(props.code).then(
              (isCopied) => isCopied && showToast({ text: words.copied, tone: 'done' }),
            )
          }
        >
          {words.copy}
        </Button>
      </p>
      <Checkbox isChosen={props.isNoted} onChange={props.onNoted}>
        {words.noted}
      </Checkbox>
    </div>
  )
}
