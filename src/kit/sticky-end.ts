import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** Stays at the newest entry unless somebody has scrolled up to read. */
export function useStickyEnd(count: unknown) {
  const scroller = useRef<HTMLDivElement>(null)
  const [isAtEnd, setAtEnd] = useState(true)
  const toEnd = () => scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
  useEffect(() => {
    if (isAtEnd) toEnd()
  }, [count, isAtEnd])
  // What opens above or below takes room away.
  const onResize = useEffectEvent(() => {
    if (isAtEnd) toEnd()
  })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => onResize())
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  function onScroll() {
    const element = scroller.current
    if (!element) return
    setAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight < 80)
  }
  return { scroller, isAtEnd, onScroll, toEnd }
}
