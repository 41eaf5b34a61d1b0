import { expect, it } from 'vitest'
import type { Endpoint } from '#kernel/endpoint.ts'
import { sendReply } from '#features/chat/contract.ts'
import { askDepartment, renewLink, tellDepartment } from '#features/inquiries/contract.ts'
import { sendLetter, writeLetter } from '#features/letters/contract.ts'
import { publishWords } from '#features/letters/public/contract.ts'
import { issuePaper, postPaper, typesetLetter } from '#features/letters/typesetting/contract.ts'
import { discloseHistory } from '#features/protection/disclosure/contract.ts'
import { makePack } from '#features/protection/packs/contract.ts'
import { allRoutes } from '#app/wiring.ts'
import { openDesk } from './desk.ts'

const desk = await openDesk()
const routes = allRoutes(desk.ports)
const outward: readonly Pick<Endpoint, 'method' | 'path'>[] = [
  writeLetter,
  sendLetter,
  issuePaper,
  postPaper,
  typesetLetter,
  sendReply,
  publishWords,
  askDepartment,
  tellDepartment,
  renewLink,
  discloseHistory,
  makePack,
]

it.each(outward)('どんなAPIキーも、外へ言葉を出す道は開かない：$path', ({ method, path }) => {
  const found = routes.filter(
    ({ endpoint }) => endpoint.method === method && endpoint.path === path,
  )
  expect(found.map(({ keys = [] }) => keys)).toEqual([[]])
})
