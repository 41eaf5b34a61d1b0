/** The looks that all fields share. */
export const fieldBox =
  'w-full rounded-lg border border-field-line/60 bg-surface px-3 text-base text-ink transition-colors hover:border-field-line focus:border-accent focus-visible:outline-2 focus-visible:outline-offset-0 aria-invalid:border-red data-invalid:border-red disabled:bg-gray-bg disabled:text-sub data-disabled:bg-gray-bg data-disabled:text-sub'

export type FieldProps = {
  readonly label: string
  /** The label is read out, not shown. */
  readonly hidesLabel?: boolean
  readonly hint?: string
  readonly error?: string | null
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
  readonly name?: string
}
