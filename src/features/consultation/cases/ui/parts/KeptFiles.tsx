import { useMessages } from '#kit/language.tsx'
import { uploadPaths } from '../../../files/contract.ts'
import { talkFilesMessages } from '../../../files/messages.ts'
import AddFiles from '../../../files/ui/parts/AddFiles.tsx'
import { FileCard } from '../../../files/ui/parts/FileCard.tsx'
import { byName } from '../../../files/ui/parts/source.ts'
import type { CaseFile } from '../../contract.ts'

/** What the desk keeps for itself beside its record. */
export function KeptFiles({ file, again }: { file: CaseFile; again: () => void }) {
  const { words } = useMessages(talkFilesMessages)
  return (
    <section aria-labelledby="kept-files" className="flex flex-col gap-2">
      <h4 id="kept-files" className="text-sm">
        {words.kept}
      </h4>
      <ul className="flex flex-col gap-2">
        {file.files.map((each) => (
          <li key={each.id} className="flex flex-col gap-1">
            <FileCard file={each} source={byName} />
            <p className="text-xs text-sub">{words.by({ name: each.byName })}</p>
          </li>
        ))}
      </ul>
      <AddFiles
        caseId={file.caseId}
        source={byName}
        path={uploadPaths.kept}
        label={words.keptAdd}
        hint={words.keptHint}
        onCame={again}
      />
    </section>
  )
}
