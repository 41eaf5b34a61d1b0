import { describe, expect, it } from 'vitest'
import { isMisnamed, isShown, kindOf, nameOf, typeOf, whyNotTaken } from './rules.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('名前は人のためのもので、道順にも命令にもならない', () => {
  it.each([
    ['写真.jpg', '写真.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\領収書.pdf', '領収書.pdf'],
    ['¥社内¥見積.xlsx', '見積.xlsx'],
    ['共有／写真：１.JPG', '写真：１.JPG'],
    ['か\u3099んは\u309a.png', 'がんぱ.png'],
    ['請求書\u202Efdp.exe', '請求書fdp.exe'],
    ['a\r\nContent-Type: text/html.jpg', 'html.jpg'],
    ['<b>"x"|?*.png', '_b__x____.png'],
    ['...隠し.txt', '隠し.txt'],
    ['CON.jpg', '_CON.jpg'],
    ['  写真　 1 .jpg ', '写真 1 .jpg'],
    ['/', 'file'],
    ['', 'file'],
    ['\u0000\u200b', 'file'],
    [`${'あ'.repeat(300)}.heic`, `${'あ'.repeat(115)}.heic`],
    ['😀'.repeat(300), '😀'.repeat(120)],
  ])('%j は %j', (given, name) => {
    expect(nameOf(given)).toBe(name)
  })
})

const mp4 = (brand: string) => bytes(`\0\0\0\x18ftyp${brand}\0\0\0\0`)

describe('種類は名前ではなく中身で決まる', () => {
  it.each([
    [bytes('\xff\xd8\xff\xe1\0\x10Exif'), 'image/jpeg', 'photo'],
    [bytes('\x89PNG\r\n\x1a\n'), 'image/png', 'photo'],
    [bytes('RIFF\0\0\0\0WEBPVP8 '), 'image/webp', 'photo'],
    [mp4('heic'), 'image/heic', 'photo'],
    [mp4('qt  '), 'video/quicktime', 'video'],
    [mp4('isom'), 'video/mp4', 'video'],
    [mp4('M4A '), 'audio/mp4', 'sound'],
    [bytes('\x1aE\xdf\xa3'), 'video/webm', 'video'],
    [bytes('\xff\xfb\x90d\0\0'), 'audio/mpeg', 'sound'],
    [bytes('%PDF-1.7\n%\xe2'), 'application/pdf', 'document'],
    [bytes('<!doctype html><script>alert(1)</script>'), 'text/plain', 'document'],
    [bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">'), 'text/plain', 'document'],
    [bytes('PK\x03\x04\x14\0'), 'application/zip', 'other'],
    [bytes('MZ\x90\0\x03'), 'application/x-msdownload', 'other'],
    [bytes('\x1f\x8b\x08\0'), 'application/gzip', 'other'],
    [bytes('\0\x01\x02\x03'), 'application/octet-stream', 'other'],
    [bytes(''), 'application/octet-stream', 'other'],
    [bytes('xxxxxxxxWEBP\0'), 'application/octet-stream', 'other'],
  ])('%# → %s', (head, type, kind) => {
    expect([typeOf(head), kindOf(typeOf(head))]).toEqual([type, kind])
  })

  it('画面で開くのは画像とPDFだけで、ページや命令は開かない', () => {
    const shown = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf']
    const kept = ['text/plain', 'image/svg+xml', 'text/html', 'application/zip', 'image/heic', '']
    expect(shown.filter(isShown)).toEqual(shown)
    expect(kept.filter(isShown)).toEqual([])
  })

  it.each([
    ['写真.jpg', 'image/jpeg', false],
    ['写真．ＪＰＧ', 'image/jpeg', false],
    ['写真.jpg', 'application/x-msdownload', true],
    ['写真.jpg', 'text/plain', true],
    ['請求書.pdf', 'application/zip', true],
    ['見積.xlsx', 'application/zip', false],
    ['写真', 'image/png', false],
    ['写真.png', 'image/jpeg', true],
  ])('%s の中身が %s なら、食い違いは %s', (name, type, wrong) => {
    expect(isMisnamed(name, type)).toBe(wrong)
  })
})

describe('大きさと数', () => {
  const limits = { largestMegabytes: 5, mostFiles: 3 }
  it.each([
    [1, 0, 'ok'],
    [5_000_000, 2, 'ok'],
    [5_000_001, 0, 'complaints.evidence-too-large'],
    [0, 0, 'complaints.evidence-empty'],
    [Number.NaN, 0, 'complaints.evidence-empty'],
    [10, 3, 'complaints.evidence-too-many'],
  ])('%d バイト、すでに %d 個なら %s', (size, there, answer) => {
    const taken = whyNotTaken(size, there, limits)
    expect(taken.ok ? 'ok' : taken.refusal.code).toBe(answer)
  })
})
