import { useEffect, useEffectEvent } from 'react'
import { listEvidence, uploadsPath } from '#features/complaints/evidence/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { useUploads } from '#kit/uploads.ts'

/** The files of a reply: those that were chosen from the case, and those that are on their way into it. */
export function useAttachments(
  complaintId: string,
  ids: readonly string[],
  change: (ids: string[]) => void,
) {
  const answer = useAnswer(listEvidence, { params: { complaintId } })
  const { uploads, queue } = useUploads(uploadsPath, null)
  const there = answer.state === 'ready' ? answer.value.evidence : []
  const takeIn = useEffectEvent(() => {
    const done = uploads.filter(({ state, url }) => state === 'done' && url)
    if (done.length === 0) return
    change([...ids, ...done.map(({ url }) => url?.split('/').at(-1) ?? '')])
    queue.forget(done.map(({ key }) => key))
  })
  useEffect(() => takeIn(), [uploads])
  return {
    there,
    chosen: ids.map((id) => there.find((file) => file.id === id) ?? { id, name: '', size: 0 }),
    uploads,
    queue,
    /** As long as one is on its way, the letter would leave without it. */
    isComing: uploads.some(({ state }) => state !== 'refused'),
    add: (files: readonly File[]) => queue.add(complaintId, files),
    toggle: (id: string) =>
      change(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]),
  }
}
export type Files = ReturnType<typeof useAttachments>
