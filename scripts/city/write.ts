import type pg from 'pg'
import type { Rows } from './rows'

const AT_ONCE = 1_000

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Writes one table in batches: PostgreSQL reads the rows from JSON by the table's own types. */
async function writeTable(client: pg.ClientBase, table: string, rows: readonly object[]) {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const names = columns.map((name) => `"${snake(name)}"`).join(', ')
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const batch = rows
      .slice(start, start + AT_ONCE)
      .map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value])),
      )
    await client.query(
      `insert into "${table}" (${names}) select ${names} from json_populate_recordset(null::"${table}", $1::json)`,
      [JSON.stringify(batch)],
    )
  }
}

/** Writes the city in one transaction. @throws where the database is not empty. */
export async function writeCity(
  client: pg.ClientBase,
  rows: Rows,
  say: (table: string, count: number) => void = () => {},
): Promise<void> {
  await client.query('begin')
  try {
    await client.query('lock table organisation in share row exclusive mode')
    const { rows: found } = await client.query('select from organisation limit 1')
    if (found.length > 0) throw new Error('the database is not empty')
    for (const [name, list] of Object.entries(rows) as [string, object[]][]) {
      await writeTable(client, snake(name), list)
      say(snake(name), list.length)
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
