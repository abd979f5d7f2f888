import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'

const isRoot = process.getuid?.() === 0

export const mayInstall = () => isRoot && existsSync('/usr/bin/apt-get')

function apt(args) {
  // Questions would wait for ever: keep what is configured, ask nothing.
  const keep = [
    '-o',
    'Dpkg::Options::=--force-confdef',
    '-o',
    'Dpkg::Options::=--force-confold',
    '-o',
    'DPkg::Lock::Timeout=300',
  ]
  return spawnSync('apt-get', ['-y', '-q', ...keep, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', UCF_FORCE_CONFFOLD: '1' },
  })
}

/** Installs packages of Debian; @throws Error with apt's last words. */
export function install(packages) {
  const installing = ['install', '--no-install-recommends', ...packages]
  if (apt(installing).status === 0) return
  apt(['update'])
  const second = apt(installing)
  if (second.status !== 0)
    throw new Error(
      `apt-get install ${packages.join(' ')}: ${second.stderr.trim().split('\n').slice(-3).join(' ')}`,
    )
}

/** Debian's package makes and starts a cluster of its own; we want the binaries alone. */
export function installPostgres(major) {
  const settings = '/etc/postgresql-common/createcluster.conf'
  if (!existsSync(settings)) {
    mkdirSync('/etc/postgresql-common', { recursive: true })
    writeFileSync(settings, 'create_main_cluster = false\n')
  }
  install([`postgresql-${major}`])
}
