import ConsultPage from './pages/ConsultPage.tsx'
import { startPublicPage } from './public-page.tsx'

startPublicPage(ConsultPage)
