import { getLocale, getTranslations } from 'next-intl/server'
import { nearClock } from '@/components/format/dates'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-links'
import { WhoSees } from '@/components/ui/who-sees'
import { Written } from '@/components/ui/written'
import type { listOwnDisclosures } from '@/domain/consent/queries'
import { seenWords } from '../sight-words'

type Seen = Awaited<ReturnType<typeof listOwnDisclosures>>
const SHOWN = 3

/** Who has read what of the company last, and the way to take it back. */
export async function Seen({ seen, now, mayAct }: { seen: Seen; now: Date; mayAct: boolean }) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('company'),
    getTranslations('domain'),
    getLocale(),
  ])
  return (
    <Card labelledBy="seen">
      <CardHead
        id="seen"
        title={t('seen.title')}
        act={
          seen.length > 0 && (
            <span className="text-small">
              <TextLink href="/company/consents#seen">{t('seen.all')}</TextLink>
            </span>
          )
        }
      />
      <CardBody>
        {seen.length === 0 ? (
          <p className="text-ink-2">{t('seen.nobody')}</p>
        ) : (
          <ul className="divide-y divide-line [&>li]:py-3 [&>li:first-child]:pt-0">
            {seen.slice(0, SHOWN).map((look) => (
              <li key={look.id}>
                <p className="flex flex-wrap justify-between gap-x-3">
                  <b>
                    <Written>{`${look.readerName} · ${look.memberName}`}</Written>
                  </b>
                  <time dateTime={look.at.toISOString()} className="text-small text-ink-2">
                    {nearClock(look.at, now, locale)}
                  </time>
                </p>
                <div className="mt-0.5 flex items-end justify-between gap-3">
                  <p className="text-small text-ink-2">{seenWords(look.groups, domain, locale)}</p>
                  {mayAct && look.readerKind === 'financier' && (
                    <span className="shrink-0 whitespace-nowrap">
                      <LinkButton
                        href={`/company/consents#${look.readerId}`}
                        size="small"
                        aria-label={t('seen.takeBackFrom', { financier: look.readerName })}
                      >
                        {t('seen.takeBack')}
                      </LinkButton>
                    </span>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
        <WhoSees>{t('seen.note')}</WhoSees>
      </CardBody>
    </Card>
  )
}
