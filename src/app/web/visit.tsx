import '#kit/kit.css'
import { startPage } from './public-page.tsx'
import VisitPage from './pages/VisitPage.tsx'

// Without the fonts of the screens: a phone has its own, and the page must open where there is no line.
startPage(VisitPage)
