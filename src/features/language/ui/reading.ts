import { useEffect, useMemo, useState } from 'react'
import { listCompanyWords } from '#features/language/company-words/contract.ts'
import {
  type CompanyPhrases,
  type Cue,
  type Finding,
  listenEndpoint,
} from '#features/language/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { useSettled } from '#kit/settled.ts'

type Advise = (text: string, companyWords: readonly CompanyPhrases[]) => readonly Finding[]
type Speaker = 'customer' | 'operator' | 'internal'

const none: readonly CompanyPhrases[] = []

export function useCompanyWords(): readonly CompanyPhrases[] {
  const company = useAnswer(listCompanyWords, {})
  return company.state === 'ready' ? company.value.entries : none
}

/**
 * The cues in what is being typed; follows a moment behind the keys, never holds them up. They are weighed on the
 * server: the weights are larger than everything else a screen needs.
 */
export function useCues(speaker: Speaker, text: string): readonly Cue[] {
  const settled = useSettled(text)
  const isOff = speaker === 'internal' || settled.trim() === ''
  const utterance = { speaker: speaker === 'internal' ? 'operator' : speaker, text: settled }
  const answer = useAnswer(listenEndpoint, { body: utterance }, { isOff, keepPrevious: true })
  if (isOff || answer.state !== 'ready') return []
  // What was heard a moment ago may have moved since.
  return answer.value.cues.filter(({ start, end, words }) => text.slice(start, end) === words)
}

let loading: Promise<Advise> | undefined

/** What the company has asked not to say, in our own words while they are typed. */
export function useAdvice(speaker: Speaker, text: string): readonly Finding[] {
  const [advise, setAdvise] = useState<Advise | null>(null)
  const companyWords = useCompanyWords()
  const settled = useSettled(text)
  useEffect(() => {
    let isHere = true
    loading ??= import('#features/language/wording/advised.ts').then(({ advised }) => advised)
    void loading.then((loaded) => isHere && setAdvise(() => loaded))
    return () => void (isHere = false)
  }, [])
  return useMemo(
    () => (advise && speaker === 'operator' ? advise(settled, companyWords) : []),
    [advise, speaker, settled, companyWords],
  )
}
