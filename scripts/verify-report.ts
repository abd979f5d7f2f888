import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createTranslator } from 'next-intl'
import { faultWords, fileKey } from '@/app/reports/fault-words'
import { verifyFiles, type GivenFiles } from '@/app/reports/verify-files'
import type { ReportFault } from '@/app/reports/verify-report'
import { connect } from '@/db/client'
import { checkSeal } from '@/domain/report/check-seal'
import { canonical } from '@/domain/report/digest'
import { findSealed } from '@/domain/report/queries'
import { readReportKey, reportFiles, type ReportFileName } from '@/domain/report/report'
import * as en from '@/messages/en'
import * as zh from '@/messages/zh'

/** npm run verify-report -- FILE… [--lang zh|en]; verify-report.mjs opens the database, where there is one. */
const { values, positionals } = parseArgs({
  options: { lang: { type: 'string' } },
  allowPositionals: true,
})
const locale = (values.lang ?? process.env.LANG ?? '').toLowerCase().startsWith('zh') ? 'zh' : 'en'
const messages = locale === 'zh' ? { ...zh } : { ...en }
const t = createTranslator({ locale, messages, namespace: 'report' })
const say = (line: string) => process.stdout.write(`${line}\n`)

function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** Which file of a report a path is: by the end of its name, as it was downloaded. */
const nameOf = (path: string): ReportFileName | undefined =>
  reportFiles.find((name) => basename(path).endsWith(name)) ??
  (path.endsWith('.json') ? 'report.json' : undefined)

/** The other files of a report where they lie beside one that is given, under the names they are downloaded with. */
function beside(path: string, name: ReportFileName): [ReportFileName, string][] {
  const begin = basename(path).slice(0, -name.length)
  return reportFiles
    .map((other): [ReportFileName, string] => [other, join(dirname(path), begin + other)])
    .filter(([, other]) => existsSync(other))
}

if (positionals.length === 0) end(t('command.usage'))
const files: GivenFiles = {}
for (const path of positionals) {
  if (!existsSync(path)) end(t('command.noFile', { file: path }))
  const name = nameOf(path)
  if (!name) end(t('command.noReport', { file: path }))
  for (const [other, there] of beside(path, name)) files[other] ??= readFileSync(there)
  files[name] = readFileSync(path)
}
if (!files['report.json']) end(t('command.noJson'))

const { json, faults: ofFiles } = verifyFiles(files)
const faults: ReportFault[] = [...ofFiles]
const url = process.env.DATABASE_URL
const key = json && readReportKey(`${json.data.month}.${json.data.edition}`)
let isAsked = false
if (url && json && key) {
  const { db, close } = connect(url, 2)
  const sealed = await findSealed(db, key).finally(() => undefined)
  isAsked = sealed !== null
  if (sealed) {
    if (canonical(sealed.data) !== canonical(json.data))
      faults.push({ code: 'file-data', file: 'report.json' })
    faults.push(...(await checkSeal(db, sealed)))
  }
  await close()
}

if (json) say(`${json.data.report} · ${json.data.edition} · ${json.digest}`)
for (const name of reportFiles) {
  const own = faults.some((fault) => 'file' in fault && fault.file === name)
  say(
    `${t(`public.file.${fileKey(name)}`)}: ${t(`check.${!files[name] ? 'absent' : own ? 'bad' : 'good'}`)}`,
  )
}
say(isAsked ? t('command.asked') : t('command.notAsked'))
for (const fault of faults) say(`- ${faultWords(t, fault, true)}`)
say(faults.length === 0 ? t('command.good') : t('public.broken', { count: faults.length }))
process.exitCode = faults.length === 0 ? 0 : 1
