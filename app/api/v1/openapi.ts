/** What /api/v1/openapi.json says, from the schemas that its handlers use; its words in one language. */
import * as z from 'zod'
import {
  documentQuery,
  fileQuery,
  totalsAnswer,
  totalsQuery,
  troubleAnswer,
  waitAnswer,
} from './schemas'

/** A schema as OpenAPI 3.1 has it: JSON Schema of 2020-12. */
export interface Schema {
  type?: string | string[]
  description?: string
  enum?: string[]
  pattern?: string
  examples?: string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
}

interface Parameter {
  name: string
  in: 'query'
  required: false
  description: string
  schema: Schema
}

interface Reply {
  description: string
  headers?: Record<string, { description: string; schema: Schema }>
  content?: Record<string, { schema: Schema | { $ref: string } }>
}

export interface OpenApi {
  openapi: '3.1.0'
  info: { title: string; description: string; version: string }
  servers: { url: string }[]
  paths: Record<
    string,
    {
      get: {
        operationId: string
        summary: string
        parameters: Parameter[]
        responses: Record<string, Reply>
      }
    }
  >
  components: { schemas: Record<'Totals' | 'Trouble' | 'Wait', Schema> }
}

/** Words of messages/…/api.json by their keys. */
type Words = (key: string) => string

const fileTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The schema with what each of its fields means. */
function described(schema: Schema, t: Words): Schema {
  const { properties, items, anyOf, ...rest } = schema
  return {
    ...rest,
    ...(items && { items: described(items, t) }),
    ...(anyOf && { anyOf: anyOf.map((one) => described(one, t)) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [
          name,
          { ...described(property, t), description: t(`fields.${name}`) },
        ]),
      ),
    }),
  }
}

function schemaOf(schema: z.ZodType, t: Words): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return described(rest as Schema, t)
}

function parametersOf(query: z.ZodType, t: Words): Parameter[] {
  const { properties = {} } = z.toJSONSchema(query, { io: 'input' }) as Schema
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    description: t(`parameters.${name}`),
    schema,
  }))
}

const text: Schema = { type: 'string' }

/** The document of the public interface at its address. */
export function openApi(server: string, t: Words): OpenApi {
  const header = (name: string, schema = text) => ({ description: t(`headers.${name}`), schema })
  const answers = (types: Record<string, Schema | { $ref: string }>, trouble: string) => ({
    200: {
      description: t('replies.200'),
      headers: { ETag: header('etag') },
      content: Object.fromEntries(
        Object.entries(types).map(([type, schema]) => [type, { schema }]),
      ),
    },
    304: { description: t('replies.304'), headers: { ETag: header('etag') } },
    400: {
      description: t('replies.400'),
      content: {
        [trouble]: {
          schema: trouble === 'text/plain' ? text : { $ref: '#/components/schemas/Trouble' },
        },
      },
    },
    429: {
      description: t('replies.429'),
      headers: { 'Retry-After': header('retryAfter', { type: 'integer' }) },
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Wait' } } },
    },
  })
  const totals = { $ref: '#/components/schemas/Totals' }
  const file = (format: keyof typeof fileTypes) => ({
    get: {
      operationId: `${format}Totals`,
      summary: t(`paths.${format}`),
      parameters: parametersOf(fileQuery, t),
      responses: answers({ [fileTypes[format]]: text }, 'text/plain'),
    },
  })
  return {
    openapi: '3.1.0',
    info: { title: t('title'), description: t('about'), version: '1.0.0' },
    servers: [{ url: server }],
    paths: {
      '/api/v1/totals': {
        get: {
          operationId: 'totals',
          summary: t('paths.totals'),
          parameters: parametersOf(totalsQuery, t),
          responses: answers({ 'application/json': totals }, 'application/json'),
        },
      },
      '/api/v1/totals.csv': file('csv'),
      '/api/v1/totals.xlsx': file('xlsx'),
      '/api/v1/openapi.json': {
        get: {
          operationId: 'openapi',
          summary: t('paths.openapi'),
          parameters: parametersOf(documentQuery, t),
          responses: answers({ 'application/json': { type: 'object' } }, 'text/plain'),
        },
      },
    },
    components: {
      schemas: {
        Totals: schemaOf(totalsAnswer, t),
        Trouble: schemaOf(troubleAnswer, t),
        Wait: schemaOf(waitAnswer, t),
      },
    },
  }
}
