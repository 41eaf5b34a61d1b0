import PublicReply from '#features/letters/publishing/ui/PublicReply.tsx'

/** The reply in public, where the note stood. */
export default function PublicDesk(props: { complaintId: string; onClose: () => void }) {
  return (
    <div className="bg-surface lg:max-h-[72vh] lg:overflow-y-auto px-4 pb-3 sm:px-6">
      <PublicReply {...props} />
    </div>
  )
}
