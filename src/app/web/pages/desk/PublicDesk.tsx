import PublicReply from '#features/letters/publishing/ui/PublicReply.tsx'

/** The reply in public, where the note stood. */
export default function PublicDesk(props: { complaintId: string; onClose: () => void }) {
  return (
    <div
      data-writing
      className="bg-surface px-4 pb-3 sm:px-6 lg:max-h-[80vh] lg:min-h-0 lg:overflow-y-auto"
    >
      <PublicReply {...props} />
    </div>
  )
}
