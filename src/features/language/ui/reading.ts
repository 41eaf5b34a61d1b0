import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { listCompanyWords } from '#features/language/company-words/contract.ts'
import type { CompanyPhrases, Cue, Heard, Utterance } from '#features/language/contract.ts'
import { useAnswer } from '#kit/answers.ts'

type Listen = (utterance: Utterance, companyWords: readonly CompanyPhrases[]) => Heard

const none: readonly CompanyPhrases[] = []

let loading: Promise<Listen> | undefined

/** The same judge as on the server, fetched when somebody first listens. Until then nothing is heard. */
function useListen(): Listen | null {
  const [listen, setListen] = useState<Listen | null>(null)
  useEffect(() => {
    let isHere = true
    loading ??= import('#features/language/rules.ts').then((rules) => rules.listen)
    void loading.then((loaded) => isHere && setListen(() => loaded))
    return () => void (isHere = false)
  }, [])
  return listen
}

/** The cues in what is being typed; follows a moment behind the keys, never holds them up. */
export function useCues(
  speaker: 'customer' | 'operator' | 'internal',
  text: string,
): readonly Cue[] {
  const listen = useListen()
  const company = useAnswer(listCompanyWords, {})
  const companyWords = company.state === 'ready' ? company.value.entries : none
  const settled = useDeferredValue(text)
  return useMemo(() => {
    if (!listen || speaker === 'internal' || settled.trim() === '') return []
    return listen({ speaker, text: settled }, companyWords).cues
  }, [listen, speaker, settled, companyWords])
}
