import { webFormMessages } from '#features/intake/web-form/messages.ts'
import { FilePicker } from '#kit/FilePicker.tsx'
import { useMessages } from '#kit/language.tsx'
import { UploadList } from '#kit/UploadList.tsx'
import type { Upload, UploadQueue } from '#kit/uploads.ts'

/** Photos and videos; each begins to be sent when it is chosen, so that nobody waits at the end. */
export function Photos(props: {
  uploads: readonly Upload[]
  queue: UploadQueue
  mostFiles: number
  largestMegabytes: number
  onFiles: (files: readonly File[]) => void
}) {
  const { words } = useMessages(webFormMessages)
  const { uploads, queue, mostFiles, largestMegabytes } = props
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="text-lg">
        {words.photos}
        <span className="ms-2 text-sm font-normal text-sub">{words.optional}</span>
      </legend>
      <FilePicker
        label={words.choosePhotos}
        hint={words.photosHint({ files: mostFiles, megabytes: largestMegabytes })}
        onFiles={props.onFiles}
      />
      <UploadList uploads={uploads} queue={queue} mayRemove />
    </fieldset>
  )
}
