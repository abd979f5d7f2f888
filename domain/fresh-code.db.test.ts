import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { rolledBack, testDatabase } from '@/db/testing'
import { freshCode } from './fresh-code'
import { drawFrom } from './id'
import { NOW } from './testing/cast'
import { makeOrganisation } from './testing/cast'
import { makeProduct } from './testing/rows'

const database = testDatabase()
afterEach(() => drawFrom(null))

test('a code that is taken is drawn again; another noun may have its digits', () =>
  rolledBack(database(), async (db) => {
    const financier = await makeOrganisation(db, 'financier')
    for (const digits of ['000007', '000008'])
      await makeProduct(db, financier.id, 'draft', { code: `CP-2024-${digits}` })
    const drawn = [7, 8, 7, 9, 7]
    drawFrom({ id: randomUUID, below: () => drawn.shift() ?? 0 })
    expect(await freshCode(db, 'product', NOW)).toBe('CP-2024-000009')
    expect(await freshCode(db, 'need', NOW)).toBe('XQ-2024-000007')
  }))
