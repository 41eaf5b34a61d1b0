import { RotateCw, ZoomIn, ZoomOut } from 'lucide-react'
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { fileMessages } from '#kit/file-messages.ts'
import { placed, type Box } from '#kit/picture-place.ts'

const sizes = [1, 1.5, 2, 3, 4] as const

/** A picture that can be brought closer and turned, by keys too (+ − R); EXIF orientation is the browser's. */
export function PictureView(props: { src: string; alt: string; className?: string }) {
  const words = useMessages(fileMessages).picture
  const [step, setStep] = useState(0)
  const [turns, setTurns] = useState(0)
  const frame = useRef<HTMLDivElement>(null)
  const [natural, setNatural] = useState<Box>({ width: 0, height: 0 })
  const place = placed(natural, useRoom(frame), { turns, size: sizes[step] ?? 1 })
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
        ref={frame}
        tabIndex={0}
        role="region"
        aria-label={props.alt}
        className="grid max-h-[65dvh] min-h-64 flex-1 overflow-auto rounded-xl bg-gray-bg"
      >
        <div className="relative m-auto" style={place.turned}>
          <img
            src={props.src}
            alt={props.alt}
            onLoad={({ currentTarget }) =>
              setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
            }
            style={{ ...place.upright, rotate: `${turns * 90}deg` }}
            className="absolute top-1/2 left-1/2 max-w-none -translate-1/2"
          />
        </div>
      </div>
    </div>
  )
}

/** How much there is to show it in: the frame's width, and a good part of the window's height. */
function useRoom(frame: RefObject<HTMLElement | null>): Box {
  const [room, setRoom] = useState<Box>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const measure = () =>
      setRoom({ width: element.clientWidth, height: Math.max(256, globalThis.innerHeight * 0.6) })
    const watching = new ResizeObserver(measure)
    watching.observe(element)
    return () => watching.disconnect()
  }, [frame])
  return room
}
