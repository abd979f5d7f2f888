import { join } from 'node:path'
import { isBuilt, isInstalled, markBuilt, markInstalled, sourcesHash } from './freshness.mjs'
import { npmScript, root, runNode, step } from './steps.mjs'

export async function install() {
  if (isInstalled()) return
  await step('Installing the packages with npm ci (about a minute)', () =>
    runNode([npmScript(), 'ci', '--include=dev', '--no-audit', '--no-fund'], {
      failure:
        'npm ci did not succeed (see above): check the connection to the npm registry and start again.',
    }),
  )
  markInstalled()
}

export async function build() {
  if (isBuilt()) return
  const hash = sourcesHash()
  await step('Building the application (about a minute)', () =>
    runNode([join(root, 'node_modules/next/dist/bin/next'), 'build'], {
      env: { NODE_ENV: 'production' },
      failure: 'The build did not succeed (see above).',
    }),
  )
  markBuilt(hash)
}
