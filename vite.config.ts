import { fileURLToPath } from 'node:url'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { isWithoutWords, wordsByLanguage } from './scripts/words.ts'

const server = `http://localhost:${process.env['PORT'] ?? '3000'}`

/** The customer's form and chat are pages of their own: they must not carry the staff's screens. */
const publicPages: Plugin = {
  name: 'uketome-public-pages',
  configureServer(dev) {
    dev.middlewares.use((request, _response, next) => {
      const [, page] = /^\/(form|chat|answer|consult)\//.exec(request.url ?? '') ?? []
      if (request.url?.startsWith('/visit/') && !/\.\w+$/.test(request.url))
        request.url = '/visit.html'
      if (page) request.url = `/${page}.html`
      next()
    })
  },
}

/** What an endpoint is for is told by the OpenAPI page; the browser only calls it. */
const withoutSummaries: Plugin = {
  name: 'uketome-without-summaries',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/contract\.ts$/ },
    handler: (code) => ({ code: code.replaceAll(/^ {2}summary:\s+(['"]).*\1,$/gm, ''), map: null }),
  },
}

/** Only pages and parts that are fetched later show these. */
const laterIcons = `
  arrow-left arrow-up banknote book-open-text bookmark-plus calendar-days camera check-check chevron-left
  circle-check-big circle-dashed circle-pause circle-play circle-slash circle-stop coffee copy external-link file-archive
  file-down file-up film flask-conical folder-open gauge git-merge heart-pulse history hourglass image image-off images key-round
  landmark list-checks mail-check map-pin-off message-circle-question-mark mic panel-top paperclip pencil-line pencil printer repeat rotate-cw
  route scan-search send shield-check shield-half siren split stamp tags timer timer-off trash trash-2 undo-2 upload
  user-round-check user-round-plus users-round webhook zoom-in zoom-out`

/**
 * What is small and shared travels together: each icon in a file of its own is compressed badly. What only the
 * supervisor's pages need stays with them.
 */
const together = [
  {
    name: 'later-icons',
    test: new RegExp(
      String.raw`node_modules/lucide-react/.*/(?:${laterIcons.trim().split(/\s+/).join('|')})\.`,
    ),
  },
  { name: 'icons', test: /node_modules\/lucide-react/ },
  {
    name: 'contracts',
    test: /src\/(?:features|kernel)\/(?!supervision\/contract|harassment|protection|visits|assessment|wellbeing|consultation|assignment\/(?!presence)|webhooks|inquiries|chat\/(?!waiting\/contract)|access\/(?:keys|extensions)|letters|remedies\/\w+\/|intake\/(?:mail|import|columns|paper|reviews|telephony)|complaints\/(?:customers|profiles|evidence|measures)|escalation\/outside).*(?:contract|codes|fields|endpoint)\.ts$/,
  },
  // Without their words, which are elsewhere by then; the others have their own and come with their screens.
  { name: 'rooms', test: isWithoutWords },
  // Small parts of almost every page of the staff; each in a file of its own they weigh half as much again.
  {
    name: 'kit',
    test: /src\/kit\/(?:Answering|Badge|Choices|Dialog|Field|Section|Skeleton|TextField|Time|Unfold|again|clipboard|commands|draft|event-stream|fields|later|live|now|put-in|settled|sticky-end|time)\.tsx?$/,
  },
  {
    name: 'desk',
    test: /src\/app\/web\/pages\/desk\/(?:StaleDetail|marks|names|useSentences)\.tsx?$/,
  },
].map((group) => ({ minShareCount: 2, ...group, includeDependenciesRecursively: false }))

export default defineConfig({
  publicDir: 'src/app/web/public',
  plugins: [
    react(),
    tailwind(),
    { ...optimizeLocales.vite({ locales: ['ja-JP', 'en-US'] }), enforce: 'pre' },
    publicPages,
    wordsByLanguage(),
    withoutSummaries,
  ],
  // The browser reads answers with a small stand-in that says how and why.
  resolve: {
    alias: [
      { find: /^zod$/, replacement: fileURLToPath(new URL('src/kit/schemas.ts', import.meta.url)) },
    ],
  },
  server: { port: 5173, proxy: { '/api': { target: server, changeOrigin: false } } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'baseline-widely-available',
    rolldownOptions: {
      input: {
        staff: 'index.html',
        form: 'form.html',
        chat: 'chat.html',
        answer: 'answer.html',
        visit: 'visit.html',
        consult: 'consult.html',
      },
      output: { codeSplitting: { groups: together } },
    },
  },
})
