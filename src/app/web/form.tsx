import '#kit/kit.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { answersClient } from '#kit/answers.ts'
import { LanguageProvider } from '#kit/language.tsx'
import { applyPreferences, followSystemTheme } from '#kit/preferences.ts'
import WebForm from './pages/WebForm.tsx'

/** `/form/:slug`, for customers: no router, no sign-in, nothing of the staff's screens. */
function start(element: HTMLElement | null) {
  if (!element) throw new Error('form.html has no #root')
  applyPreferences()
  followSystemTheme()
  void import('#kit/fonts.css')
  const slug = decodeURIComponent(location.pathname.split('/')[2] ?? '')
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={answersClient()}>
        <LanguageProvider>
          <WebForm slug={slug} />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}

start(document.getElementById('root'))
