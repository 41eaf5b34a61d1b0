import { ChatWindow } from '#features/chat/window/ui/ChatWindow.tsx'

/** `/chat/:slug`: for customers, by itself or in the small window of another page. */
export default function ChatPage({ slug }: { slug: string }) {
  return <ChatWindow slug={slug} />
}
