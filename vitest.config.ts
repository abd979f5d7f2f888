import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const generated = ['**/node_modules/**', '.next*/**', 'e2e/**']
/**
 * Asked once, not on another PostgreSQL too: thousands of drawn cases that are held against another reckoning. Their statements
 * are asked there by the tests beside them.
 */
const askedOnce = [
  'scripts/city/seeds.db.test.ts',
  'domain/match/{reach,candidate-needs}.db.test.ts',
  'domain/view/view.db.test.ts',
  'app/**/official/set-address.db.test.ts',
]

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    maxWorkers: 2,
    env: { TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...generated, '**/*.db.test.ts'],
          // Properties over thousands of draws: a busy machine takes its time.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude: [...generated, ...(process.env.TEST_POSTGRES_BIN ? askedOnce : [])],
          globalSetup: './db/testing-server.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
