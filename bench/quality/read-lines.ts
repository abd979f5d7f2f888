import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type * as z from 'zod'
import { Stop } from '../../scripts/stop.mjs'

function textOf(file: string): string {
  try {
    const bytes = readFileSync(file)
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Stop(
      why === 'ENOENT'
        ? `There is no file ${file}: check its name.`
        : `${file} cannot be read (${why || 'no file of this kind'}): give a readable .jsonl or .jsonl.gz file.`,
    )
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Every line of a .jsonl or .jsonl.gz file, each held against the schema; the first broken one stops with its number. */
export function readLines<Read>(file: string, schema: z.ZodType<Read>): Read[] {
  return textOf(file)
    .split('\n')
    .flatMap((line, place) => {
      if (line.trim() === '') return []
      const found = schema.safeParse(parsed(line))
      if (found.success) return [found.data]
      const [issue] = found.error.issues
      const where = issue?.path.join('.') || 'the whole line'
      throw new Stop(
        `${file}, line ${place + 1}: ${where} is not as it should be (${issue?.message ?? ''}): mend or remove the line.`,
      )
    })
}
