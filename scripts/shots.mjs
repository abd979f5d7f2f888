import { parseArgs } from 'node:util'
import * as needs from './machine/needs.mjs'
import { build, install } from './start/prepare.mjs'
import { runOnTryOut } from './start/try-out.mjs'
import { runNode, tsScript } from './start/steps.mjs'

/** npm run shots -- [--dark] [--only PATTERN] [--address URL]: pictures of every page, into shots/; --readme: those of the README. */
const options = {
  dark: { type: 'boolean' },
  readme: { type: 'boolean' },
  only: { type: 'string' },
  address: { type: 'string' },
}

await runOnTryOut(async (start) => {
  const { values } = parseArgs({ options })
  await install()
  await needs.browser()
  if (!values.address) await build()
  const env = values.address ? { BASE_URL: values.address } : await start()
  const passedOn = [
    ...(values.dark ? ['--dark'] : []),
    ...(values.readme ? ['--readme'] : []),
    ...(values.only ? ['--only', values.only] : []),
  ]
  await runNode([...tsScript('scripts/pages/take-shots.ts'), ...passedOn], {
    env,
    show: true,
    failure: 'Not every picture could be taken (see above).',
  })
})
