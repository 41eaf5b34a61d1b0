import { RotateCw, ZoomIn, ZoomOut } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { fileMessages } from '#kit/file-messages.ts'

const sizes = [1, 1.5, 2, 3, 4] as const

/** A picture that can be brought closer and turned, by keys too (+ − R); EXIF orientation is the browser's. */
export function PictureView(props: { src: string; alt: string; className?: string }) {
  const words = useMessages(fileMessages).picture
  const [step, setStep] = useState(0)
  const [turns, setTurns] = useState(0)
  const size = sizes[step] ?? 1
  return (
    <div className={`flex min-h-0 flex-col gap-2 ${props.className ?? ''}`}>
      <div className="flex gap-1.5">
        <Button
          size="small"
          label={words.closer}
          keys="+"
          hidesKeys
          icon={<ZoomIn aria-hidden size={16} />}
          isDisabled={step === sizes.length - 1}
          onPress={() => setStep(Math.min(step + 1, sizes.length - 1))}
        />
        <Button
          size="small"
          label={words.farther}
          keys="-"
          hidesKeys
          icon={<ZoomOut aria-hidden size={16} />}
          isDisabled={step === 0}
          onPress={() => setStep(Math.max(step - 1, 0))}
        />
        <Button
          size="small"
          label={words.turn}
          keys="r"
          hidesKeys
          icon={<RotateCw aria-hidden size={16} />}
          onPress={() => setTurns((turns + 1) % 4)}
        />
      </div>
      <div
        tabIndex={0}
        role="region"
        aria-label={props.alt}
        className="grid min-h-64 flex-1 place-items-center overflow-auto rounded-xl bg-gray-bg"
      >
        <img
          src={props.src}
          alt={props.alt}
          style={{ width: `${size * 100}%`, rotate: `${turns * 90}deg` }}
          className={size === 1 ? 'max-h-[65dvh] object-contain' : 'max-w-none'}
        />
      </div>
    </div>
  )
}
