/**
 * Holds the documents against the sources: every path, name, table, script and address that they cite is there, and the
 * tables of docs/states.md are those of domain/states.ts. What is not there is not written as code.
 */
import { statesOf, table } from '../../domain/states'
import { besideTheTables, toCome } from '../../domain/states-beside'
import { citationsOf, faultsIn, pagesCitedIn } from './citations'
import { isCode, read, readSource } from './sources'
import { compareStates, faultsInMarks, readStatesPage } from './states-page'

const source = readSource()
const states = readStatesPage(read('docs/states.md'))
const promised = states.rows.filter(({ comesWith }) => comesWith)
const words = new Set([...source.words, ...promised.map(({ verb }) => verb)])
const pages = [...source.paths].filter((path) => /^(README|docs\/.+)\.md$/.test(path))

const faults = [
  ...pages.flatMap((page) => {
    const leaveOut = page === 'docs/states.md' ? promised.map(({ line }) => line) : []
    return faultsIn(page, citationsOf(read(page), new Set(leaveOut)), { ...source, words })
  }),
  ...[...source.paths]
    .filter(isCode)
    .flatMap((path) => faultsIn(path, pagesCitedIn(read(path)), source)),
  ...['docs/domain.md', 'docs/states.md'].flatMap((page) => faultsInMarks(page, read(page))),
  ...states.faults,
  ...compareStates(states, {
    table,
    nouns: Object.keys(statesOf),
    toCome,
    beside: besideTheTables,
  }),
]
for (const fault of faults) console.error(fault)
console.log(`${pages.length} pages, ${states.rows.length} rows of states, ${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
