import { useParams } from '@tanstack/react-router'
import { policeMessages } from '#features/visits/police/messages.ts'
import Sheet from '#features/visits/ui/PoliceSheet.tsx'
import { useMessages } from '#kit/language.tsx'
import { usePageTitle } from '../shell/title.tsx'

export default function VisitPoliceSheet() {
  const { visitId } = useParams({ from: '/staff/visits/$visitId/police' })
  usePageTitle(useMessages(policeMessages).words.titles['110'])
  return <Sheet visitId={visitId} />
}
