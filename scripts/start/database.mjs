import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openForServer } from '../postgres/cluster.mjs'
import { startEmbedded } from '../postgres/embedded.mjs'
import { oldestSupported } from '../postgres/binaries.mjs'
import { Stop } from '../stop.mjs'
import { findHolder, takeLock } from './lock.mjs'
import { root, runNode, tsScript } from './steps.mjs'

/** host:port/database of an address, without its password. */
export function nameOf(url) {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

export async function query(url, statement, values = []) {
  const pg = await import(
    pathToFileURL(createRequire(join(root, 'package.json')).resolve('pg')).href
  )
  const client = new pg.default.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(statement, values)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

function whyUnreachable(error, url) {
  const name = nameOf(url)
  switch (error.code) {
    case '28P01':
    case '28000':
      return `The database ${name} refuses this user or password: correct them in DATABASE_URL.`
    case '3D000':
      return `The server has no database of that name (${name}): create it, or correct DATABASE_URL.`
    default:
      return `The database ${name} does not answer (${error.code ?? error.message}): start it, or correct DATABASE_URL; without DATABASE_URL Kerong brings its own.`
  }
}

/** Looks at the database that DATABASE_URL names, and refuses what would go wrong later. */
export async function checkGivenDatabase(url) {
  if (!/^postgres(ql)?:\/\/./.test(url) || !URL.canParse(url))
    throw new Stop(
      'DATABASE_URL is not an address like postgresql://user:password@host:5432/database: correct it, or leave it out.',
    )
  const [state] = await query(
    url,
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as words,
            current_setting('server_encoding') as encoding,
            has_database_privilege(current_database(), 'CREATE') and has_schema_privilege('public', 'CREATE') as may`,
  ).catch((error) => {
    throw new Stop(whyUnreachable(error, url))
  })
  if (state.version < oldestSupported * 10_000)
    throw new Stop(
      `The database ${nameOf(url)} is PostgreSQL ${state.words}: Kerong needs ${oldestSupported} or newer.`,
    )
  if (!state.may)
    throw new Stop(
      `The user in DATABASE_URL may not create tables in ${nameOf(url)}: make it the owner of that database.`,
    )
  if (state.encoding !== 'UTF8')
    throw new Stop(
      `The database ${nameOf(url)} is encoded in ${state.encoding}: create it with encoding UTF8.`,
    )
}

/**
 * The database for a script that runs beside the server or instead of it: DATABASE_URL's, else the embedded one, shared with
 * `npm start` while that runs, else started here and stopped by `close`.
 */
export async function openForScript(name) {
  const given = process.env.DATABASE_URL
  if (given) {
    await checkGivenDatabase(given)
    return { url: given, close: async () => {} }
  }
  const own = join(root, '.data')
  openForServer(own)
  if (findHolder(own)?.address !== undefined) {
    const shared = await startEmbedded(root, { whenRunning: 'reuse' })
    return { url: shared.url, close: shared.stop }
  }
  const release = takeLock(own, { name })
  try {
    const embedded = await openEmbedded()
    return {
      url: embedded.url,
      close: async () => {
        await embedded.stop()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

export const openEmbedded = (port) => startEmbedded(root, { whenRunning: 'replace', port })

export const migrate = (url) =>
  runNode(tsScript('db/migrate.ts'), {
    env: { DATABASE_URL: url },
    failure: `The tables in ${nameOf(url)} could not be brought up to date (see above); what was there before is unchanged.`,
  })

/** True when nobody has begun to use this database. */
export async function isEmpty(url) {
  const [answer] = await query(url, 'select not exists (select from organisation) as empty')
  return answer.empty
}

export async function hasMember(url, email) {
  const rows = await query(url, `select from member where email = $1 and state = 'active'`, [email])
  return rows.length > 0
}
