import { useState } from 'react'

/**
 * What is being written, for as long as the tab is open. Not in the lasting memory of the browser: others may sit at this
 * machine tomorrow.
 */
export function useTabDraft(key: string): readonly [string, (text: string) => void] {
  const place = `uketome.consultation.${key}`
  const [text, setText] = useState(() => read(place))
  const change = (next: string) => {
    setText(next)
    keep(place, next)
  }
  return [text, change]
}

function read(place: string): string {
  try {
    return sessionStorage.getItem(place) ?? ''
  } catch {
    return ''
  }
}

function keep(place: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, text)
  } catch {
    // A private window may refuse; the text then lasts until the page is left.
  }
}
