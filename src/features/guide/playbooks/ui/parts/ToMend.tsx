/** What a file needs, line by line, in words that can be copied to whoever wrote it. */
export function ToMend({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div role="alert" className="order-last basis-full rounded-lg bg-red-bg px-3 py-2 text-red">
      <p>{title}</p>
      <ul className="mt-1 max-h-48 overflow-y-auto font-mono text-xs leading-5">
        {lines.map((line) => (
          <li key={line} className="wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
    </div>
  )
}
