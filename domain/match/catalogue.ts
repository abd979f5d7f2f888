/**
 * The live products of this process as masks. The database gives the catalogue another version in the same transaction
 * as every change of a product or of a financier's state, whoever makes it; a read asks only for the version and loads
 * anew when it is another.
 */
import type { Database } from '@/db/client'
import { catalogue, product } from '@/db/schema'
import type { Day } from '../calendar/calendar'
import { isOnOffer } from '../product/on-offer'
import { encodeProducts, scanProducts, type ProductMasks } from './masks'
import type { JudgedNeed } from './match'

interface Loaded {
  version: string
  ids: string[]
  masks: ProductMasks
}

/** The version is drawn at random: a rolled back one, or another database's, never looks like this one. */
let held: Loaded | undefined

async function load(db: Database, version: string): Promise<Loaded> {
  const rows = await db
    .select({
      id: product.id,
      class: product.class,
      amountMinFen: product.amountMinFen,
      amountMaxFen: product.amountMaxFen,
      tenorMinMonths: product.tenorMinMonths,
      tenorMaxMonths: product.tenorMaxMonths,
      rateMinBp: product.rateMinBp,
      rateMaxBp: product.rateMaxBp,
      feeBp: product.feeBp,
      criteria: product.criteria,
    })
    .from(product)
    .where(isOnOffer())
    .orderBy(product.id)
  return { version, ids: rows.map(({ id }) => id), masks: encodeProducts(rows) }
}

/** The version first, then the rows: what is loaded may be newer than its label, never older. */
async function readCatalogue(db: Database): Promise<Loaded> {
  const [row] = await db.select({ version: catalogue.version }).from(catalogue)
  if (!row) throw new Error('the catalogue has no version')
  if (held?.version !== row.version) held = await load(db, row.version)
  return held
}

/** The live products of admitted financiers that a need may have on a day; the judge has the last word. */
export async function listCandidateProducts(
  db: Database,
  need: JudgedNeed,
  today: Day,
): Promise<string[]> {
  const { ids, masks } = await readCatalogue(db)
  return scanProducts(masks, need, today).flatMap((place) => ids[place] ?? [])
}
