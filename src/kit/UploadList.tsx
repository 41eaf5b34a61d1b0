import {
  CircleCheck,
  FileText,
  Film,
  Image,
  Mic,
  Pause,
  Play,
  RotateCw,
  WifiOff,
  X,
} from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { fileMessages } from '#kit/file-messages.ts'
import { sizeOf } from '#kit/sizes.ts'
import type { Upload, UploadQueue } from '#kit/uploads.ts'

const round =
  'tap inline-flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-lg text-sub hover:bg-gray-bg hover:text-ink'

/** Each file with how far it is, and what one can do about it. */
export function UploadList(props: {
  uploads: readonly Upload[]
  queue: UploadQueue
  /** Once sent they stay. */
  mayRemove: boolean
}) {
  const words = useMessages(fileMessages)
  if (props.uploads.length === 0) return null
  return (
    <ul aria-label={words.uploads.list} className="flex flex-col gap-2">
      {props.uploads.map((upload) => (
        <Row key={upload.key} {...props} upload={upload} />
      ))}
    </ul>
  )
}

function Row({
  upload,
  queue,
  mayRemove,
}: {
  upload: Upload
  queue: UploadQueue
  mayRemove: boolean
}) {
  const words = useMessages(fileMessages)
  const language = useLanguage()
  const { key, name, size, sent, state } = upload
  const percent = state === 'done' ? 100 : Math.min(99, Math.floor((sent / size) * 100))
  return (
    <li className="flex items-center gap-3 rounded-xl border border-line bg-surface p-2 ps-3">
      <Picture upload={upload} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="truncate text-sm font-medium">{name}</p>
        {state === 'done' ? null : (
          <div
            role="progressbar"
            aria-label={words.uploads.progress({ name })}
            aria-valuenow={percent}
            className="h-1.5 w-full overflow-hidden rounded-full bg-gray-bg"
          >
            <div className="h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
          </div>
        )}
        <p className={`flex items-center gap-1.5 text-xs ${tone[state] ?? 'text-sub'}`}>
          {state === 'done' ? <CircleCheck aria-hidden size={14} className="shrink-0" /> : null}
          {state === 'retrying' ? <WifiOff aria-hidden size={14} className="shrink-0" /> : null}
          <span className="flex-1">
            {state === 'refused' ? upload.sentence : words.uploads.states[state]}
          </span>
          {state === 'refused' || state === 'missing' ? null : (
            <span data-figures className="self-start whitespace-nowrap text-sub">
              {state === 'done' ? '' : `${percent}%　`}
              {sizeOf(size, language)}
            </span>
          )}
        </p>
      </div>
      {state === 'sending' || state === 'waiting' ? (
        <Do label={words.uploads.pause({ name })} icon={Pause} onPress={() => queue.pause(key)} />
      ) : null}
      {state === 'paused' ? (
        <Do label={words.uploads.resume({ name })} icon={Play} onPress={() => queue.resume(key)} />
      ) : null}
      {state === 'retrying' || state === 'refused' ? (
        <Do
          label={words.uploads.again({ name })}
          icon={RotateCw}
          onPress={() => queue.resume(key)}
        />
      ) : null}
      {mayRemove || state === 'refused' ? (
        <Do label={words.uploads.remove({ name })} icon={X} onPress={() => queue.remove(key)} />
      ) : null}
    </li>
  )
}

const tone: Partial<Record<Upload['state'], string>> = {
  done: 'text-green',
  retrying: 'text-orange',
  missing: 'text-orange',
  refused: 'text-red',
}

function Do(props: { label: string; icon: typeof X; onPress: () => void }) {
  const Icon = props.icon
  return (
    <button type="button" title={props.label} onClick={props.onPress} className={round}>
      <span className="sr-only">{props.label}</span>
      <Icon aria-hidden size={18} />
    </button>
  )
}

function Picture({ upload: { file, type } }: { upload: Upload }) {
  const [address, setAddress] = useState<string | null>(null)
  const isImage = type.startsWith('image/')
  useEffect(() => {
    if (!file || !isImage) return
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file, isImage])
  const Icon = isImage
    ? Image
    : type.startsWith('video/')
      ? Film
      : type.startsWith('audio/')
        ? Mic
        : FileText
  return (
    <span className="flex size-12 shrink-0 items-center justify-center overflow-hidden rounded-lg bg-gray-bg text-sub">
      {address ? (
        <img src={address} alt="" className="size-full object-cover" />
      ) : (
        <Icon aria-hidden size={22} />
      )}
    </span>
  )
}
