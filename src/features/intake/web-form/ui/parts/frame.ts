import { useEffect } from 'react'

/** Is this page shown inside another one? */
export function isFramed(): boolean {
  return globalThis.parent !== globalThis.window
}

/** Tells the page around it how tall it is (public/embed.js listens); the height is nobody's secret. */
export function useOwnHeight(): void {
  useEffect(() => {
    if (!isFramed()) return
    const tell = () => {
      const { height } = document.body.getBoundingClientRect()
      globalThis.parent.postMessage({ type: 'uketome:height', height: Math.ceil(height) }, '*')
    }
    const watching = new ResizeObserver(tell)
    watching.observe(document.body)
    return () => watching.disconnect()
  }, [])
}
