import { rowMarks, type OfferSay } from '@/components/offer-sheet'
import type { OfferOnNeed } from '@/domain/introduction/queries'
import type { OwnNeed } from '@/domain/need/queries'
import { withFigures } from '@/domain/offer/offer-figures'
import { changedRows, needDifferences, rowsOutsideProduct } from '@/domain/offer/offer-sheet'

export type AskedNeed = Pick<
  OwnNeed,
  'id' | 'version' | 'maxCostBp' | 'openFen' | 'tenorMonths' | 'collateral'
>

/** An offer with its figures and the marks of its rows: while it is open, also where it differs from need and product. */
export function markedOffer(
  { offer, before, financierName, product }: OfferOnNeed,
  need: AskedNeed,
  say: OfferSay,
) {
  const sheet = withFigures(offer)
  const isOpen = offer.state !== 'accepted'
  const marks = rowMarks(
    product.class,
    {
      changed: before && {
        rows: changedRows(product.class, offer, before),
        before: withFigures(before),
      },
      need: isOpen ? needDifferences(product.class, offer, need) : [],
      outside: isOpen ? rowsOutsideProduct(product.class, offer, product) : [],
    },
    'company',
    say,
  )
  return { offer, before, financierName, product, sheet, marks }
}
export type MarkedOffer = ReturnType<typeof markedOffer>
