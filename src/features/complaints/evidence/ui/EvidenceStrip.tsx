import { FileText, Film, Mic, Paperclip, TriangleAlert } from 'lucide-react'
import { Suspense, useState } from 'react'
import {
  filePath,
  listEvidence,
  uploadsPath,
  type Evidence,
} from '#features/complaints/evidence/contract.ts'
import { evidenceMessages } from '#features/complaints/evidence/messages.ts'
import { isShown } from '#features/complaints/evidence/rules.ts'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { FilePicker } from '#kit/FilePicker.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { UploadList } from '#kit/UploadList.tsx'
import { useUploads } from '#kit/uploads.ts'

const Lightbox = later(() =>
  import('./parts/Lightbox.tsx').then((module) => ({ default: module.Lightbox })),
)

/** The files of a complaint as a row of small pictures; more are added where they lie. */
export default function EvidenceStrip({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(evidenceMessages)
  const answer = useAnswer(listEvidence, { params: { complaintId } })
  const { uploads, queue } = useUploads(uploadsPath, null)
  const [isAdding, setAdding] = useState(false)
  const [shown, setShown] = useState<number | null>(null)
  const all = answer.state === 'ready' ? answer.value.evidence : []
  const coming = uploads.filter(({ state }) => state !== 'done')
  return (
    <section aria-label={words.title} className="yields flex flex-col gap-2 px-4 py-1.5 sm:px-6">
      <div className="flex items-center gap-2">
        {all.length === 0 ? null : (
          <ul aria-label={words.list} className="flex min-w-0 flex-1 gap-2 overflow-x-auto p-0.5">
            {all.map((each, at) => (
              <li key={each.id} className="shrink-0">
                <Thumbnail evidence={each} onPress={() => setShown(at)} />
              </li>
            ))}
          </ul>
        )}
        <Button
          kind="quiet"
          size="small"
          icon={<Paperclip aria-hidden size={16} />}
          isPressed={isAdding}
          onPress={() => setAdding(!isAdding)}
        >
          {words.add}
        </Button>
      </div>
      {isAdding ? (
        <FilePicker
          label={words.choose}
          hint={words.addHint}
          onFiles={(files) => queue.add(complaintId, files)}
        />
      ) : null}
      <UploadList uploads={coming} queue={queue} mayRemove />
      <Suspense>
        {shown === null ? null : (
          <Lightbox all={all} at={shown} onMove={setShown} onClose={() => setShown(null)} />
        )}
      </Suspense>
    </section>
  )
}

const icons = { photo: FileText, video: Film, sound: Mic, document: FileText, other: FileText }

function Thumbnail({ evidence, onPress }: { evidence: Evidence; onPress: () => void }) {
  const { words } = useMessages(evidenceMessages)
  const { id, name, note, kind, type, isMisnamed } = evidence
  const isPicture = kind === 'photo' && isShown(type)
  const Icon = icons[kind]
  return (
    <button
      type="button"
      title={[name, note].filter(Boolean).join('　')}
      onClick={onPress}
      className="tap relative flex size-14 cursor-pointer flex-col items-center justify-center overflow-hidden rounded-lg border border-line bg-gray-bg text-2xs text-sub hover:border-accent"
    >
      <span className="sr-only">{words.open({ name })}</span>
      {isPicture ? (
        <img
          src={`${filePath(id)}?small`}
          alt=""
          loading="lazy"
          decoding="async"
          className="size-full object-cover"
        />
      ) : (
        <>
          <Icon aria-hidden size={20} />
          <span aria-hidden>{words.kinds[kind]}</span>
        </>
      )}
      {isMisnamed ? (
        <TriangleAlert aria-hidden size={15} className="absolute end-0.5 top-0.5 text-red" />
      ) : null}
    </button>
  )
}
