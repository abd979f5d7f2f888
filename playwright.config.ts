import { defineConfig } from '@playwright/test'
import { launchOptions } from './scripts/machine/browser.mjs'

/**
 * `npm test` starts servers, each on a demonstration city of its own, and gives the environment that leads to each: a worker
 * has one for itself. By hand, BASE_URL and DATABASE_URL name a running one.
 */
const tryOuts: Record<string, string>[] = JSON.parse(process.env.TRY_OUTS ?? '[{}]')
Object.assign(process.env, tryOuts[Number(process.env.TEST_PARALLEL_INDEX ?? 0)])

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  workers: tryOuts.length,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    actionTimeout: 20_000,
    baseURL: process.env.BASE_URL ?? 'http://127.0.0.1:3000',
    launchOptions: launchOptions(),
    timezoneId: 'Asia/Shanghai',
    colorScheme: 'light',
    // Nobody waits for what moves. A trace would cost every test a quarter of its time: `--trace on` keeps one by hand.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desk', grepInvert: /@phone-only/, use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      grep: /@phone/,
      use: {
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
        deviceScaleFactor: 2,
      },
    },
  ],
})
