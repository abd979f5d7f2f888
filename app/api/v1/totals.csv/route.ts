import { publicContext } from '@/app/session'
import { totalsFile } from '../totals-file'

/** The figures of the totals page as CSV: `by` names the cut, `language` the words. */
export async function GET(request: Request) {
  return totalsFile(publicContext(), request, 'csv')
}
