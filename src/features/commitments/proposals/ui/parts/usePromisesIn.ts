import { useEffect, useState } from 'react'
import { promisesEndpoint } from '#features/language/contract.ts'
import { call } from '#kit/call.ts'
import { sentenceAround, type FoundPromise } from './proposals.ts'

export type Told = { readonly text: string; readonly at: string }

// Older words were read when they were said.
const most = 8

/** The promises in what we said, each read as of the moment it was said. */
export function usePromisesIn(told: readonly Told[]): readonly FoundPromise[] {
  const [read, setRead] = useState<Readonly<Record<string, readonly FoundPromise[]>>>({})
  const latest = told.slice(-most)
  const { text, at } = latest.find((words) => !(words.text in read)) ?? {}
  useEffect(() => {
    if (text === undefined || at === undefined) return
    let isHere = true
    void call(promisesEndpoint, { body: { now: at, text } }).then((found) => {
      if (!isHere) return
      const promises = (found.ok ? found.value.promises : []).map((each) => ({
        ...each,
        words: sentenceAround(text, each.words),
      }))
      setRead((before) => ({ ...before, [text]: promises }))
    })
    return () => void (isHere = false)
  }, [text, at])
  return latest.flatMap((words) => read[words.text] ?? [])
}
