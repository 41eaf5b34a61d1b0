import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { listCompanyWords } from '#features/language/company-words/contract.ts'
import type { CompanyPhrases, Cue, Finding, Heard, Utterance } from '#features/language/contract.ts'
import { useAnswer } from '#kit/answers.ts'

type Judges = {
  readonly listen: (utterance: Utterance, companyWords: readonly CompanyPhrases[]) => Heard
  readonly advised: (text: string, companyWords: readonly CompanyPhrases[]) => readonly Finding[]
}
type Speaker = 'customer' | 'operator' | 'internal'

const none: readonly CompanyPhrases[] = []

let loading: Promise<Judges> | undefined

async function load(): Promise<Judges> {
  const [{ listen }, { advised }] = await Promise.all([
    import('#features/language/rules.ts'),
    import('#features/language/company-words/rules.ts'),
  ])
  return { listen, advised }
}

/** The same judges as on the server, fetched when somebody first listens. Until then nothing is heard. */
function useJudges(): Judges | null {
  const [judges, setJudges] = useState<Judges | null>(null)
  useEffect(() => {
    let isHere = true
    loading ??= load()
    void loading.then((loaded) => isHere && setJudges(loaded))
    return () => void (isHere = false)
  }, [])
  return judges
}

function useCompanyWords(): readonly CompanyPhrases[] {
  const company = useAnswer(listCompanyWords, {})
  return company.state === 'ready' ? company.value.entries : none
}

/** The cues in what is being typed; follows a moment behind the keys, never holds them up. */
export function useCues(speaker: Speaker, text: string): readonly Cue[] {
  const judges = useJudges()
  const companyWords = useCompanyWords()
  const settled = useDeferredValue(text)
  return useMemo(() => {
    if (!judges || speaker === 'internal' || settled.trim() === '') return []
    return judges.listen({ speaker, text: settled }, companyWords).cues
  }, [judges, speaker, settled, companyWords])
}

/** What the company has asked not to say, in our own words while they are typed. */
export function useAdvice(speaker: Speaker, text: string): readonly Finding[] {
  const judges = useJudges()
  const companyWords = useCompanyWords()
  const settled = useDeferredValue(text)
  return useMemo(
    () => (judges && speaker === 'operator' ? judges.advised(settled, companyWords) : []),
    [judges, speaker, settled, companyWords],
  )
}
