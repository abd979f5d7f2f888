import type { FileHrefs } from '@/components/ui/downloads'
import type { Parameters } from '@/domain/totals/read-question'
import { addressOf } from './address'

/** What a chart is to be had as. */
export const chartFormats = ['xlsx', 'csv', 'svg'] as const

/** Where a file of a question is, in each of its formats and in a language. */
export function fileHrefs(
  path: string,
  parameters: Parameters,
  language: string,
  also: Record<string, string | undefined> = {},
  formats: readonly (keyof FileHrefs)[] = ['xlsx', 'csv'],
): FileHrefs {
  return Object.fromEntries(
    formats.map((format) => [format, addressOf(path, parameters, { ...also, language, format })]),
  )
}
