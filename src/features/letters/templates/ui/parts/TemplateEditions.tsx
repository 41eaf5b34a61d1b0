import { History } from 'lucide-react'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Moment } from '#kit/Time.tsx'
import { showToast } from '#kit/toasts.ts'
import { listTemplateEditions, type TemplateEdition } from '../../contract.ts'
import { templatesMessages } from '../../messages.ts'

/** Who saved what when, the latest first; an earlier one can be copied into the fields. */
export function TemplateEditions(props: {
  templateId: string
  bring: ((edition: TemplateEdition) => void) | null
}) {
  const { words } = useMessages(templatesMessages)
  const { templateId, bring } = props
  const answer = useAnswer(listTemplateEditions, { params: { templateId } }, { live: true })
  const editions = answer.state === 'ready' ? answer.value.editions : []
  if (editions.length === 0) return null
  return (
    <Section
      title={words.editions}
      icon={History}
      count={editions.length}
      folds="shut"
      className="max-w-6xl"
    >
      <ol className="flex flex-col gap-2">
        {editions.map((edition, at) => (
          <li
            key={edition.revision}
            className="flex flex-col gap-1 rounded-lg bg-gray-bg px-3 py-2"
          >
            <p className="flex flex-wrap items-center gap-x-3 text-xs text-sub">
              <Moment at={edition.changedAt} />
              <span>
                {words.edition({ revision: edition.revision, by: edition.changedByName })}
              </span>
              {edition.isRetired ? (
                <span>{words.retiredBy({ by: edition.changedByName })}</span>
              ) : null}
              {bring && at > 0 ? (
                <Button
                  size="small"
                  kind="quiet"
                  className="ms-auto"
                  onPress={() => {
                    bring(edition)
                    showToast({ text: words.brought })
                  }}
                >
                  {words.bring}
                </Button>
              ) : null}
            </p>
            <p className="text-sm font-medium">{edition.name}</p>
            <p className="text-sm whitespace-pre-wrap wrap-anywhere">{edition.body}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
