import { useEffect, useRef } from 'react'
import { FilePicker } from '#kit/FilePicker.tsx'
import { UploadList } from '#kit/UploadList.tsx'
import { useUploads } from '#kit/uploads.ts'
import { uploadWay, type Source } from './source.ts'

type Adding = {
  readonly caseId: string
  readonly source: Source
  readonly path: string
  /** Another file has arrived whole. */
  readonly onCame: () => void
}

/** Choose files, and see them go. Nothing of them is kept in this browser. */
export default function AddFiles(props: Adding & { label: string; hint: string }) {
  const { uploads, queue } = useCounted(props)
  return (
    <div className="flex flex-col gap-3">
      <FilePicker
        label={props.label}
        hint={props.hint}
        onFiles={(files) => queue.add(props.caseId, files)}
      />
      <UploadList
        uploads={uploads.filter(({ state }) => state !== 'done')}
        queue={queue}
        mayRemove
      />
    </div>
  )
}

/** Files that were chosen before there was a consultation: they go now that there is one. */
export function SendFiles(props: Adding & { files: readonly File[] }) {
  const { uploads, queue } = useCounted(props)
  const { caseId, files } = props
  const isBegun = useRef(false)
  useEffect(() => {
    if (isBegun.current) return
    isBegun.current = true
    queue.add(caseId, files)
  }, [queue, caseId, files])
  return <UploadList uploads={uploads} queue={queue} mayRemove={false} />
}

function useCounted({ source, path: named, onCame }: Adding) {
  const { path, way } = uploadWay(source, named)
  const { uploads, queue } = useUploads(path, null, way)
  const done = uploads.filter(({ state }) => state === 'done').length
  const told = useRef(0)
  useEffect(() => {
    if (done > told.current) onCame()
    told.current = done
  }, [done, onCame])
  return { uploads, queue }
}
