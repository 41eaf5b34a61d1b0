import type { ReactNode } from 'react'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import type { Seen } from '../../../contract.ts'
import { answeringMessages } from '../../messages.ts'
import { Picture } from './Picture.tsx'

/** The question, and what of the record was chosen to be shown with it. */
export function Asked(props: { page: Seen; slug: string; token: string }) {
  const { words } = useMessages(answeringMessages)
  const { page, slug, token } = props
  return (
    <div className="flex flex-col gap-5">
      <section className="rounded-xl border-s-4 border-accent bg-surface px-4 py-3">
        <h2 className="text-sm text-sub">{words.question}</h2>
        <p className="mt-1 text-lg leading-relaxed whitespace-pre-wrap wrap-anywhere">
          {page.question}
        </p>
      </section>
      <Known page={page} />
      {page.evidence.length > 0 ? (
        <section className="flex flex-col gap-2">
          <h2 className="text-base">{words.files}</h2>
          <ul className="flex flex-col gap-2">
            {page.evidence.map((file) => (
              <li key={file.id}>
                <Picture file={file} slug={slug} token={token} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

function Known({ page }: { page: Seen }) {
  const { words } = useMessages(answeringMessages)
  const isHidden = JSON.stringify(page).includes('■■')
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-base">{words.known}</h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
        <Row name={words.number}>{page.number}</Row>
        {page.customerName === null ? null : <Row name={words.customer}>{page.customerName}</Row>}
        {page.contactFor === null ? null : <Row name={words.contactFor}>{page.contactFor}</Row>}
        {page.particulars.map(({ name, value }) => (
          <Row key={name} name={words.particulars[name]}>
            {value}
          </Row>
        ))}
      </dl>
      {page.facts.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {page.facts.map(({ statement, isConfirmed }) => (
            <li key={statement} className="flex flex-col items-start gap-1">
              <Badge tone={isConfirmed ? 'green' : 'gray'}>
                {isConfirmed ? words.confirmed : words.claimed}
              </Badge>
              <p className="whitespace-pre-wrap wrap-anywhere">{statement}</p>
            </li>
          ))}
        </ul>
      ) : null}
      {page.words === null ? null : (
        <blockquote className="rounded-xl bg-gray-bg px-4 py-3 text-sm whitespace-pre-wrap wrap-anywhere">
          <span className="block text-xs text-sub">{words.words}</span>
          {page.words}
        </blockquote>
      )}
      {isHidden ? <p className="text-xs text-sub">{words.hidden}</p> : null}
    </section>
  )
}

function Row(props: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sub">{props.name}</dt>
      <dd className="wrap-anywhere">{props.children}</dd>
    </>
  )
}
