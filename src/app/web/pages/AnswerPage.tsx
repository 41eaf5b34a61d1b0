import AnswerDesk from '#features/inquiries/answering/ui/AnswerDesk.tsx'

/** `/answer/:slug#token`: for a department, without anything of the staff's screens. */
export default function AnswerPage({ slug }: { slug: string }) {
  return <AnswerDesk slug={slug} />
}
