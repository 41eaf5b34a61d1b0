/**
 * Complaints put together from their parts inside PostgreSQL, and sealed as kernel/chain.ts seals them: one statement for some
 * thousand, since the way of eleven rows from here to there takes longer than to work them out there.
 */

const later = [2, 3, 4, 5, 6, 7, 8] as const
const entries = [1, ...later] as const

const entryColumns = later.map(
  (n) => `type_${n} text, payload_${n} jsonb, salt_${n} text, commitment_${n} text`,
)

/** In a schema of their own, so that each connection sees them; nothing of a row is stored apart from it. */
export const partTables = `
  create schema parts;
  create unlogged table parts.openings (nth int primary key, words text, terms tsvector, channel text, name text, name_key text,
    product text, price int, subject text, excerpt text) with (toast_tuple_target = 8160);
  create unlogged table parts.bodies (nth int primary key, words text, terms tsvector) with (toast_tuple_target = 8160);
  create unlogged table parts.asides (nth int primary key, words text, terms tsvector);
  create unlogged table parts.aftermaths (is_open boolean, nth int, terms tsvector, by text, owner_id uuid, state text, severity text,
    is_safety boolean, cause text, ${entryColumns.join(', ')}, primary key (is_open, nth)) with (toast_tuple_target = 8160)`

/** The rows of a JSON list, $1. */
export function fillPart(table: string): string {
  return `insert into parts.${table} select * from json_populate_recordset(null::parts.${table}, $1)`
}

const organisation = '$1::text'
/** What is known of a chosen one beside its parts, each worked out once: `offset 0` keeps a step apart from the next. */
const steps = [
  [
    `'0' || to_hex(c.ms) as hex`,
    `md5('id ' || c.nth) as dice`,
    `md5('salt ' || c.nth) as salt_1`,
    `timestamp 'epoch' + c.ms * interval '1 ms' as received_at`,
  ],
  [
    `left(hex, 8) || '-' || right(hex, 4) || '-7' as head`,
    `'-8' || left(dice, 3) || '-' || right(dice, 12) as tail`,
    ...entries.map((n) => {
      return `replace((received_at + interval '${n - 1} hours')::text, ' ', 'T') || 'Z' as at_${n}`
    }),
  ],
  [
    `head || '000' || tail as id`,
    `head || '001' || tail as customer_id`,
    ...entries.map((n) => `head || '01${n}' || tail as id_${n}`),
    `'U' || substr(at_1, 3, 2) || '-' || lpad((c.nth + 1)::text, 7, '0') as number`,
    `'OR-' || 100000 + c.nth as order_number`,
    `'","by":"' || a.by || '","commitment":"' as after_at`,
    `'","complaintId":"' || head || '000' || tail || '","id":"' as after_commitment`,
  ],
  [`${receivedPayload()} as payload_1`],
  [`${sha256(`decode(salt_1, 'hex') || ${utf8('payload_1')}`)} as commitment_1`],
  ...entries.map((n) => [`${sha256(utf8(sealed(n)))} as hash_${n}`]),
]

/** RFC 8785: members in the order of their names, and no text of a part needs an escape. */
function receivedPayload(): string {
  return `'{"channel":"' || o.channel || '","customer":{"customerId":"' || customer_id || '","name":"' || o.name
    || '","phone":"' || c.phone || '"},"details":{"orderNumber":"' || order_number || '","price":' || o.price
    || ',"product":"' || o.product || '"},"number":"' || number || '","receivedAt":"' || at_1
    || '","words":"' || o.words || b.words || x.words || '"}'`
}

function sealed(n: number): string {
  return `'{"at":"' || at_${n} || after_at || commitment_${n} || after_commitment || id_${n}
    || ('","organisationId":"' || ${organisation} || '","previous":"') || ${previousOf(n)}
    || ('","sequence":${n},"type":"' || ${typeOf(n)} || '"}')`
}

function previousOf(n: number): string {
  return n === 1 ? `repeat('0', 64)` : `hash_${n - 1}`
}

