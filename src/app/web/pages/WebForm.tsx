import { readWebForm } from '#features/intake/contract.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'

export default function WebForm({ slug }: { slug: string }) {
  const form = useAnswer(readWebForm, { params: { slug } })
  return (
    <Answering answer={form}>
      {(value) => <h1 className="p-6 text-2xl">{value.organisationName}</h1>}
    </Answering>
  )
}
