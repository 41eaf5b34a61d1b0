import type { Version } from '#features/remedies/tables/contract.ts'
import { useNow } from '#kit/now.ts'
import { dayAndTime } from '#kit/time.ts'
import { useSaid } from './said.ts'

/** Which version is in force, and who put it there. */
export function Standing({ version }: { version: Version | null }) {
  const { words, language } = useSaid()
  const now = useNow()
  if (!version) return null
  const { number, publishedAt, publishedByName: byName } = version
  return (
    <p className="text-sm font-medium">
      {words.standing({ number, at: dayAndTime(publishedAt, now, language), byName })}
    </p>
  )
}
