import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { answersClient } from '#kit/answers.ts'
import { LanguageProvider } from '#kit/language.tsx'
import { makeRouter } from './routes.tsx'

export function mount(element: HTMLElement | null): void {
  if (!element) throw new Error('index.html has no #root')
  const answers = answersClient(readTimeline)
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={answers}>
        <LanguageProvider>
          <RouterProvider router={makeRouter(answers)} />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