function typeOf(n: number): string {
  return n === 1 ? `'complaints.received'` : `type_${n}`
}

function sha256(bytes: string): string {
  return `encode(sha256(${bytes}), 'hex')`
}

function utf8(text: string): string {
  return `convert_to(${text}, 'UTF8')`
}

/** The terms of what only this one has: its numbers, its ids and its day, in words as kernel/bigrams.ts divides them. */
const ownTerms = `array_to_tsvector(array[
  lower(left(number, 3)), right(number, 7), lower(replace(number, '-', '')),
  'or', right(order_number, -3), lower(replace(order_number, '-', '')),
  left(c.phone, 3), substr(c.phone, 5, 4), right(c.phone, 4), replace(c.phone, '-', ''),
  left(customer_id, 8), substr(customer_id, 10, 4), substr(customer_id, 15, 4), substr(customer_id, 20, 4),
  right(customer_id, 12), replace(customer_id, '-', ''), '@' || left(at_1, 10)])`

const made = `
  select c.phone, c.is_open, id::uuid, customer_id::uuid, number, replace(order_number, '-', '') as order_number,
         received_at at time zone 'UTC' as received_at, o.channel, o.name, o.name_key, o.subject, o.excerpt,
         a.owner_id, a.state, a.severity, a.is_safety, a.cause, a.by, head, tail, payload_1, salt_1, commitment_1,
         (o.terms || b.terms) || (a.terms || (x.terms || ${ownTerms})) as terms,
         ${entries.map((n) => `id_${n}, hash_${n}`).join(', ')},
         ${later.map((n) => `type_${n}, payload_${n}, salt_${n}, commitment_${n}`).join(', ')}
    from json_to_recordset($2) as c (nth int, ms bigint, phone text, is_open boolean, opening int, body int, aftermath int, aside int)
    join parts.openings o on o.nth = c.opening
    join parts.bodies b on b.nth = c.body
    join parts.asides x on x.nth = c.aside
    join parts.aftermaths a on a.nth = c.aftermath and a.is_open = c.is_open
    ${steps.map((step, at) => `cross join lateral (select ${step.join(', ')} offset 0) as step_${at}`).join('\n')}`

const timeline = entries.map((n) => {
  const payload = n === 1 ? 'payload_1::jsonb' : `payload_${n}`
  const ids = `id_${n}::uuid, (head || '02${n}' || tail)::uuid`
  const sums = `salt_${n}, commitment_${n}, ${previousOf(n)}, hash_${n}`
  return `select ${n}, ${ids}, ${typeOf(n)}, received_at + interval '${n - 1} hours', ${payload}, ${sums}`
})

/** $1 the organisation, $2 a JSON list of those that were chosen. */
export const multiply = `
  with made as materialized (${made}),
  customers as (
    insert into complaints_customers (id, organisation_id, name, phone, name_key, phone_key, created_at)
    select customer_id, ${organisation}::uuid, name, phone, name_key, replace(phone, '-', ''), received_at from made),
  complaints as (
    insert into complaints (id, organisation_id, number, head, head_hash, channel, state, subject, excerpt, customer_id,
      customer_name, order_number, received_at, severity, is_safety, cause, owner_id, closed_at)
    select id, ${organisation}::uuid, number, 8, hash_8, channel, state, subject, excerpt, customer_id,
      name, order_number, received_at, severity, is_safety, cause, owner_id,
      case when not is_open then received_at + interval '7 hours' end from made),
  search as (
    insert into complaints_search (complaint_id, organisation_id, received_at, terms)
    select id, ${organisation}::uuid, received_at, terms from made)
  insert into complaints_timeline (organisation_id, complaint_id, sequence, id, command_id, type, at, by, payload, salt,
    commitment, previous, hash)
  select ${organisation}::uuid, made.id, sequence, e.id, command_id, type, at, by, payload, salt,
    commitment, previous, hash
  from made cross join lateral (${timeline.join(' union all ')})
    as e (sequence, id, command_id, type, at, payload, salt, commitment, previous, hash)`
