import pg from 'pg'

/** A statement as it was sent, and for which organisation its transaction was; null: outside every wall. */
export type Statement = {
  readonly text: string
  readonly values: readonly unknown[]
  readonly organisationId: string | null
}

/** What was sent, and how PostgreSQL carried it out (also inside functions); `forget` begins anew. */
export type Followed = {
  readonly statements: () => Statement[]
  readonly plans: () => PlanNode[]
  readonly forget: () => void
}

/** Tells the plan of everything by a notice, as far as the user of the tests may ask for it. */
const tellPlans = `load 'auto_explain'; set auto_explain.log_min_duration = 0;
  set auto_explain.log_nested_statements = on; set auto_explain.log_format = json; set client_min_messages = log; `

/**
 * Everything that this process sends to PostgreSQL from now on. To be called before a pool is opened: a connection keeps
 * the way it had when it was made.
 */
export function followStatements(): Followed {
  const sent: Statement[] = []
  const plans: PlanNode[] = []
  const walls = new WeakMap<object, string>()
  const telling = new WeakSet()
  const query: unknown = pg.Client.prototype.query
  if (typeof query !== 'function') throw new TypeError('pg has no query any more')
  Object.defineProperty(pg.Client.prototype, 'query', {
    value(this: pg.Client, ...args: unknown[]) {
      const { text, values } = statementOf(args)
      if (text === undefined) return Reflect.apply(query, this, args)
      if (text.startsWith("select set_config('uketome.organisation', $1,"))
        walls.set(this, String(values[0]))
      else if (/^(?:commit|rollback)\s*;?$/i.test(text)) walls.delete(this)
      else if (text !== 'begin')
        sent.push({ text, values, organisationId: walls.get(this) ?? null })
      if (text !== 'begin' || telling.has(this)) return Reflect.apply(query, this, args)
      telling.add(this)
      this.on('notice', ({ message = '' }) => void plans.push(...planIn(message)))
      return Reflect.apply(query, this, [`${tellPlans}${text}`, ...args.slice(1)])
    },
  })
  const forget = () => {
    sent.splice(0)
    plans.splice(0)
  }
  return { statements: () => [...sent], plans: () => [...plans], forget }
}

function planIn(notice: string): PlanNode[] {
  const [, told] = /plan:\s*(\{.*\})\s*$/s.exec(notice) ?? []
  return told === undefined ? [] : [JSON.parse(told).Plan]
}

/** `query(text, values)`, or `query({ text, values })` for what has a name. */
function statementOf([first, second]: readonly unknown[]) {
  const given =
    typeof first === 'object' && first !== null ? first : { text: first, values: second }
  const text = 'text' in given && typeof given.text === 'string' ? given.text : undefined
  const values: unknown[] = 'values' in given && Array.isArray(given.values) ? given.values : []
  return { text, values }
}

/** A node of what EXPLAIN (FORMAT JSON) says. */
export type PlanNode = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly Plans?: readonly PlanNode[]
} & Readonly<Record<string, unknown>>

export function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

/** All that a node looks for or leaves out, in one text. */
export function conditionsOf(node: PlanNode): string {
  return Object.entries(node)
    .filter(([name]) => /Cond$|^Filter$|^Join Filter$/.test(name))
    .map(([, condition]) => String(condition))
    .join(' ')
}
