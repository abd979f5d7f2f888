import { createReadStream, existsSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { createTranslator } from 'next-intl'
import { connect } from '@/db/client'
import type { ImportReport } from '@/domain/bank-file/import-report'
import { importServices } from '@/domain/bank-file/import-services'
import * as en from '@/messages/en'
import * as zh from '@/messages/zh'
import { problemLine, reportLines } from './import-words'

/** npm run import -- services FILE [--commit] [--skip-bad] [--report FILE] [--lang zh|en]; import.mjs opens the database. */
const SHOWN_AT_MOST = 40

function chosen() {
  const options = {
    commit: { type: 'boolean' },
    'skip-bad': { type: 'boolean' },
    report: { type: 'string' },
    lang: { type: 'string' },
  } as const
  try {
    return parseArgs({ options, allowPositionals: true, strict: true })
  } catch {
    return null
  }
}

const arguments_ = chosen()
const lang = arguments_?.values.lang ?? process.env.LANG ?? ''
const locale = lang.toLowerCase().startsWith('en') ? 'en' : 'zh'
const messages = locale === 'en' ? en : zh
const t = createTranslator({ locale, messages, namespace: 'import' })
const say = (line: string) => process.stdout.write(`${line}\n`)

function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const [what, file] = arguments_?.positionals ?? []
if (!arguments_ || what !== 'services' || !file) end(t('usage'))
if (!existsSync(file) || !statSync(file).isFile()) end(t('no-file', { file }))
const url = process.env.DATABASE_URL
if (!url) end(t('no-database'))

const { commit = false, 'skip-bad': skipBad = false, report: reportFile } = arguments_.values
const since = Date.now()
const { db, close } = connect(url, 2)
try {
  const result = await importServices(
    { actor: { audience: 'clock' }, now: new Date(), db },
    { source: () => createReadStream(file), commit, skipBad },
  )
  if (!result.ok) {
    const columns = String(result.facts?.columns ?? '')
      .split(' ')
      .filter(Boolean)
      .map((column) => t(`columns.${column}` as 'columns.uscc'))
    end(t(`refusals.${result.refusal}`, { columns: columns.join(t('and')) }))
  }
  await tell(result.value)
  if (!result.value.isKept && (commit || result.value.bad > 0)) process.exitCode = 1
} finally {
  await close()
}

async function tell(report: ImportReport): Promise<void> {
  const lines = report.problems.map((problem) => problemLine(t, problem))
  for (const line of lines.slice(0, SHOWN_AT_MOST)) say(line)
  if (lines.length > SHOWN_AT_MOST) say(t('more', { count: lines.length - SHOWN_AT_MOST }))
  if (lines.length > 0) say('')
  for (const line of reportLines(t, locale, report)) say(line)
  const seconds = ((Date.now() - since) / 1000).toFixed(1)
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  say(t('took', { seconds, megabytes }))
  say('')
  say(t(report.isKept ? 'kept' : commit ? 'kept-out' : 'only-checked'))
  if (!reportFile) return
  await writeFile(reportFile, `${JSON.stringify({ ...report, sentences: lines }, null, 2)}\n`)
  say(t('report-written', { file: reportFile }))
}
