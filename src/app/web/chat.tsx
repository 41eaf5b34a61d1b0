import ChatPage from './pages/ChatPage.tsx'
import { startPublicPage } from './public-page.tsx'

startPublicPage(ChatPage)
