/**
 * The live products of this process, their terms and as masks. The database gives the catalogue another version in the same transaction
 * as every change of a product or of a financier's state, whoever makes it; a read asks only for the version and loads
 * anew when it is another.
 */
import type { Database } from '@/db/client'
import { catalogue, product } from '@/db/schema'
import type { Day } from '../calendar/calendar'
import { isOnOffer } from '../product/on-offer'
import { encodeProducts } from './masks'
import type { JudgedNeed } from './match'
import type { Offered, Offers } from './offers'
import { scanProducts } from './scan'

interface Catalogue extends Offers<Offered & { id: string }> {
  version: string
}

/** The version is drawn at random: a rolled back one, or another database's, never looks like this one. */
let held: Catalogue | undefined

async function load(db: Database, version: string): Promise<Catalogue> {
  const products = await db
    .select({
      id: product.id,
      financierId: product.financierId,
      class: product.class,
      amountMinFen: product.amountMinFen,
      amountMaxFen: product.amountMaxFen,
      tenorMinMonths: product.tenorMinMonths,
      tenorMaxMonths: product.tenorMaxMonths,
      rateMinBp: product.rateMinBp,
      rateMaxBp: product.rateMaxBp,
      feeBp: product.feeBp,
      repayment: product.repayment,
      costsBp: product.costsBp,
      criteria: product.criteria,
    })
    .from(product)
    .where(isOnOffer())
    .orderBy(product.id)
  return { version, products, masks: encodeProducts(products) }
}

/** In the order of their ids. The version first, then the rows: what is loaded may be newer than its label, never older. */
export async function readCatalogue(db: Database): Promise<Catalogue> {
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
  const { products, masks } = await readCatalogue(db)
  return scanProducts(masks, need, today).flatMap((place) => products[place]?.id ?? [])
}
