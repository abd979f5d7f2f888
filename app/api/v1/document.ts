import type { Locale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { wholeAddress } from '@/app/address'
import { READS_A_MINUTE } from '@/domain/clock/clock'
import { SMALL_CELL } from '@/domain/totals/totals'
import { openApi } from './openapi'

/** The document of the public interface in a language. */
export async function documentIn(locale: Locale) {
  const t = await getTranslations({ locale, namespace: 'api' })
  const values = { reads: READS_A_MINUTE, least: SMALL_CELL }
  return openApi(new URL(wholeAddress('/')).origin, (key) => t(key as 'title', values))
}
