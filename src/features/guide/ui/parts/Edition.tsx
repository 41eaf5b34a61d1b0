import { guideMessages } from '#features/guide/messages.ts'
import { editionOf } from '#features/guide/rules.ts'
import { useMessages } from '#kit/language.tsx'

/** Which version of the playbook is on the screen. */
export function Edition({ version }: { version: string }) {
  const { panel } = useMessages(guideMessages).words
  const edition = editionOf(version)
  return (
    <p className="text-2xs text-sub">
      {edition === 0 ? panel.shipped : panel.edition({ edition })}
    </p>
  )
}
