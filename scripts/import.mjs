import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { migrate, openForScript } from './start/database.mjs'
import { install } from './start/prepare.mjs'
import { endChildren, refuseSteps, spawnNode, tsScript } from './start/steps.mjs'
import { printEnd } from './stop.mjs'

/** npm run import -- services FILE [--commit] [--skip-bad]: opens the database and hands over to import.ts. */
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
  database = await openForScript('npm run import')
  await migrate(database.url)
  const given = process.argv
    .slice(2)
    .map((argument) => (argument.startsWith('-') ? argument : fromWhereAsked(argument)))
  const child = spawnNode([...tsScript('scripts/import.ts'), ...given], {
    env: { DATABASE_URL: database.url },
    output: 'inherit',
  })
  const end = await child.ended
  await leave(typeof end === 'number' ? end : 1)
} catch (error) {
  printEnd(error)
  await leave(1)
}
