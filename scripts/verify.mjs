import { install } from './start/prepare.mjs'
import { endChildren } from './start/steps.mjs'
import { printTotals, runQuickChecks } from './checks/run.mjs'
import { printEnd } from './stop.mjs'

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => endChildren(2000).finally(() => process.exit(130)))

try {
  await install()
  await runQuickChecks()
  process.exitCode = printTotals()
} catch (error) {
  printEnd(error)
  process.exitCode = 1
}
