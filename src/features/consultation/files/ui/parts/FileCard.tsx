import { FileText, Film, Image, Mic, TriangleAlert, type LucideIcon } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { sizeOf } from '#kit/sizes.ts'
import type { TalkFile } from '../../contract.ts'
import { talkFilesMessages } from '../../messages.ts'
import { useAddress, type Source } from './source.ts'

const FileDialog = later(() => import('./FileDialog.tsx'))

const icons: Readonly<Record<TalkFile['kind'], LucideIcon>> = {
  photo: Image,
  video: Film,
  sound: Mic,
  document: FileText,
  other: FileText,
}

/** One file as a line with its little picture; pressed, it opens large. */
export function FileCard({ file, source }: { file: TalkFile; source: Source }) {
  const { words } = useMessages(talkFilesMessages)
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const { name, size, kind, isShown, isMisnamed } = file
  const Icon = icons[kind]
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="tap flex min-h-14 w-full min-w-0 cursor-pointer items-center gap-3 rounded-lg border border-line bg-surface p-1.5 pe-3 text-start hover:border-accent"
      >
        <span className="flex size-12 shrink-0 items-center justify-center overflow-hidden rounded-md bg-gray-bg text-sub">
          {kind === 'photo' && isShown ? (
            <Small file={file} source={source} />
          ) : (
            <Icon aria-hidden size={20} />
          )}
        </span>
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="sr-only">{words.open({ name })}</span>
          <span aria-hidden className="truncate text-sm font-medium">
            {name}
          </span>
          <span data-figures className="text-xs text-sub">
            {sizeOf(size, language)}
          </span>
        </span>
        {isMisnamed ? <TriangleAlert aria-hidden size={16} className="shrink-0 text-red" /> : null}
      </button>
      <Suspense>
        {isOpen ? <FileDialog file={file} source={source} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  )
}

function Small({ file, source }: { file: TalkFile; source: Source }) {
  const address = useAddress(source, file.id, '?small')
  if (address.state !== 'ready') return <Image aria-hidden size={20} />
  return <img src={address.at} alt="" loading="lazy" className="size-full object-cover" />
}
