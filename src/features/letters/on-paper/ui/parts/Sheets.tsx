import { ZoomIn } from 'lucide-react'
import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { onPaperMessages } from '../../messages.ts'
import type { Picture } from './usePaper.ts'

type Shown = { readonly picture: Picture; readonly kind: string; readonly isOnItsSide: boolean }

/** The letter as it will be printed, sheet by sheet. What it says stands in the field beside it. */
export function Sheets(props: Shown) {
  const { words } = useMessages(onPaperMessages)
  const [isLarge, setLarge] = useState(false)
  const { picture, kind } = props
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <p className="text-sm font-semibold">{words.picture}</p>
        <p role="status" data-figures className="text-xs text-sub">
          {picture.isSetting ? words.setting : words.sheets({ count: picture.sheets })}
        </p>
        <Button
          size="small"
          kind="quiet"
          className="ms-auto"
          icon={<ZoomIn aria-hidden size={15} />}
          isDisabled={picture.src === null}
          onPress={() => setLarge(true)}
        >
          {words.larger}
        </Button>
      </div>
      <Refusal refusal={picture.refusal} />
      {picture.src === null && !picture.refusal ? <Skeleton lines={8} /> : <All {...props} />}
      <Dialog isOpen={isLarge} onClose={() => setLarge(false)} title={kind} width="wide">
        <All {...props} />
      </Dialog>
    </div>
  )
}

/** They come as one drawing, from top to bottom; each box shows its part of it. */
function All({ picture: { src, sheets }, kind, isOnItsSide }: Shown) {
  const { words } = useMessages(onPaperMessages)
  if (src === null) return null
  return (
    <ol className="flex flex-col gap-3">
      {Array.from({ length: sheets }, (_, at) => (
        <li key={at}>
          <img
            src={src}
            alt={words.sheet({ kind, at: at + 1, of: sheets })}
            style={{
              aspectRatio: isOnItsSide ? '297 / 210' : '210 / 297',
              objectPosition: `0 ${sheets === 1 ? 0 : (at / (sheets - 1)) * 100}%`,
            }}
            className="w-full rounded-sm bg-white object-cover shadow-[0_0_0_1px_var(--line),0_2px_8px_rgb(0_0_0/0.12)]"
          />
        </li>
      ))}
    </ol>
  )
}
