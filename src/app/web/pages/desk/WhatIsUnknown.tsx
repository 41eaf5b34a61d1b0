import { Suspense, type ComponentProps } from 'react'
import { later } from '#kit/later.ts'

const Unknowns = later(() => import('#features/guide/ui/Unknowns.tsx'))

/** What is not known yet, a moment after what is said now. */
export function WhatIsUnknown(props: ComponentProps<typeof Unknowns>) {
  return (
    <Suspense>
      <Unknowns {...props} />
    </Suspense>
  )
}
