import type { Locale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { QuestionTrouble } from '@/domain/totals/read-question'

/** The answer of a file whose address cannot be read: why, in words. */
export async function unreadable({ code, parameter }: QuestionTrouble, locale: Locale) {
  const t = await getTranslations({ locale, namespace: 'asked.trouble' })
  return new Response(t(code, { parameter }), { status: 400 })
}
