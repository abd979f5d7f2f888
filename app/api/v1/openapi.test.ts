import { Validator } from '@seriousme/openapi-schema-validator'
import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { READS_A_MINUTE } from '@/domain/clock/clock'
import { SMALL_CELL } from '@/domain/totals/totals'
import en from '@/messages/en/api.json'
import zh from '@/messages/zh/api.json'
import { doors } from '@/scripts/pages/doors'
import { openApi, type Schema } from './openapi'
import { fileQuery, totalsAnswer, totalsQuery } from './schemas'

function documentOf(locale: 'zh' | 'en') {
  const t = createTranslator({ locale, messages: locale === 'zh' ? zh : en })
  const values = { reads: READS_A_MINUTE, least: SMALL_CELL }
  return openApi('https://kerong.example', (key) => t(key as 'title', values))
}

function* fieldsOf(schema: Schema): Generator<[string, Schema]> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    yield [name, field]
    yield* fieldsOf(field)
  }
  for (const inner of [schema.items ?? [], schema.anyOf ?? []].flat()) yield* fieldsOf(inner)
}

describe.each(['zh', 'en'] as const)('the document in %s', (locale) => {
  const document = documentOf(locale)

  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    expect(await validator.validate({ ...structuredClone(document) })).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
    const broken = { ...document, paths: { '/api/v1/totals': { get: { responses: [] } } } }
    expect(await new Validator().validate(broken)).toMatchObject({ valid: false })
  })

  test('names every door of the interface, and no other', () => {
    const own = doors.filter(({ file }) => file.startsWith('api/v1/'))
    expect(Object.keys(document.paths).toSorted()).toEqual(
      own.map(({ file }) => `/${file.replace('/route.ts', '')}`).toSorted(),
    )
    expect(own.every(({ name }) => name === 'GET')).toBe(true)
  })

  test('says in words what each parameter and each field means', () => {
    const said = [
      ...Object.values(document.paths).flatMap(({ get }) => get.parameters),
      ...Object.values(document.components.schemas).flatMap((schema) =>
        [...fieldsOf(schema)].map(([name, { description }]) => ({ name, description })),
      ),
    ]
    expect(said.length).toBeGreaterThan(40)
    for (const { name, description } of said) {
      expect(description, name).toMatch(
        locale === 'zh' ? /\p{Script=Han}/u : /^[A-Z][^\p{Script=Han}]+$/u,
      )
      expect(description, name).not.toContain('fields.')
    }
  })

  test('has the parameters and fields of the schemas that the handlers use', () => {
    const parameters = (path: string) =>
      document.paths[path]?.get.parameters.map(({ name }) => name)
    expect(parameters('/api/v1/totals')).toEqual(Object.keys(totalsQuery.shape))
    for (const path of ['/api/v1/totals.csv', '/api/v1/totals.xlsx'])
      expect(parameters(path)).toEqual(Object.keys(fileQuery.shape))
    expect(Object.keys(document.components.schemas.Totals.properties ?? {})).toEqual(
      Object.keys(totalsAnswer.shape),
    )
  })
})
