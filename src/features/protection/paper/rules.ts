import type { PackLine } from '../packs/rules.ts'

/** What the typesetter gets: every word is said already. */
export type PackPaper = {
  readonly title: string
  readonly organisation: string
  readonly customer: string
  readonly numbers: readonly string[]
  /** Empty on what is given to the customer. */
  readonly forWhom: string
  readonly purpose: string
  /** `YYYY-MM-DD` of the last entry, and in words. */
  readonly on: string
  readonly recordAt: string
  readonly fingerprint: string
  readonly people: readonly string[]
  readonly notes: readonly string[]
  readonly lines: readonly (PackLine & { readonly time: string })[]
  readonly pictures: readonly { readonly file: string; readonly caption: string }[]
  readonly files: readonly {
    readonly path: string
    readonly name: string
    readonly size: string
    readonly sha256: string
  }[]
}

/** A4 upright: cover, people, what happened in the order of time, pictures, files. What is given is data and never markup. */
export const packSource = String.raw`
#let g = json(bytes(sys.inputs.given))
#let ymd = g.on.split("-").map(int)
#set document(title: g.title, author: g.organisation, date: datetime(year: ymd.at(0), month: ymd.at(1), day: ymd.at(2)))
#set text(font: "Noto Sans JP", lang: "ja", region: "jp", size: 9.5pt, fallback: false)
#let soft = rgb("#555555")
#set page(paper: "a4", margin: (x: 20mm, top: 20mm, bottom: 20mm), footer: context align(center, text(size: 8pt, fill: soft, g.numbers.join("、") + "　　" + str(counter(page).get().first()) + " / " + str(counter(page).final().first()))))
#set par(leading: 0.75em, spacing: 0.75em, justify: false)
#set heading(numbering: none)
#show heading: it => block(above: 1.8em, below: 0.9em, sticky: true, text(size: 12pt, weight: 700, it.body))
#show regex("[!-~]{60,}"): it => it.text.clusters().join(h(0pt))
#let pair(a, b) = grid(columns: (34mm, 1fr), column-gutter: 4mm, text(fill: soft, a), b)
#v(14mm)
#block(text(size: 20pt, weight: 700, g.title))
#v(4mm)
#line(length: 100%, stroke: 0.6pt)
#v(3mm)
#pair("作成", g.organisation)
#pair("受付番号", g.numbers.join("、"))
#if g.customer != "" { pair("申出人", g.customer) }
#if g.forWhom != "" { pair("お渡し先", g.forWhom) }
#if g.purpose != "" { pair("目的", g.purpose) }
#pair("記録の時点", g.recordAt)
#if g.fingerprint != "" {
  v(4mm)
  block(stroke: 0.8pt, inset: 4mm, width: 100%, { text(weight: 700, "署名の鍵の指紋（SHA-256）"); linebreak(); text(size: 11pt, g.fingerprint); linebreak(); text(size: 8.5pt, fill: soft, "ファイルを受け取った方は、この指紋が public-key.pem の指紋と同じかを確かめてください。確かめ方は README-ja.txt にあります。") })
}
#for n in g.notes { block(text(size: 8.5pt, fill: soft, n)) }
#if g.people.len() > 0 { heading("記録に出てくる人"); for p in g.people { block("・" + p) } }
#pagebreak()
#heading("起きたこと（日時の順）")
#for l in g.lines { block(above: 0.9em, below: 0.9em, width: 100%, stroke: (top: 0.3pt + luma(210)), inset: (top: 0.8em), breakable: true, {
  block(sticky: true, below: 0.5em, { text(weight: 700, l.time); text(fill: soft, "　" + l.number + "　" + l.who) })
  block(inset: (left: 4mm), l.text)
  for q in l.quotes { block(inset: (left: 4mm), above: 0.5em, { text(size: 8pt, fill: soft, q.label + "　"); q.words }) }
}) }
#if g.pictures.len() > 0 { heading("写真と画面の写し"); for p in g.pictures { block(breakable: false, above: 1.4em, { box(stroke: 0.4pt + soft, inset: 2mm, image(p.file, width: 100%, height: 80mm, fit: "contain", alt: p.caption)); block(above: 0.5em, text(size: 8.5pt, p.caption)) }) } }
#if g.files.len() > 0 { heading("入っているファイル"); for f in g.files { block(breakable: false, above: 0.9em, { text(weight: 700, f.path); text("　" + f.name + "　" + f.size); linebreak(); text(size: 8pt, fill: soft, f.sha256) }) } }
`

/** Letters that the font does not have are named, so that nothing is lost and nothing is guessed. */
export function withoutUnprintable<T>(given: T, unprintable: string): T {
  let text = JSON.stringify(given)
  for (const letter of new Set(unprintable)) {
    const name = `〔U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}〕`
    text = text.replaceAll(letter, name)
  }
  const named: T = JSON.parse(text)
  return named
}

export function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** `README-ja.txt`: how anybody checks the pack, with our software and without it. */
export function readmeOf(
  organisation: string,
  numbers: readonly string[],
  fingerprint: string,
): string {
  const values: Readonly<Record<string, string>> = {
    organisation,
    numbers: numbers.join('、'),
    fingerprint,
  }
  return readme.replaceAll(/<(\w+)>/gu, (_, name: string) => values[name] ?? '')
}

const readme = `証拠一式（<organisation>　<numbers>）

この ZIP に入っているもの
  timeline.pdf     表紙、日時の順の記録、写真、ファイルの一覧（印刷して読むもの）
  files/           写真・画面の写し・録音など。届いたときのバイト列のまま
  record.jsonl     記録そのもの。一行が一つの記録のつながり（前の行のハッシュを次の行が持つ）
  manifest.json    何が入っていて、記録のどの時点のものか
  SHA256SUMS       上のすべてのファイルの SHA-256
  SHA256SUMS.sig   SHA256SUMS への署名（Ed25519、64バイト）
  public-key.pem   署名の鍵（公開鍵）

署名の鍵の指紋（SHA-256）
  <fingerprint>
  紙の表紙の指紋、または <organisation> に電話などで聞いた指紋と同じことを、はじめに確かめてください。

うけとめで確かめる（データベースも通信も要りません）
  uketome verify 証拠一式.zip --fingerprint "<fingerprint>"

うけとめを使わずに確かめる（ZIP を開いたフォルダーで）
  1. 中身が一覧と同じか
       Linux        sha256sum -c SHA256SUMS
       macOS        shasum -a 256 -c SHA256SUMS
       Windows      certutil -hashfile timeline.pdf SHA256（ファイルごとに SHA256SUMS と見比べる）
  2. 一覧が署名のとおりか（OpenSSL 3.0 以降）
       openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
  3. 鍵の指紋が表紙と同じか
       openssl pkey -pubin -in public-key.pem -outform DER | tail -c 32 | sha256sum

この一式に入れなかった言葉は、record.jsonl では payload と salt が null です。
その記録があったことと順番は commitment と hash で確かめられます。
`
