import { useEffect, useState } from 'react'
import type * as Rules from '../../rules.ts'

type Judges = typeof Rules

let loading: Promise<Judges> | undefined

/** The judges weigh more than the page; they are fetched beside it. The same ones decide on the server. */
export function useJudges(): Judges | null {
  const [judges, setJudges] = useState<Judges | null>(null)
  useEffect(() => {
    let isHere = true
    loading ??= import('../../rules.ts')
    void loading.then((loaded) => isHere && setJudges(loaded))
    return () => void (isHere = false)
  }, [])
  return judges
}
