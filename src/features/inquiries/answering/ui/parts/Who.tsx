import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { answeringMessages } from '../../messages.ts'

/** Who answers: one touch where the department's people are known, else typed. */
export function Who(props: {
  people: readonly string[]
  value: string
  onChange: (name: string) => void
  error: string | null
}) {
  const { words } = useMessages(answeringMessages)
  const { people, value, onChange } = props
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={words.name}
        hint={words.nameHint}
        autoComplete="name"
        value={value}
        onChange={onChange}
        maxLength={60}
        error={props.error}
      />
      {people.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5">
          {people.map((name) => (
            <li key={name}>
              <button
                type="button"
                aria-pressed={name === value}
                onClick={() => onChange(name)}
                className="tap inline-flex min-h-11 cursor-pointer items-center rounded-full border border-line bg-surface px-4 text-sm hover:bg-gray-bg aria-pressed:border-accent aria-pressed:bg-accent-bg aria-pressed:font-semibold aria-pressed:text-accent"
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
