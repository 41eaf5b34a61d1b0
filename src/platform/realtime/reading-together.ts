/**
 * Who asks the same while a reading is under way shares the next one: a thousand screens whose line was cut come back with
 * the same token. Nobody is given what was read before they asked.
 */
export function readingTogether<T>(read: (of: string) => Promise<T>): (of: string) => Promise<T> {
  const waiting = new Map<string, Promise<T>>()
  let last: Promise<unknown> = Promise.resolve()
  return (of) => {
    const known = waiting.get(of)
    if (known) return known
    const its = last.then(() => {
      waiting.delete(of)
      return read(of)
    })
    waiting.set(of, its)
    last = its.catch(() => undefined)
    return its
  }
}
