import { useTranslations } from 'next-intl'
import { MeantCode } from './suggested-code.client'

/** Beside a field of a code: the one that was probably meant, once the answer to a wrong one names it. */
export function SuggestedCode() {
  const t = useTranslations('fields')
  return <MeantCode words={t.raw('use-meant') as string} />
}
