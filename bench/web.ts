import { parseArgs } from 'node:util'
import { encode } from 'next-auth/jwt'
import { signInOf } from '../e2e/sign-ins'
import { connect } from '../db/client'
import { startSession } from '../domain/member/sessions'
import { addressIn, findAddresses } from '../scripts/pages/crawl'
import { emptyPage, pageAudiences, type PageAudience } from '../scripts/pages/routes'
import { quantile, reader } from './request'
import { keepRows, printRow, type Row } from './row'

/**
 * Every page on the demonstration city, 200 times over one connection, each time beside an empty page that is signed in,
 * localised, of the same shell and build; then with 50 connections at once. The two take turns, so that whatever else the
 * machine does falls on both.
 */
const text = { type: 'string' } as const
const { values } = parseArgs({ options: { json: text, times: text, only: text } })
/** Pages whose address holds this pattern. */
const only = new RegExp(values.only ?? '')
const TIMES = Number(values.times ?? 200)
const WARM_UP = TIMES / 10
const CROWD = 50
const REACH_ALONE = 5
const REACH_CROWD = 3
const empty = addressIn('zh', emptyPage)

const base = process.env.BASE_URL ?? ''
const secret = process.env.NEXTAUTH_SECRET ?? ''
const database = connect(process.env.DATABASE_URL ?? '', 1)

async function cookieOf(audience: PageAudience): Promise<string> {
  if (audience === 'public') return ''
  const { email } = signInOf(audience)
  const member = await database.db.query.member.findFirst({
    where: (row, { eq }) => eq(row.email, email),
  })
  if (member === undefined) throw new Error(`${email} is no member of this database`)
  const sessionId = await startSession(database.db, member.id, new Date())
  const claims = { memberId: member.id, sessionVersion: member.sessionVersion, sessionId }
  return `next-auth.session-token=${await encode({ token: claims, secret })}`
}

type Ask = ReturnType<typeof reader>['ask']

async function timeOf(ask: Ask, path: string): Promise<number> {
  const { status, ms } = await ask(path)
  if (status !== 200) throw new Error(`${path} answered ${status}`)
  return ms
}

function rowOf(work: string, variant: string, reach: number, page: number[], peer: number[]): Row {
  const [p50, p95] = [quantile(page, 0.5), quantile(page, 0.95)]
  const ratio = Math.max(p50 / quantile(peer, 0.5), p95 / quantile(peer, 0.95))
  return { bench: 'web', work, variant, unit: 'ms', p50, p95, ratio, reach, ok: ratio <= reach }
}

async function alone(path: string, page: Ask, peer: Ask): Promise<Row> {
  const times: { page: number[]; peer: number[] } = { page: [], peer: [] }
  for (let turn = -WARM_UP; turn < TIMES; turn += 1) {
    const peerMs = await timeOf(peer, empty)
    const pageMs = await timeOf(page, path)
    if (turn < 0) continue
    times.peer.push(peerMs)
    times.page.push(pageMs)
  }
  return rowOf(path, 'one connection', REACH_ALONE, times.page, times.peer)
}

async function crowdTimes(ask: Ask, path: string): Promise<number[]> {
  const times: number[] = []
  const one = async () => {
    while (times.length < TIMES) times.push(await timeOf(ask, path))
  }
  await Promise.all(Array.from({ length: CROWD }, one))
  return times
}

async function crowd(path: string, page: Ask, peer: Ask): Promise<Row> {
  const before = await crowdTimes(peer, empty)
  const times = await crowdTimes(page, path)
  const after = await crowdTimes(peer, empty)
  return rowOf(path, `${CROWD} connections`, REACH_CROWD, times, [...before, ...after])
}

async function measure(audience: PageAudience): Promise<Row[]> {
  const [cookie, emptyCookie] = [await cookieOf(audience), await cookieOf('company')]
  const single = { page: reader(base, cookie, 1), peer: reader(base, emptyCookie, 1) }
  const many = { page: reader(base, cookie, CROWD), peer: reader(base, emptyCookie, CROWD) }
  const { visits, missing } = await findAddresses(single.page.read, audience)
  if (missing.length > 0) throw new Error(`no link leads to ${missing.join(', ')}`)
  const rows: Row[] = []
  for (const { path } of visits.filter((visit) => only.test(visit.path))) {
    const address = addressIn('zh', path)
    const { status } = await single.page.ask(address)
    if (status >= 300 && status < 400) {
      console.log(`· ${address} only leads on (${status}), so there is no page to measure`)
      continue
    }
    const found = [
      await alone(address, single.page.ask, single.peer.ask),
      await crowd(address, many.page.ask, many.peer.ask),
    ]
    found.forEach(printRow)
    rows.push(...found)
  }
  for (const { page, peer } of [single, many]) {
    page.close()
    peer.close()
  }
  return rows
}

const rows: Row[] = []
for (const audience of pageAudiences) rows.push(...(await measure(audience)))
await database.close()
keepRows(rows, values.json)
const slow = rows.filter((row) => !row.ok && row.reach === REACH_ALONE)
const crowded = Math.max(...rows.filter((row) => row.reach === REACH_CROWD).map((row) => row.ratio))
console.log(
  `at ${CROWD} connections the slowest page takes ${crowded.toFixed(2)}x of the empty page (goal ${REACH_CROWD}x)`,
)
console.log(`${rows.length / 2} pages, ${slow.length} above ${REACH_ALONE}x over one connection`)
process.exitCode = slow.length === 0 ? 0 : 1
