import { useEffect, useRef, useState, type RefObject } from 'react'

/** Whether it can be seen, at least partly: what nobody sees need not ask the server. */
export function useInSight<E extends Element>(): [RefObject<E | null>, boolean] {
  const element = useRef<E>(null)
  const [isInSight, setInSight] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver((seen) => {
      const last = seen.at(-1)
      if (last) setInSight(last.isIntersecting)
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return [element, isInSight]
}
