import { ChevronLeft, ChevronRight, Download, ExternalLink, MapPinOff } from 'lucide-react'
import { filePath, type Evidence } from '#features/complaints/evidence/contract.ts'
import { evidenceMessages } from '#features/complaints/evidence/messages.ts'
import { isShown } from '#features/complaints/evidence/rules.ts'
import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { PictureView } from '#kit/PictureView.tsx'
import { sizeOf } from '#kit/sizes.ts'
import { Moment } from '#kit/Time.tsx'

/** One file after the other, large; arrows go through them, Esc closes. */
export function Lightbox(props: {
  all: readonly Evidence[]
  at: number
  onMove: (at: number) => void
  onClose: () => void
}) {
  const { words } = useMessages(evidenceMessages)
  const language = useLanguage()
  const { all, at } = props
  const evidence = all[at]
  if (!evidence) return null
  const { id, name, note, size, addedAt, byName, sha256, isMisnamed, hasPlace } = evidence
  return (
    <Dialog
      isOpen
      width="wide"
      title={name}
      onClose={props.onClose}
      actions={
        <>
          <Button
            keys="ArrowLeft"
            hidesKeys
            label={words.previous}
            icon={<ChevronLeft aria-hidden size={18} />}
            isDisabled={at === 0}
            onPress={() => props.onMove(at - 1)}
          />
          <span data-figures className="self-center text-sm text-sub">
            {words.of({ at: at + 1, all: all.length })}
          </span>
          <Button
            keys="ArrowRight"
            hidesKeys
            label={words.next}
            icon={<ChevronRight aria-hidden size={18} />}
            isDisabled={at === all.length - 1}
            onPress={() => props.onMove(at + 1)}
          />
          <span className="ms-auto flex flex-wrap gap-2">
            {hasPlace ? (
              <>
                <Keep href={`${filePath(id)}?keep`}>{words.keepPlaceless}</Keep>
                <Keep href={`${filePath(id)}?keep=original`}>{words.keepOriginal}</Keep>
              </>
            ) : (
              <Keep href={`${filePath(id)}?keep`}>{words.keep}</Keep>
            )}
          </span>
        </>
      }
    >
      <div className="flex flex-col gap-2">
        {isMisnamed ? <p className="text-sm text-red">{words.misnamed}</p> : null}
        <Content key={id} {...evidence} />
        {hasPlace ? (
          <p className="flex items-start gap-2 text-sm">
            <MapPinOff aria-hidden size={17} className="mt-0.5 shrink-0 text-accent" />
            {words.hasPlace}
          </p>
        ) : null}
        {note ? <p>{note}</p> : null}
        <p className="flex flex-wrap gap-x-3 text-xs text-sub">
          <span>{words.added({ by: byName })}</span>
          <Moment at={addedAt} />
          <span data-figures>{sizeOf(size, language)}</span>
          <span className="break-all">
            {words.hash} {sha256}
          </span>
        </p>
      </div>
    </Dialog>
  )
}

function Keep({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      className="tap inline-flex min-h-10 items-center gap-2 rounded-lg border border-line px-4 font-medium hover:bg-gray-bg"
    >
      <Download aria-hidden size={16} />
      {children}
    </a>
  )
}

function Content({ id, name, note, kind, type }: Evidence) {
  const { words } = useMessages(evidenceMessages)
  const address = filePath(id)
  const alt = [name, note].filter(Boolean).join('　')
  if (kind === 'photo' && isShown(type)) return <PictureView src={address} alt={alt} />
  // What a customer filmed or recorded has no subtitles.
  if (kind === 'video' || kind === 'sound') {
    const Player = kind === 'video' ? 'video' : 'audio'
    return <Player src={address} controls aria-label={alt} className="max-h-[65dvh] w-full" />
  }
  if (isShown(type)) {
    return (
      <a
        href={address}
        target="_blank"
        rel="noreferrer"
        className="tap inline-flex min-h-10 items-center gap-2 self-start text-accent underline underline-offset-4"
      >
        <ExternalLink aria-hidden size={16} />
        {words.openPdf}
      </a>
    )
  }
  return <p className="rounded-xl bg-gray-bg p-6 text-sm">{words.notShown}</p>
}
