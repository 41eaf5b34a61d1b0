import type { z } from 'zod'
import {
  customerFieldNames,
  type CustomerField,
  type previewMerge,
} from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'

export type MergeChoices = { readonly [F in CustomerField]?: 'from' | 'into' }

/** What it will be, field by field; where both say something else, one is chosen with the arrow keys. */
export function MergePreview(props: {
  preview: z.output<typeof previewMerge.answer>
  choices: MergeChoices
  onChoose: (field: CustomerField, side: 'from' | 'into') => void
}) {
  const { words } = useMessages(profilesMessages)
  const { into, from, movingComplaints: moving, stayingComplaints: staying } = props.preview
  const told = customerFieldNames.filter((field) => into[field] || from[field])
  const differs = (field: CustomerField) =>
    into[field] && from[field] && into[field] !== from[field]
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-sub">{words.mergeLead}</p>
      <p className="text-sm font-semibold">{words.mergeCount({ moving, staying })}</p>
      {told.map((field) =>
        differs(field) ? (
          <Choices
            key={field}
            label={words.fields[field]}
            choices={[
              { id: 'into', name: into[field] ?? words.empty },
              { id: 'from', name: from[field] ?? words.empty },
            ]}
            value={props.choices[field] ?? 'into'}
            onChange={(side) => props.onChoose(field, side)}
          />
        ) : (
          <p key={field} className="text-sm">
            <span className="me-3 font-medium">{words.fields[field]}</span>
            <span className="wrap-anywhere">{into[field] ?? from[field]}</span>
          </p>
        ),
      )}
    </div>
  )
}
