import { describe, expect, it } from 'vitest'
import { pageOf } from './page.ts'

const wish = { images: false, lang: 'ja', quoted: '引用された部分', image: '画像' }
const raw = (html: string, ...parts: readonly string[]) =>
  Buffer.from(
    [
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      html,
      ...parts.flatMap((part) => ['--b', part]),
      '--b--',
    ].join('\r\n'),
  )
const page = (html: string, images = false) => pageOf(raw(html), { ...wish, images }) ?? ''
const body = (html: string, images = false) => /<body>([^]*)<\/body>/u.exec(page(html, images))?.[1]

describe('HTMLのメールを見せるページ', () => {
  it.each([
    '<script>x()</script>',
    '<p onclick="x()">あ</p>',
    '<form action="https://x.example"><input name=a></form>',
    '<iframe src="https://x.example"></iframe>',
    '<a href="javascript:x()">あ</a>',
    '<img src="data:image/svg+xml,<svg onload=x()>">',
    '<p style="background:url(https://x.example/a.png);position:fixed">あ</p>',
    '<link rel=stylesheet href="https://x.example/a.css"><style>@import "https://x.example"</style>',
    '<meta http-equiv=refresh content="0;url=https://x.example">',
    '<base href="https://x.example">',
    '<svg><script>x()</script></svg>',
  ])('動くもの、外から取り寄せるものは残らない %s', (html) => {
    expect(body(html)).not.toMatch(/x\(\)|x\.example|script|position/u)
  })

  it('外部の画像は、求められたときだけ', () => {
    const html = '<img src="https://shop.example/a.png" alt="土鍋">'
    expect(body(html)).toBe('<span>［画像：土鍋］</span>')
    expect(body(html, true)).toContain('src="https://shop.example/a.png"')
  })

  it('メールの中にある画像は見え、名前のない画像やSVGは見えない', () => {
    const image = (type: string, id: string) =>
      `Content-Type: ${type}\r\nContent-ID: <${id}>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=`
    const mail = raw(
      '<img src="cid:a@x"><img src="cid:b@x"><img src="cid:c@x">',
      image('image/png', 'a@x'),
      image('image/svg+xml', 'b@x'),
    )
    expect(pageOf(mail, wish)?.match(/<img[^>]*>/gu)).toEqual([
      '<img src="data:image/png;base64,iVBORw0KGgo=" alt="" />',
    ])
  })

  it('リンクは本当の行き先を添える', () => {
    expect(body('<a href="https://evil.example/?q=bank.example">bank.example</a>')).toContain(
      'data-goes="evil.example"',
    )
  })

  it('いちばん外の引用を畳む', () => {
    expect(body('<p>あ</p><blockquote>い<blockquote>う</blockquote></blockquote>')).toBe(
      '<p>あ</p><details><summary>… 引用された部分</summary><blockquote>い<blockquote>う</blockquote></blockquote></details>',
    )
  })

  it('HTMLのないメールにはなく、底なしの入れ子は文字だけになる', () => {
    expect(pageOf(Buffer.from('Subject: x\r\n\r\nx'), wish)).toBeNull()
    expect(body(`${'<div>'.repeat(5000)}あ`)).toBe('あ')
  })
})
