import { Camera, Paperclip, type LucideIcon } from 'lucide-react'
import { useRef, useState, type DragEvent } from 'react'
import { useMessages } from '#kit/language.tsx'
import { fileMessages } from '#kit/file-messages.ts'

type Picking = { readonly onFiles: (files: readonly File[]) => void }

/** Choose files, take a picture with the phone, or drop them here. */
export function FilePicker(props: Picking & { label: string; hint?: string; className?: string }) {
  const words = useMessages(fileMessages)
  const [isOver, setOver] = useState(false)
  const drag = (isIn: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(isIn)
  }
  return (
    <div
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event)
        props.onFiles([...event.dataTransfer.files])
      }}
      className={`flex flex-col items-start gap-2 rounded-xl border border-dashed p-3 ${isOver ? 'border-accent bg-accent-bg' : 'border-line'} ${props.className ?? ''}`}
    >
      <div className="flex flex-wrap gap-2">
        <Choose label={props.label} icon={Paperclip} onFiles={props.onFiles} />
        <span className="hidden pointer-coarse:contents">
          <Choose label={words.uploads.camera} icon={Camera} onFiles={props.onFiles} isCamera />
        </span>
      </div>
      {props.hint ? <p className="text-sm text-sub">{props.hint}</p> : null}
    </div>
  )
}

/** A button of our own before a field of the browser's, which cannot be styled. */
function Choose(props: Picking & { label: string; icon: LucideIcon; isCamera?: boolean }) {
  const field = useRef<HTMLInputElement>(null)
  const Icon = props.icon
  const camera = props.isCamera ? { accept: 'image/*', capture: 'environment' as const } : {}
  return (
    <>
      <button
        type="button"
        onClick={() => field.current?.click()}
        className="tap inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-lg border border-line bg-surface px-4 font-medium hover:bg-gray-bg"
      >
        <Icon aria-hidden size={18} />
        {props.label}
      </button>
      <input
        ref={field}
        type="file"
        multiple={!props.isCamera}
        {...camera}
        hidden
        tabIndex={-1}
        aria-label={props.label}
        onChange={(event) => {
          props.onFiles([...(event.target.files ?? [])])
          // The same file may be chosen again.
          event.target.value = ''
        }}
      />
    </>
  )
}
