// Puts the form of a desk into a page: <script src="https://desk.example.jp/embed.js" data-form="slug" async></script>
;(() => {
  const script = document.currentScript
  const slug = script?.dataset.form
  if (!slug) return
  const origin = new URL(script.src).origin
  const frame = document.createElement('iframe')
  frame.src = `${origin}/form/${encodeURIComponent(slug)}`
  frame.title = script.dataset.title ?? 'お申し出フォーム'
  frame.style.cssText = 'display:block;width:100%;height:60rem;border:0'
  frame.allow = 'camera'
  script.after(frame)
  addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return
    if (event.data?.type === 'uketome:height') frame.style.height = `${event.data.height}px`
    if (event.data?.type === 'uketome:top') frame.scrollIntoView({ block: 'start' })
  })
})()
