import ByCode from '#features/consultation/talks/ui/ByCode.tsx'

/** `/consult/:slug`: for whoever consulted without a name; nothing of the staff's screens, no sign-in. */
export default function ConsultPage({ slug }: { slug: string }) {
  return <ByCode slug={slug} />
}
