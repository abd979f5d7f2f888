import { getLocale, getTranslations } from 'next-intl/server'
import { listed } from '@/components/format/lists'
import { LinkButton } from '@/components/ui/button'
import { CardBody } from '@/components/ui/card'
import { TextField } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Link } from '@/components/ui/link.client'
import { Tag } from '@/components/ui/tag'
import type { GapCompany } from '@/domain/gap/gap'
import { placeWords } from '../../place-words'
import { invite } from '../actions'

/** A company that was never served, and the one step: assign its need, see which rule blocks it, or a letter. */
export async function GapRow({ company: one }: { company: GapCompany }) {
  const [t, domain, locale, placed] = await Promise.all([
    getTranslations('gap.companies'),
    getTranslations('domain'),
    getLocale(),
    placeWords(),
  ])
  const name = (
    <span className="sr-only" lang="zh">
      {' '}
      {one.name}
    </span>
  )
  const certificates = one.qualifications.map((kind) => domain(`qualification.${kind}`))
  return (
    <CardBody line>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <p className="font-semibold">
            <Link
              href={`/official/organisations/${one.id}`}
              prefetch={false}
              className="quiet-link"
            >
              <span lang="zh">{one.name}</span>
            </Link>{' '}
            {one.isListed && <Tag tone="seal">{t('listed')}</Tag>}
          </p>
          <p className="text-small text-ink-2">
            {[
              placed(one),
              listed(
                one.chains.map((chain) => domain(`chain.${chain}`)),
                locale,
              ),
              listed(certificates, locale),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        {one.need ? (
          <LinkButton
            href={
              one.need.fitting > 0
                ? `/official/needs/${one.need.id}`
                : `/official/missing/needs#${one.need.id}`
            }
            size="small"
          >
            {one.need.fitting > 0 ? t('assign', { products: one.need.fitting }) : t('tell')}
            {name}
          </LinkButton>
        ) : one.isRegistered ? (
          <Form action={invite.bind(null, one.id)} label={t('inviteNeedOf', { name: one.name })}>
            <SubmitButton tone="plain" size="small">
              {t('inviteNeed')}
              {name}
            </SubmitButton>
          </Form>
        ) : (
          <details className="max-sm:w-full">
            <summary className="min-h-6">
              <span className="link">
                {t('inviteSignUp')}
                {name}
              </span>
            </summary>
            <Form
              action={invite.bind(null, one.id)}
              label={t('inviteOf', { name: one.name })}
              className="mt-3 space-y-3"
            >
              <TextField
                name="email"
                type="email"
                label={t('email')}
                hint={t('emailHint')}
                maxLength={200}
              />
              <SubmitButton tone="plain">{t('send')}</SubmitButton>
            </Form>
          </details>
        )}
      </div>
    </CardBody>
  )
}
