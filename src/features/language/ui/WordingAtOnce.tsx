import type { ReactNode } from 'react'
import { useWordingAtOnce, type AtOnce } from './reading.ts'

/** What is written in here can be judged in this browser, without asking anybody. */
export function WordingAtOnce(props: { children: (atOnce: AtOnce) => ReactNode }) {
  return props.children(useWordingAtOnce())
}
