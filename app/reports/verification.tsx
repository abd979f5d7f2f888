import { getLocale, getTranslations } from 'next-intl/server'
import { clock } from '@/components/format/dates'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { faultWords } from './fault-words'
import type { Verified } from './verify-report'

/** The button that verifies a report, for everyone and before any script; and what it found. */
export async function Verification({
  verified,
  isOfficial,
}: {
  verified: Verified | null
  isOfficial: boolean
}) {
  const [t, locale] = await Promise.all([getTranslations('report'), getLocale()])
  const said = verified && [
    ...new Set(verified.faults.map((fault) => faultWords(t, fault, isOfficial))),
  ]
  return (
    <Card labelledBy="verify" id="verification">
      <CardHead id="verify" title={t('public.verify')} note={t('public.verifyNote')} />
      <CardBody>
        {verified && said && (
          <div className="mb-4">
            <Notice
              tone={said.length === 0 ? 'pass' : 'error'}
              live
              title={
                said.length === 0
                  ? t('public.verified')
                  : t('public.broken', { count: said.length })
              }
            >
              {said.length > 0 && (
                <ul className="list-disc break-words pl-5">
                  {said.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              )}
              <p className="text-small">
                {t('public.checkedAt', { when: clock(verified.at, locale) })}
              </p>
            </Notice>
          </div>
        )}
        <form method="get" data-print="never">
          <input type="hidden" name="verify" value="yes" />
          <Button type="submit">{t('public.verifyNow')}</Button>
        </form>
        <p className="mt-3 break-words text-small text-ink-2">{t('public.command')}</p>
      </CardBody>
    </Card>
  )
}
