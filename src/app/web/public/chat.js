// Puts a button for the chat of a desk on a page: <script src="https://desk.example.jp/chat.js" data-chat="slug" async></script>
;(() => {
  const script = document.currentScript
  const slug = script?.dataset.chat
  if (!slug) return
  const origin = new URL(script.src).origin
  const isEnglish = document.documentElement.lang.startsWith('en')
  const label = script.dataset.label ?? (isEnglish ? 'Chat with us' : 'チャットで話す')
  const kept = `uketome.chat.${slug}`

  // In a shadow tree, so that neither page's style reaches the other.
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const style = new CSSStyleSheet()
  style.replaceSync(`
    :host { position: fixed; inset: auto 0 0 auto; z-index: 2147483000; font: 500 1rem/1.4 system-ui, sans-serif; }
    button { position: absolute; right: 1rem; bottom: 1rem; display: flex; gap: .5rem; align-items: center;
      min-height: 3rem; padding: 0 1.25rem; border: 0; border-radius: 1.5rem; background: #00479b; color: #fff;
      font: inherit; white-space: nowrap; cursor: pointer; box-shadow: 0 4px 16px rgb(0 0 0 / .3); }
    button:hover { background: #003b82; }
    button:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 6px #00479b; }
    b { min-width: 1.5rem; border-radius: .75rem; background: #fff; color: #00479b; text-align: center; }
    b:empty { display: none; }
    iframe { position: fixed; right: 1rem; bottom: 5rem; width: min(25rem, calc(100vw - 2rem));
      height: min(40rem, calc(100dvh - 6rem)); border: 1px solid rgb(0 0 0 / .2); border-radius: 1rem;
      background: Canvas; box-shadow: 0 8px 32px rgb(0 0 0 / .3); }
    [hidden] { display: none; }
    @media (width < 40rem) { iframe { inset: 0; width: 100vw; height: 100dvh; border: 0; border-radius: 0; } }
    @media print { :host { display: none; } }
  `)
  root.adoptedStyleSheets = [style]

  const button = document.createElement('button')
  button.type = 'button'
  button.setAttribute('aria-expanded', 'false')
  const unread = document.createElement('b')
  button.append(label, unread)
  root.append(button)
  document.body.append(host)

  let frame
  let isReady = false
  function open() {
    if (!frame) {
      frame = document.createElement('iframe')
      frame.src = `${origin}/chat/${encodeURIComponent(slug)}`
      frame.title = label
      root.append(frame)
    }
    frame.hidden = false
    show(true)
    frame.focus()
  }
  function close() {
    if (frame) frame.hidden = true
    show(false)
    button.focus()
  }
  function show(isOpen) {
    button.setAttribute('aria-expanded', String(isOpen))
    if (isOpen) unread.textContent = ''
    tell({ type: 'uketome:chat-shown', isShown: isOpen })
    try {
      // On the next page of this site the window is open again.
      sessionStorage.setItem(kept, isOpen ? 'open' : 'shut')
    } catch {
      // A browser that keeps nothing starts with the button.
    }
  }
  const tell = (what) => isReady && frame.contentWindow?.postMessage(what, origin)

  button.addEventListener('click', () => (frame && !frame.hidden ? close() : open()))
  host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && frame && !frame.hidden) close()
  })
  addEventListener('message', (event) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== origin) return
    if (event.data?.type === 'uketome:chat-close') close()
    if (event.data?.type === 'uketome:chat-ready') {
      isReady = true
      tell({ type: 'uketome:chat-shown', isShown: !frame.hidden })
    }
    if (event.data?.type === 'uketome:chat-unread' && frame.hidden)
      unread.textContent = event.data.count > 0 ? String(event.data.count) : ''
  })
  try {
    if (sessionStorage.getItem(kept) === 'open') open()
  } catch {
    // As above.
  }
})()
