import { publicValues, templateValues } from '../../contract.ts'
import type { WritingKind } from '#features/language/contract.ts'
import { useMessages } from '#kit/language.tsx'
import { templatesMessages } from '../../messages.ts'

/** The list of what can be filled in; one press puts it where the cursor is. */
export function Values(props: { kinds: readonly WritingKind[]; put: (value: string) => void }) {
  const { words } = useMessages(templatesMessages)
  const isPublic = props.kinds.includes('public-reply')
  const shown = isPublic ? publicValues : templateValues
  return (
    <section aria-label={words.values} className="flex flex-col gap-1.5">
      <h3 className="text-sm font-medium">{words.values}</h3>
      <ul className="flex flex-wrap gap-1.5">
        {shown.map((name) => (
          <li key={name}>
            <button
              type="button"
              title={words.valueHint[name]}
              aria-label={`${words.putValue({ name })}（${words.valueHint[name]}）`}
              // The cursor stays where the value goes.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => props.put(`{${name}}`)}
              className="tap min-h-8 cursor-pointer rounded-lg border border-line bg-surface px-2 text-sm hover:bg-gray-bg"
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
