import { LineCounter, parseDocument, stringify } from 'yaml'
import { lineAt, plainOf } from '#kernel/yaml-lines.ts'
import {
  mostTemplates,
  templateContent,
  type FileLine,
  type FileTrouble,
  type Template,
  type TemplateContent,
} from '../templates/contract.ts'
import { identifyingIn, isSame, unknownIn } from '../templates/rules.ts'

/** Those in use, as a file that `readTemplates` reads. */
export function fileOf(templates: readonly Template[]): string {
  const said = templates
    .filter(({ isRetired }) => !isRetired)
    .map(({ name, kana, kinds, subject, body }) => ({
      name,
      ...(kana === '' ? {} : { kana }),
      kinds,
      ...(subject === '' ? {} : { subject }),
      body,
    }))
  return stringify({ templates: said }, { lineWidth: 0 })
}

type Read = { readonly lines: FileLine[]; readonly templates: TemplateContent[] }

/** What a file would change, template by template, with the line where each begins or is in trouble. */
export function readTemplates(text: string, known: readonly Template[]): Read {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const [broken] = document.errors
  if (broken) return failed(counter.linePos(broken.pos[0]).line, 'syntax', broken.message)
  const content = plainOf(document)
  if (!isRecord(content) || !Array.isArray(content['templates'])) return failed(1, 'empty')
  const items: readonly unknown[] = content['templates']
  if (items.length > mostTemplates) return failed(1, 'too-many', String(items.length))
  const names = new Set<string>()
  const read = items.map((item, index) => {
    const at = (...more: PropertyKey[]) => lineAt(document, counter, ['templates', index, ...more])
    const one = templateIn(item, at)
    if (!('content' in one)) return one
    const { name } = one.content
    if (names.has(name)) return { line: troubled(at('name'), name, 'twice', name) }
    names.add(name)
    return {
      ...one,
      line: { line: at(), name, what: whatOf(one.content, known), trouble: null, value: '' },
    }
  })
  return {
    lines: read.map(({ line }) => line),
    templates: read.flatMap((each) => ('content' in each ? [each.content] : [])),
  }
}

type At = (...path: PropertyKey[]) => number

function templateIn(item: unknown, at: At): { line: FileLine } | { content: TemplateContent } {
  if (!isRecord(item)) return { line: troubled(at(), '', 'not-a-template', String(item)) }
  const name = typeof item['name'] === 'string' ? item['name'] : ''
  const stray = Object.keys(item).find((key) => !Object.hasOwn(templateContent.shape, key))
  if (stray !== undefined) return { line: troubled(at(stray), name, 'unknown-field', stray) }
  const read = templateContent.safeParse(item)
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? '')
    return { line: troubled(at(field), name, 'unreadable', field) }
  }
  const { subject, body } = read.data
  const [unknown] = unknownIn(`${subject}\n${body}`)
  if (unknown !== undefined) return { line: troubled(at('body'), name, 'unknown-value', unknown) }
  const [identifying] = identifyingIn(read.data)
  if (identifying !== undefined)
    return { line: troubled(at('body'), name, 'identifies', identifying) }
  return { content: read.data }
}

function whatOf(content: TemplateContent, known: readonly Template[]): FileLine['what'] {
  const before = known.find(({ name }) => name === content.name)
  if (!before) return 'new'
  return isSame(before, content) && !before.isRetired ? 'same' : 'changed'
}

function troubled(line: number, name: string, trouble: FileTrouble, value: string): FileLine {
  return { line, name, what: 'trouble', trouble, value }
}

function failed(line: number, trouble: FileTrouble, value = ''): Read {
  return { lines: [troubled(line, '', trouble, value)], templates: [] }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
