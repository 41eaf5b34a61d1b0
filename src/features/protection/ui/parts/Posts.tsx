import { ScanEye } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { readingMessages } from '../../reading/messages.ts'
import { DeedDialog } from './DeedDialog.tsx'
import { instantOf, tokyoNow, type FieldSpec, type Opened } from './fields.ts'
import { PostCard } from './PostCard.tsx'

/** What stands on the net, kept before it goes. */
export function Posts({ complaintId, opened }: { complaintId: string; opened: Opened }) {
  const { words } = useMessages(readingMessages)
  const [isOpen, setOpen] = useState(false)
  const { posts } = opened.record
  return (
    <Section
      title={words.posts}
      icon={ScanEye}
      tone="blue"
      count={posts.length}
      aside={
        <Button size="small" keys="p" label={words.addPost} onPress={() => setOpen(true)}>
          {words.addPost}
        </Button>
      }
    >
      <ul className="flex flex-col gap-3">
        {posts.map((post) => (
          <li key={post.id}>
            <PostCard complaintId={complaintId} post={post} />
          </li>
        ))}
      </ul>
      {isOpen ? (
        <PostDialog
          complaintId={complaintId}
          platforms={opened.lists.platforms}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Section>
  )
}

function PostDialog(props: {
  complaintId: string
  platforms: readonly string[]
  onClose: () => void
}) {
  const { words } = useMessages(readingMessages)
  const now = tokyoNow(useNow())
  const [start] = useState({ day: now.day, time: now.time })
  const fields: readonly FieldSpec[] = [
    { key: 'url', label: words.url, form: 'line' },
    { key: 'platform', label: words.platform, form: 'line', hint: props.platforms.join('、') },
    { key: 'account', label: words.account, form: 'line' },
    { key: 'day', label: words.seenDay, form: 'day' },
    { key: 'time', label: words.seenTime, form: 'time' },
    { key: 'words', label: words.postWords, form: 'text' },
  ]
  return (
    <DeedDialog
      complaintId={props.complaintId}
      title={words.addPost}
      fields={fields}
      start={start}
      toDeed={({
        url = '',
        platform = '',
        account = '',
        day = '',
        time = '',
        words: said = '',
      }) => {
        const post = { url, platform, account, words: said, seenAt: instantOf(day, time) }
        return { kind: 'find-post', post }
      }}
      onClose={props.onClose}
    />
  )
}
