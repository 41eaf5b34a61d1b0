import { printedKeys } from '#kit/keys.ts'

/** Keys as they are printed on the keyboard. Screen readers hear aria-keyshortcuts instead. */
export function Keys({ of }: { of: string }) {
  return (
    <span
      aria-hidden
      className="inline-flex gap-1 whitespace-nowrap max-sm:hidden pointer-coarse:hidden"
    >
      {printedKeys(of).map((stroke, index) => (
        <kbd
          key={index}
          className="rounded border border-current/40 px-1.5 font-sans text-2xs leading-[1.125rem] font-medium"
        >
          {stroke.join(' ')}
        </kbd>
      ))}
    </span>
  )
}
