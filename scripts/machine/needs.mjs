import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { oldestSupported, systemBinaries } from '../postgres/binaries.mjs'
import { root, runNode, step } from '../start/steps.mjs'
import * as apt from './apt.mjs'
import { hasChineseFont, hasHeadlessShell, systemChromium } from './browser.mjs'

/** Environment of the database tests on the oldest PostgreSQL, or why there is none here. */
export async function oldestPostgres() {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { env: { TEST_DATABASE_URL: given }, name: 'the server of TEST_DATABASE_URL' }
  const name = `PostgreSQL ${oldestSupported}`
  let found = systemBinaries(oldestSupported)
  let why = 'it is not installed and this user may not install it'
  if (found === undefined && apt.mayInstall()) {
    try {
      await step(`Installing ${name} from Debian, for the tests`, () =>
        apt.installPostgres(oldestSupported),
      )
      found = systemBinaries(oldestSupported)
    } catch (error) {
      why = error.message
    }
  }
  if (found !== undefined) return { env: { TEST_POSTGRES_BIN: found.bin }, name }
  return { name, why: `${why}; TEST_DATABASE_URL may name a server of that version.` }
}

async function playwrightChromium() {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath())
}

async function tryInstall(name) {
  if (!apt.mayInstall()) return
  await step(`Installing ${name} from Debian, for the tests`, () => apt.install([name])).catch(
    () => {},
  )
}

const paperFont = '/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc'

/** The fonts that PDFs are set in; why they are not there, where they cannot be had. */
export async function fonts() {
  if (!existsSync(paperFont) && apt.mayInstall())
    await step('Installing the fonts of reports from Debian', () =>
      apt.install(['fontconfig', 'fonts-noto-cjk']),
    ).catch(() => {})
  return existsSync(paperFont)
    ? []
    : [['The PDF of a report', 'install fonts-noto-cjk, or name its folder in KERONG_FONTS.']]
}

/** A Chromium and a Chinese font: what is there, else Debian's, else Playwright's own; @throws where none can be had. */
export async function browser() {
  if (!hasHeadlessShell()) await tryInstall('chromium-headless-shell')
  if (systemChromium() === undefined) await tryInstall('chromium')
  if (systemChromium() === undefined && !(await playwrightChromium()))
    await step("Installing Playwright's Chromium, for the tests", () =>
      runNode([join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], {
        failure:
          'There is no Chromium for the browser tests and none can be installed: install one as /usr/bin/chromium.',
      }),
    )
  if (!hasChineseFont() && apt.mayInstall())
    await step('Installing a Chinese font from Debian, for the tests', () =>
      apt.install(['fontconfig', 'fonts-noto-cjk']),
    )
  if (systemChromium() !== undefined) spawnSync('fc-cache', [])
}

const runs = (program, flag) => spawnSync(program, [flag]).status === 0

/** What reads the files that leave the house: poppler for PDF and, where it is `wanted`, LibreOffice; why one of them is not there. */
export async function readers(wanted) {
  if (!runs('pdftotext', '-v')) await tryInstall('poppler-utils')
  if (wanted && !runs('soffice', '--version')) await tryInstall('libreoffice-calc-nogui')
  return [
    ...(runs('pdftotext', '-v') ? [] : [['The text of a PDF', 'there is no pdftotext here.']]),
    ...(runs('soffice', '--version')
      ? []
      : [
          [
            'The way through LibreOffice and back',
            wanted
              ? 'it is not here and cannot be installed.'
              : 'it is not here; npm test -- --office installs it (280 MB).',
          ],
        ]),
  ]
}
