import { ExternalLink } from 'lucide-react'
import { useEffect, useState } from 'react'
import { paperMessages } from '#features/intake/paper/messages.ts'
import { Choices } from '#kit/Choices.tsx'
import { FilePicker } from '#kit/FilePicker.tsx'
import { useMessages } from '#kit/language.tsx'
import { PictureView } from '#kit/PictureView.tsx'
import { UploadList } from '#kit/UploadList.tsx'
import type { Upload, UploadQueue } from '#kit/uploads.ts'

/** The pages of a letter, one of them large, to be read while it is copied. */
export function Scans(props: {
  scans: readonly File[]
  uploads: readonly Upload[]
  queue: UploadQueue
  onFiles: (files: readonly File[]) => void
}) {
  const { words } = useMessages(paperMessages)
  const [page, setPage] = useState('0')
  const scan = props.scans[Number(page)]
  return (
    <section
      aria-label={words.scans}
      className="flex flex-col gap-3 lg:sticky lg:top-4 lg:self-start"
    >
      <FilePicker label={words.choose} hint={words.chooseHint} onFiles={props.onFiles} />
      {props.scans.length > 1 ? (
        <Choices
          label={words.scans}
          hidesLabel
          size="small"
          choices={props.scans.map((_, at) => ({
            id: String(at),
            name: words.scan({ at: at + 1 }),
          }))}
          value={page}
          onChange={setPage}
        />
      ) : null}
      {scan ? (
        <Page key={page} scan={scan} />
      ) : (
        <p className="rounded-xl bg-gray-bg p-6 text-sm text-sub">{words.noScan}</p>
      )}
      <UploadList uploads={props.uploads} queue={props.queue} mayRemove={false} />
    </section>
  )
}

function Page({ scan }: { scan: File }) {
  const { words } = useMessages(paperMessages)
  const [address, setAddress] = useState('')
  useEffect(() => {
    const made = URL.createObjectURL(scan)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [scan])
  if (address === '') return null
  if (scan.type.startsWith('image/')) return <PictureView src={address} alt={scan.name} />
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer"
      className="tap inline-flex min-h-11 items-center gap-2 self-start text-accent underline underline-offset-4"
    >
      <ExternalLink aria-hidden size={16} />
      {`${scan.name}　${words.openElsewhere}`}
    </a>
  )
}
