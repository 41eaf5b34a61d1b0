import type { CustomerFields } from '#features/complaints/contract.ts'
import {
  customerFieldNames,
  type CustomerField,
  type CustomerPage,
  type SplitWay,
} from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { divided } from '#features/complaints/profiles/rules.ts'
import { useMessages } from '#kit/language.tsx'

/** Both records as they will be. */
export function SplitPreview(props: {
  page: CustomerPage
  going: number
  details: { readonly [F in CustomerField]?: SplitWay }
  name: string
}) {
  const { words } = useMessages(profilesMessages)
  const { page, going, details, name } = props
  const { stays, goes } = divided(page.customer, details)
  const left = page.complaints.length - going
  return (
    <section aria-label={words.splitPreview} className="grid gap-2 sm:grid-cols-2">
      <Half title={words.splitStays} count={left} fields={stays} />
      <Half title={words.splitGoes} count={going} fields={name ? { ...goes, name } : goes} />
    </section>
  )
}

function Half(props: { title: string; count: number; fields: CustomerFields }) {
  const { words } = useMessages(profilesMessages)
  const told = customerFieldNames.flatMap((field) => props.fields[field] ?? [])
  return (
    <div className="rounded-lg bg-gray-bg px-3 py-2 text-sm">
      <p className="text-xs text-sub">{props.title}</p>
      <p className="font-semibold">{words.splitCount({ count: props.count })}</p>
      {told.length === 0 ? <p className="text-sub">{words.empty}</p> : null}
      {told.map((value) => (
        <p key={value} className="wrap-anywhere">
          {value}
        </p>
      ))}
    </div>
  )
}
