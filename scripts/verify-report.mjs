import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openForScript } from './start/database.mjs'
import { install } from './start/prepare.mjs'
import { endChildren, refuseSteps, root, spawnNode, tsScript } from './start/steps.mjs'
import { printEnd } from './stop.mjs'

/** npm run verify-report -- FILE… [--lang zh|en]: opens the database where there is one, and hands over to verify-report.ts. */
let database

async function leave(code) {
  refuseSteps()
  await endChildren()
  await database?.close()
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => leave(130).catch(printEnd))

/** npm runs us in the project's folder; the file is named from where the person is. */
function fromWhereAsked(argument) {
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), argument)
  return existsSync(path) ? path : argument
}

try {
  await install()
  // An auditor may have nothing but the files: without a database they are held against each other alone.
  if (process.env.DATABASE_URL || existsSync(join(root, '.data')))
    database = await openForScript('npm run verify-report')
  const given = process.argv
    .slice(2)
    .map((argument) => (argument.startsWith('-') ? argument : fromWhereAsked(argument)))
  const child = spawnNode([...tsScript('scripts/verify-report.ts'), ...given], {
    env: database ? { DATABASE_URL: database.url } : {},
    output: 'inherit',
  })
  const end = await child.ended
  await leave(typeof end === 'number' ? end : 1)
} catch (error) {
  printEnd(error)
  await leave(1)
}
