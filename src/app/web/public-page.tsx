import '#kit/kit.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { answersClient } from '#kit/answers.ts'
import { LanguageProvider } from '#kit/language.tsx'
import { applyPreferences, followSystemTheme } from '#kit/preferences.ts'

/** A page for customers (`/form/:slug`, `/chat/:slug`): no router, no sign-in, nothing of the staff's screens. */
export function startPublicPage(Page: ComponentType<{ slug: string }>): void {
  void import('#kit/fonts.css')
  const slug = decodeURIComponent(location.pathname.split('/')[2] ?? '')
  startPage(() => <Page slug={slug} />)
}

/** The same without our fonts, for a page that carries nothing it can do without. */
export function startPage(Page: ComponentType): void {
  const element = document.getElementById('root')
  if (!element) throw new Error('the page has no #root')
  applyPreferences()
  followSystemTheme()
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={answersClient()}>
        <LanguageProvider>
          <Page />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
