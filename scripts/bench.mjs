import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, install } from './start/prepare.mjs'
import { root, runNode, tsScript } from './start/steps.mjs'
import { runOnTryOut } from './start/try-out.mjs'
import { Stop } from './stop.mjs'

/** npm run bench -- NAME [--json FILE] [its own words: web has --only PATTERN and --times N]: runs bench/NAME.ts. Those named here measure a server on the demonstration city. */
const onServer = new Set(['web'])
const notBenches = new Set(['request', 'row'])
/** What names files, several with commas between: read from where the command was typed. */
const namesFiles = new Set(['--json', '--history', '--needs', '--financiers', '--out'])
/** A bench that was asked wrongly has said so itself. */
const ASKED_WRONGLY = 2

const names = readdirSync(join(root, 'bench'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => name.slice(0, -3))
  .filter((name) => !notBenches.has(name))

await runOnTryOut(async (start) => {
  const [name, ...rest] = process.argv.slice(2)
  if (name === undefined || !names.includes(name) || !existsSync(join(root, 'bench', `${name}.ts`)))
    throw new Stop(`Say what to measure: npm run bench -- ${names.join(' | ')} [--json FILE].`)
  const typedIn = process.env.INIT_CWD ?? root
  const words = rest.map((word, at) =>
    namesFiles.has(rest[at - 1])
      ? word
          .split(',')
          .map((file) => resolve(typedIn, file))
          .join(',')
      : word,
  )
  await install()
  let env = {}
  if (onServer.has(name)) {
    await build()
    env = await start({ KERONG_BENCH: name })
  }
  await runNode([...tsScript(`bench/${name}.ts`), ...words], {
    env,
    show: true,
    failure: (code) =>
      code === ASKED_WRONGLY
        ? 'Nothing was measured.'
        : 'Not every measurement reached what it should (see above).',
  })
})
