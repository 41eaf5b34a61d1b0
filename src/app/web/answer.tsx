import AnswerPage from './pages/AnswerPage.tsx'
import { startPublicPage } from './public-page.tsx'

startPublicPage(AnswerPage)
