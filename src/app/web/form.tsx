import WebForm from './pages/WebForm.tsx'
import { startPublicPage } from './public-page.tsx'

startPublicPage(WebForm)
