import { fileURLToPath } from 'node:url'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { wordsByLanguage } from './scripts/words.ts'

const server = `http://localhost:${process.env['PORT'] ?? '3000'}`

/** The customer's form is a page of its own: it must not carry the staff's screens. */
const publicForm: Plugin = {
  name: 'uketome-public-form',
  configureServer(dev) {
    dev.middlewares.use((request, _response, next) => {
      if (request.url?.startsWith('/form/')) request.url = '/form.html'
      next()
    })
  },
}

export default defineConfig({
  publicDir: 'src/app/web/public',
  plugins: [
    react(),
    tailwind(),
    { ...optimizeLocales.vite({ locales: ['ja-JP', 'en-US'] }), enforce: 'pre' },
    publicForm,
    wordsByLanguage(),
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
    rolldownOptions: { input: { staff: 'index.html', form: 'form.html' } },
  },
})
