import { getTranslations } from 'next-intl/server'
import { CheckboxGroup } from '@/components/ui/choice-fields.client'
import { NumberWithUnit } from '@/components/ui/figure-fields.client'
import { SubmitButton } from '@/components/ui/form.client'
import { collateralKinds, qualificationKinds, qualificationLevels } from '@/domain/profile/profile'
import { CertificateRows } from './certificate-rows.client'
import { sightWords } from '../../sight-words'
import type { SectionFields } from './plain-fields'

const counts = ['inventionPatents', 'otherPatents', 'software'] as const

export async function PropertyFields({ profile, locale }: SectionFields) {
  const [t, domain, sight] = await Promise.all([
    getTranslations('profile'),
    getTranslations('domain'),
    sightWords(),
  ])
  return (
    <>
      <div className="grid gap-6 sm:grid-cols-3">
        {counts.map((name) => {
          const value = profile[name]
          return (
            <NumberWithUnit
              key={name}
              name={name}
              label={t(`fields.${name}`)}
              unit={t('fields.pieces')}
              inputMode="numeric"
              locale={locale}
              wide
              optional={name !== 'inventionPatents'}
              start={value === null ? undefined : String(value)}
              whoSees={sight.who(name)}
            />
          )
        })}
      </div>
      <section aria-labelledby="certificates" className="space-y-5">
        <div>
          <h2 id="certificates" className="text-h2">
            {t('fields.certificates')}
          </h2>
          <p className="text-small text-ink-2">{t('fields.certificatesHint')}</p>
        </div>
        <CertificateRows
          certificates={profile.qualifications}
          locale={locale}
          kinds={qualificationKinds.map((kind) => ({
            value: kind,
            label: domain(`qualification.${kind}`),
          }))}
          levels={qualificationLevels.map((level) => ({
            value: level,
            label: domain(`qualificationLevel.${level}`),
          }))}
          words={{
            certificate: t('fields.certificate'),
            kind: t('fields.kind'),
            noKind: t('fields.noKind'),
            level: t('fields.level'),
            number: t('fields.number'),
            issuer: t('fields.issuer'),
            validFrom: t('fields.validFrom'),
            validTo: t('fields.validTo'),
          }}
        />
        <SubmitButton tone="plain" size="small" name="verb" value="add">
          {t('fields.addCertificate')}
        </SubmitButton>
        <p className="text-small text-ink-2">{sight.who('qualifications')}</p>
      </section>
      <CheckboxGroup
        name="collateral"
        label={t('fields.collateral')}
        hint={t('fields.collateralHint')}
        columns={2}
        start={profile.collateral}
        choices={collateralKinds.map((kind) => ({
          value: kind,
          label: domain(`collateral.${kind}`),
        }))}
        whoSees={sight.who('collateral')}
      />
    </>
  )
}
