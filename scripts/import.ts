import { createReadStream, existsSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { createTranslator } from 'next-intl'
import { connect } from '@/db/client'
import type { ImportReport } from '@/domain/bank-file/import-report'
import { importServices } from '@/domain/bank-file/import-services'
import * as en from '@/messages/en'
import * as zh from '@/messages/zh'
import { optionOf, problemLine, questionLines, reportLines } from './import-words'

/** npm run import -- services FILE [--commit] [--skip-bad] [--answer NAME=ANSWER]… [--report FILE] [--lang zh|en]; import.mjs opens the database. */
const SHOWN_AT_MOST = 40

function chosen() {
  const options = {
    commit: { type: 'boolean' },
    'skip-bad': { type: 'boolean' },
    answer: { type: 'string', multiple: true },
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
const domainWords = createTranslator({ locale, messages, namespace: 'domain' })
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
const answers = Object.fromEntries(
  (arguments_.values.answer ?? []).map((given) => {
    const at = given.indexOf('=')
    if (at < 1) end(t('bad-answer', { answer: given }))
    return [given.slice(0, at).trim(), given.slice(at + 1).trim()] as const
  }),
)
const since = Date.now()
const { db, close } = connect(url, 2)
try {
  const result = await importServices(
    { actor: { audience: 'clock' }, now: new Date(), db },
    { source: () => createReadStream(file), commit, skipBad, answers, show },
  )
  if (!result.ok) {
    const columns = String(result.facts?.columns ?? '')
      .split(' ')
      .filter(Boolean)
      .map((column) => t(`columns.${column}` as 'columns.uscc'))
    const words = String(result.facts?.words ?? '')
    end(t(`refusals.${result.refusal}`, { columns: columns.join(t('and')), words }))
  }
  await tell(result.value)
  const { isKept, bad, questions } = result.value
  if (!isKept && (commit || bad > 0 || questions.length > 0)) process.exitCode = 1
} finally {
  await close()
}

/** What was found, before anything of it is kept. */
function show(report: ImportReport): void {
  const lines = report.problems.map((problem) => problemLine(t, problem))
  for (const line of lines.slice(0, SHOWN_AT_MOST)) say(line)
  if (lines.length > SHOWN_AT_MOST) say(t('more', { count: lines.length - SHOWN_AT_MOST }))
  if (lines.length > 0) say('')
  for (const line of reportLines(t, locale, report)) say(line)
  // While something is asked, what comes after it has not been asked yet.
  if (report.questions.length === 0 && report.unusedAnswers.length > 0)
    say(t('unused', { names: report.unusedAnswers.join(t('comma')) }))
}

/** The command with the answers given; a question that is still open stands in it to be answered. */
function command(open: readonly string[]): string {
  const options = [
    ...Object.entries(answers)
      .filter(([name]) => !open.includes(name))
      .map(([name, answer]) => optionOf(name, answer)),
    ...open.map((name) => optionOf(name, t('choose'))),
  ]
  return ['npm run import -- services', `'${file}'`, ...options].join(' ')
}

function ask(report: ImportReport): void {
  const { questions } = report
  say('')
  say(t('asked-head', { count: questions.length }))
  for (const question of questions)
    for (const line of questionLines(t, domainWords, locale, question)) say(line)
  say('')
  say(t('repeat'))
  say(`  ${command(questions.map(({ name }) => name))}`)
}

async function tell(report: ImportReport): Promise<void> {
  const seconds = ((Date.now() - since) / 1000).toFixed(1)
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  say(t('took', { seconds, megabytes }))
  const isAsked = report.questions.length > 0
  if (isAsked) ask(report)
  say('')
  say(t(isAsked ? 'asked' : report.isKept ? 'kept' : commit ? 'kept-out' : 'only-checked'))
  if (!isAsked && Object.keys(answers).length > 0) say(t('answered', { command: command([]) }))
  if (!reportFile) return
  const sentences = report.problems.map((problem) => problemLine(t, problem))
  await writeFile(reportFile, `${JSON.stringify({ ...report, sentences }, null, 2)}\n`)
  say(t('report-written', { file: reportFile }))
}
