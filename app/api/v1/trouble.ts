import { getTranslations } from 'next-intl/server'
import type { QuestionTrouble } from '@/domain/totals/read-question'

/** Why an address cannot be read, in both languages. */
export async function troubleJson({ code, parameter }: QuestionTrouble): Promise<Response> {
  const [zh, en] = await Promise.all(
    (['zh', 'en'] as const).map((locale) =>
      getTranslations({ locale, namespace: 'asked.trouble' }),
    ),
  )
  return Response.json(
    { error: code, parameter, zh: zh?.(code, { parameter }), en: en?.(code, { parameter }) },
    { status: 400, headers: { 'access-control-allow-origin': '*' } },
  )
}
