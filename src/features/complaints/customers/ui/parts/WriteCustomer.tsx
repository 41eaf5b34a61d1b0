import { Suspense, type ComponentProps } from 'react'
import { later } from '#kit/later.ts'

const CustomerForm = later(() =>
  import('./CustomerForm.tsx').then((m) => ({ default: m.CustomerForm })),
)

/** Writes down who the customer is. */
export function WriteCustomer(props: ComponentProps<typeof CustomerForm>) {
  return (
    <Suspense>
      <CustomerForm {...props} />
    </Suspense>
  )
}
