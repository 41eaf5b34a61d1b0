import { PublicForm } from '#features/intake/web-form/ui/PublicForm.tsx'

/** `/form/:slug`: for customers, without anything of the staff's screens. */
export default function WebForm({ slug }: { slug: string }) {
  return <PublicForm slug={slug} />
}
