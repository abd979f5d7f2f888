'use client'

import type { Locale } from 'next-intl'
import { Select, TextField, type Choice } from '@/components/ui/fields.client'
import { DateField } from '@/components/ui/figure-fields.client'
import { useField } from '@/components/ui/form-context.client'
import type { Qualification } from '@/domain/profile/profile'
import { ROWS } from './certificate-form'

interface Words {
  certificate: string
  kind: string
  noKind: string
  level: string
  number: string
  issuer: string
  validFrom: string
  validTo: string
}

/** As many rows as there are certificates and one more; the answer to *add a row* says how many then. */
export function CertificateRows({
  certificates,
  kinds,
  levels,
  words,
  locale,
}: {
  certificates: Qualification[]
  kinds: Choice[]
  levels: Choice[]
  words: Words
  locale: Locale
}) {
  const { value } = useField(ROWS)
  const rows = typeof value === 'string' ? Math.max(1, Number(value)) : certificates.length + 1
  return (
    <>
      <input type="hidden" name={ROWS} value={rows} />
      {Array.from({ length: rows }, (_, index) => {
        const own = certificates[index]
        const name = (field: keyof Qualification) => `qualifications[${index}].${field}`
        return (
          <fieldset key={index} className="border-t border-line pt-4">
            <legend className="pr-3 text-h3">
              {words.certificate} {index + 1}
            </legend>
            <div className="grid gap-4 sm:grid-cols-2">
              <Select
                name={name('kind')}
                label={words.kind}
                none={words.noKind}
                choices={kinds}
                start={own?.kind}
              />
              <Select
                name={name('level')}
                label={words.level}
                choices={levels}
                start={own?.level}
              />
              <DateField
                name={name('validFrom')}
                label={words.validFrom}
                locale={locale}
                start={own?.validFrom}
              />
              <DateField
                name={name('validTo')}
                label={words.validTo}
                optional
                locale={locale}
                start={own?.validTo ?? undefined}
              />
              <TextField
                name={name('number')}
                label={words.number}
                optional
                start={own?.number ?? undefined}
              />
              <TextField
                name={name('issuer')}
                label={words.issuer}
                optional
                start={own?.issuer ?? undefined}
              />
            </div>
          </fieldset>
        )
      })}
    </>
  )
}
