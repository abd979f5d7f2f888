import { afterEach, describe, expect, test, vi } from 'vitest'
import { READS_A_MINUTE } from '@/domain/clock/clock'
import { isLimitedRead, takeRead } from './read-limit'

afterEach(() => vi.unstubAllEnvs())
const NOW = 1_800_000_000_000

describe('reads', () => {
  test('of one reader are so many a minute, and those of another are its own', () => {
    const read = (reader: string | null, at = 0) => takeRead(reader, NOW + at)
    for (let count = 0; count < READS_A_MINUTE; count++) expect(read('one')).toBe(0)
    expect(read('one')).toBe(60)
    expect(read('one', 59_500)).toBe(1)
    expect(read('another')).toBe(0)
    expect(read('one', 60_000)).toBe(0)
    for (let count = 0; count < 2 * READS_A_MINUTE; count++) expect(read(null)).toBe(0)
    vi.stubEnv('KERONG_LIMITS', 'off')
    for (let count = 0; count < 2 * READS_A_MINUTE; count++) expect(read('a test')).toBe(0)
  })

  test('by more readers than are remembered are counted all the same', () => {
    const later = NOW + 10_000_000
    for (let reader = 0; reader < 30_000; reader++) expect(takeRead(`${reader}`, later)).toBe(0)
    for (let count = 1; count < READS_A_MINUTE; count++) takeRead('29999', later)
    expect(takeRead('29999', later)).toBe(60)
  })

  test.each([
    ['GET', '/zh/financier', true],
    ['GET', '/en/financier/leads/1/claim', true],
    ['GET', '/zh/products', true],
    ['HEAD', '/zh/products/1', true],
    ['GET', '/zh/financier/products/1/edit', true],
    ['GET', '/api/v1/totals.csv', true],
    ['POST', '/zh/financier', false],
    ['GET', '/zh/financier/pipeline', false],
    ['GET', '/zh/company', false],
    ['GET', '/api/health', false],
  ])('%s %s: %s', (method, path, is) => {
    expect(isLimitedRead(method, path)).toBe(is)
  })
})
