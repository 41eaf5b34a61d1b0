import { playbooksMessages } from '#features/guide/playbooks/messages.ts'
import { editionOf } from '#features/guide/playbooks/rules.ts'
import { useMessages } from '#kit/language.tsx'

/** Which version of the playbook is on the screen. */
export function Edition({ version }: { version: string }) {
  const { words } = useMessages(playbooksMessages)
  const edition = editionOf(version)
  return (
    <p className="text-2xs text-sub">
      {edition === 0 ? words.shippedOnScreen : words.editionOnScreen({ edition })}
    </p>
  )
}
