import PublicReply from '#features/letters/publishing/ui/PublicReply.tsx'

/** The reply in public, where the note stood. */
export default function PublicDesk(props: { complaintId: string; onClose: () => void }) {
  return (
    <div className="max-h-[72vh] overflow-y-auto bg-surface px-4 pb-3 sm:px-6">
      <PublicReply {...props} />
    </div>
  )
}
