import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Finding } from '#features/language/contract.ts'
import type { foundAtOnce } from '#features/language/wording/at-once.ts'
import { useCompanyWords } from './reading.ts'

/** What is written in here can be judged in this browser, without asking anybody. */
export function WordingAtOnce(props: { children: (atOnce: AtOnce) => ReactNode }) {
  return props.children(useWordingAtOnce())
}

type AtOnce = (text: string) => readonly Finding[]
const silent: AtOnce = () => []
let coming: Promise<typeof foundAtOnce> | undefined

/** The wording rules that this browser can judge by itself, with the company's own words; silent until they are here. */
function useWordingAtOnce(): AtOnce {
  const [rules, setRules] = useState<typeof foundAtOnce | null>(null)
  const companyWords = useCompanyWords()
  useEffect(() => {
    let isHere = true
    coming ??= import('#features/language/wording/at-once.ts').then((part) => part.foundAtOnce)
    void coming.then((loaded) => isHere && setRules(() => loaded))
    return () => void (isHere = false)
  }, [])
  return useMemo(
    () => (rules ? (text) => rules(text, companyWords) : silent),
    [rules, companyWords],
  )
}
