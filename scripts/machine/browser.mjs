import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const isRoot = process.getuid?.() === 0

const shell = '/usr/bin/chromium-headless-shell'

/** Chromium without windows starts and draws in half the time: worth installing beside the whole. */
export const hasHeadlessShell = () => existsSync(shell)

/** Debian's Chromium, where there is one, rather without windows; elsewhere Playwright brings its own. */
export function systemChromium() {
  return [shell, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
}

/** How every script and test starts the browser: no sandbox for root (Chromium refuses), no talking to the outside. */
export function launchOptions() {
  const executablePath = systemChromium()
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  }
}

export function hasChineseFont() {
  const asked = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return asked.status === 0 && asked.stdout.trim() !== ''
}
