/** The sign of the house: two hands that receive. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 32 32">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path
        d="M7 14c0 6 4 10.5 9 10.5S25 20 25 14"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <circle cx="16" cy="10" r="3.2" fill="var(--on-accent)" />
    </svg>
  )
}
