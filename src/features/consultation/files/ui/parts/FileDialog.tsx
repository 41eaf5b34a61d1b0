import { Download, ExternalLink, MapPinOff } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { PictureView } from '#kit/PictureView.tsx'
import { saveBlob } from '#kit/save.ts'
import { sizeOf } from '#kit/sizes.ts'
import { filePath, type TalkFile } from '../../contract.ts'
import { talkFilesMessages } from '../../messages.ts'
import { bytesBy, useAddress, type Source } from './source.ts'

const lined =
  'tap inline-flex min-h-10 items-center gap-2 rounded-lg border border-line px-4 font-medium hover:bg-gray-bg'

type Shown = { readonly file: TalkFile; readonly source: Source }

/** One file, large, with ways to save it. */
export default function FileDialog({ file, source, onClose }: Shown & { onClose: () => void }) {
  const { words } = useMessages(talkFilesMessages)
  const language = useLanguage()
  const { name, size, sha256, isMisnamed, hasPlace } = file
  return (
    <Dialog
      isOpen
      width="wide"
      title={name}
      onClose={onClose}
      actions={
        hasPlace ? (
          <>
            <Save file={file} source={source} query="?keep=original" label={words.saveOriginal} />
            <Save file={file} source={source} query="?keep" label={words.savePlaceless} />
          </>
        ) : (
          <Save file={file} source={source} query="?keep" label={words.save} />
        )
      }
    >
      <div className="flex flex-col gap-3">
        {isMisnamed ? <p className="text-sm text-red">{words.misnamed}</p> : null}
        <Content file={file} source={source} />
        {hasPlace ? (
          <p className="flex items-start gap-2 text-sm">
            <MapPinOff aria-hidden size={17} className="mt-0.5 shrink-0 text-accent" />
            {words.hasPlace}
          </p>
        ) : null}
        <p className="flex flex-wrap gap-x-3 text-xs text-sub">
          <span data-figures>{sizeOf(size, language)}</span>
          <span className="break-all">
            {words.hash} {sha256}
          </span>
        </p>
      </div>
    </Dialog>
  )
}

function Save({ file, source, query, label }: Shown & { query: string; label: string }) {
  const icon = <Download aria-hidden size={16} />
  if (source.by === 'code') {
    const save = async () => {
      const bytes = await bytesBy(source.slug, source.code, file.id, query)
      if (bytes) saveBlob(file.name, bytes)
    }
    return (
      <Button icon={icon} onPress={() => void save()}>
        {label}
      </Button>
    )
  }
  return (
    <a href={`${filePath(file.id)}${query}`} download={file.name} className={lined}>
      {icon}
      {label}
    </a>
  )
}

function Content({ file, source }: Shown) {
  const { words } = useMessages(talkFilesMessages)
  const { id, kind, isShown, name } = file
  const address = useAddress(source, id, '')
  if (address.state !== 'ready')
    return (
      <p role="status" className="rounded-xl bg-gray-bg p-6 text-sm">
        {address.state === 'loading' ? words.loading : words.failed}
      </p>
    )
  if (kind === 'photo' && isShown) return <PictureView src={address.at} alt={name} />
  // What somebody filmed or recorded has no subtitles.
  if (kind === 'video' || kind === 'sound') {
    const Player = kind === 'video' ? 'video' : 'audio'
    return <Player src={address.at} controls aria-label={name} className="max-h-[65dvh] w-full" />
  }
  // A page of a stranger's bytes would be a page of ours: a PDF is opened from its address alone.
  if (isShown && source.by === 'name')
    return (
      <a href={address.at} target="_blank" rel="noreferrer" className={`${lined} self-start`}>
        <ExternalLink aria-hidden size={16} />
        {words.openApart}
      </a>
    )
  return <p className="rounded-xl bg-gray-bg p-6 text-sm">{words.notShown}</p>
}
