import { useEffect, useState } from 'react'

/** Between two keys of somebody who types quickly. */
const pauseMs = 120

/** The text as it was when the last key had been still for a moment: what is asked of the server while one types. */
export function useSettled(text: string, ms = pauseMs): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(setSettled, ms, text)
    return () => clearTimeout(timer)
  }, [text, ms])
  return settled
}
