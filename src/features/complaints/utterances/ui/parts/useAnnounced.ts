import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useThrottled } from '#kit/live.tsx'
import type { Utterance } from '../../contract.ts'
import { keysOf, untold } from './announced.ts'

// A sentence of a screen reader takes about as long.
const breathMs = 4000

/**
 * The sentence for a polite live region: new cues only, never the running text, and at most one sentence in four
 * seconds. What was said before the screen was opened is not told.
 */
export function useAnnounced(
  utterances: readonly Utterance[] | null,
  sentence: (utterance: Utterance) => string,
): string {
  const told = useRef<Set<string> | null>(null)
  const waiting = useRef<Utterance[]>([])
  const [spoken, setSpoken] = useState('')
  const speak = useThrottled(() => {
    const sentences = waiting.current.map(sentence)
    waiting.current = []
    if (sentences.length > 0) setSpoken(sentences.join(' '))
  }, breathMs)
  const hear = useEffectEvent((heard: readonly Utterance[]) => {
    const isFirst = told.current === null
    const news = untold(heard, told.current ?? new Set())
    told.current = (told.current ?? new Set<string>()).union(new Set(keysOf(heard)))
    if (isFirst || news.length === 0) return
    waiting.current.push(...news)
    speak()
  })
  useEffect(() => {
    if (utterances) hear(utterances)
  }, [utterances])
  return spoken
}
