import VisitPhone from '#features/visits/phone/ui/VisitPhone.tsx'

/** `/visit/`: the phone of somebody who visits, without anything of the staff's screens. */
export default function VisitPage() {
  return <VisitPhone />
}
