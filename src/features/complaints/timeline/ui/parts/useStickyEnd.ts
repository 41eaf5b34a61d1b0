import { useEffect, useRef, useState } from 'react'

/** Stays at the newest entry unless somebody has scrolled up to read. */
export function useStickyEnd(count: unknown) {
  const scroller = useRef<HTMLDivElement>(null)
  const [isAtEnd, setAtEnd] = useState(true)
  const toEnd = () => scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
  useEffect(() => {
    if (isAtEnd) toEnd()
  }, [count, isAtEnd])
  function onScroll() {
    const element = scroller.current
    if (!element) return
    setAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight < 80)
  }
  return { scroller, isAtEnd, onScroll, toEnd }
}
