import { createHash } from 'node:crypto'
import { getMessages, getTranslations } from 'next-intl/server'
import * as z from 'zod'
import { fieldOfRefusal } from '@/app/refusal-fields'
import { IDEMPOTENCY_KEY, MEANT_CODE, type FormState } from '@/components/ui/form-state'
import { LENGTHS } from '@/domain/clock/clock'
import { parseMoney, parseMonths, parseRate, parseWhole } from '@/domain/money/money'
import { normaliseUscc, suggestUscc } from '@/domain/uscc/uscc'
import type { Messages, Namespace } from '@/messages/messages'

/** How a field's text becomes a value before its schema sees it. Empty is null; what cannot be read stays text. */
export type Reading = 'money' | 'yuan' | 'rate' | 'whole' | 'months' | 'flag' | 'text' | 'list'

const MOST_FIELDS = 500
const MOST_CHARACTERS = 20_000
/** Of an amount, a rate or a number as people type it; what is longer is none, and is not looked at. */
export const LONGEST_FIGURE = 60
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

type Parsed<Output> =
  | { ok: true; data: Output }
  | { ok: false; errors: Record<string, string>; values: Record<string, string | string[]> }

/**
 * A FormData through a schema. `tags[]` is a list, `items[0].name` is nested; `reads` names fields by path, with `[]`
 * for any index: `{ 'years[].revenueFen': 'money' }`. Flags and lists that were not sent are read as false and empty.
 */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
  reads: Record<string, Reading> = {},
): Parsed<z.output<Schema>> {
  const values: Record<string, string | string[]> = {}
  if (!isForm(form)) return { ok: false, errors: { '': 'unreadable' }, values }
  const root: Record<string, unknown> = {}
  const names = [...new Set(form.keys())].filter(
    (name) => !name.startsWith('$ACTION_') && name !== IDEMPOTENCY_KEY,
  )
  if (names.length > MOST_FIELDS) return { ok: false, errors: { '': 'too-large' }, values }
  for (const name of names) {
    const path = pathOf(name)
    const sent = form.getAll(name).map((one) => (typeof one === 'string' ? tidy(one) : one))
    if (!path || sent.some((one) => typeof one === 'string' && one.length > MOST_CHARACTERS))
      return {
        ok: false,
        errors: { [fieldOf(name)]: 'too-large' },
        values,
      }
    const list = name.endsWith('[]')
    const texts = sent.filter((one) => typeof one === 'string')
    // PostgreSQL keeps no NUL, and nobody types one.
    if (texts.some((one) => one.includes('\0')))
      return { ok: false, errors: { [fieldOf(name)]: 'unreadable' }, values }
    if (texts.length > 0 && !/password|secret/i.test(name))
      values[name] = list ? texts : (texts.at(-1) ?? '')
    const reading = reads[name.replace(/\[\]$/, '').replace(/\[\d+\]/g, '[]')]
    const read = sent.map((one) => (typeof one === 'string' ? readAs(one, reading) : one))
    if (!place(root, path, list ? read.filter((one) => one !== '') : read.at(-1)))
      return { ok: false, errors: { [fieldOf(name)]: 'invalid' }, values }
  }
  for (const [name, reading] of Object.entries(reads))
    if (
      (reading === 'flag' || reading === 'list') &&
      !name.includes('[') &&
      !form.has(name) &&
      !form.has(`${name}[]`)
    )
      place(root, name.split('.'), reading === 'flag' ? false : [])
  const result = schema.safeParse(root, { reportInput: true })
  if (!result.success) return { ok: false, errors: errorsOf(result.error), values }
  return { ok: true, data: result.data }
}

const anything = z.record(z.string(), z.unknown())

/** Those fields that can be read as they stand, while a form is being typed; the others are left out. */
export function readTyped<Shape extends Record<string, z.ZodType>>(
  shape: Shape,
  form: FormData,
  reads: Record<string, Reading>,
): Partial<z.output<z.ZodObject<Shape>>> {
  const parsed = parseForm(anything, form, reads)
  if (!parsed.ok) return {}
  const typed = Object.entries(shape).flatMap(([field, schema]) => {
    const value = schema.safeParse(parsed.data[field])
    return value.success ? [[field, value.data] as const] : []
  })
  return Object.fromEntries(typed) as Partial<z.output<z.ZodObject<Shape>>>
}

/** Whoever calls an action by hand may give it anything at all. */
export const isForm = (given: unknown): given is FormData => given instanceof FormData

/** The key of an act: the form's own and what it holds, so that the same form with other answers is another act. */
export function actKey(form: FormData): string | null {
  const key = form.get(IDEMPOTENCY_KEY)
  if (typeof key !== 'string' || key.length === 0 || key.length > 100) return null
  const held = [...form.entries()].filter(([name]) => !name.startsWith('$ACTION_'))
  const digest = createHash('sha256')
  for (const [name, value] of held)
    digest.update(JSON.stringify([name, typeof value === 'string' ? value : value.name]))
  return `${key}:${digest.digest('base64url')}`
}

interface Refused {
  /** A verb's refusal, with the figures and names its sentence mentions. */
  refusal?: keyof Messages['refusals']
  facts?: Record<string, string | number>
  /** Field to code. */
  errors?: Record<string, string>
  values?: Record<string, string | string[]>
}

const lengths: Record<string, number> = LENGTHS

type Codes = { [code: string]: string | Codes }

/**
 * The state a form gets back when it could not be read, or when a verb refused it: codes become sentences here, at the
 * door. A namespace may say a field's error in its own words, under `errors.<field>.<code>`.
 */
export async function refusedForm(answer: Refused, namespace?: Namespace): Promise<FormState> {
  const [messages, t] = await Promise.all([getMessages(), getTranslations('refusals')])
  const own = namespace ? (messages[namespace] as { errors?: Codes }).errors : undefined
  const general: Record<string, string | undefined> = messages.fields
  const errors = Object.entries(answer.errors ?? {}).map(([field, code]) => [
    field,
    withLengths(errorSentence(field, code, own ?? {}) ?? general[code] ?? messages.fields.invalid),
  ])
  const { refusal, values } = answer
  const said = refusal && t(refusal, { ...LENGTHS, ...answer.facts })
  const at = refusal && fieldOfRefusal(refusal, values ?? {})
  if (at && said) errors.push([at, said])
  const meant = suggestedCode(answer)
  if (meant !== null) errors.push(['uscc', messages.fields['uscc-meant'].replace('{code}', meant)])
  return {
    status: 'refused',
    ...(said && !at ? { refusal: said } : {}),
    errors: Object.fromEntries(errors),
    ...(values ? { values: meant === null ? values : { ...values, [MEANT_CODE]: meant } } : {}),
  }
}

/** The code that was probably meant, where a wrong one only has letters that no code has. */
function suggestedCode({ errors, values }: Refused): string | null {
  if (errors?.uscc === undefined || typeof values?.uscc !== 'string') return null
  return values.uscc.length > LONGEST_FIGURE ? null : suggestUscc(normaliseUscc(values.uscc))
}

/** A field's sentence is plain, but for the lengths that it names. */
function withLengths(sentence: string): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(lengths[name] ?? whole))
}

/** `items[0].amount` is asked as itself, then as `items[].amount`, then as `amount`. */
function errorSentence(field: string, code: string, own: Codes): string | undefined {
  const pattern = field.replace(/\[\d+\]/g, '[]')
  const names = [field, pattern, pattern.replace(/\[\]$/, ''), pattern.split('.').at(-1) ?? field]
  for (const name of names) {
    const codes = own[name]
    if (typeof codes === 'object' && typeof codes[code] === 'string') return codes[code]
  }
  return typeof own[code] === 'string' ? own[code] : undefined
}

/** What was typed, to give back beside a verb's refusal. */
export function typedIn(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  if (!isForm(form)) return values
  for (const name of new Set(form.keys())) {
    if (name === IDEMPOTENCY_KEY || /^\$ACTION_|password|secret/i.test(name) || !pathOf(name))
      continue
    const texts = form.getAll(name).filter((one) => typeof one === 'string')
    values[name] = name.endsWith('[]') ? texts : (texts.at(-1) ?? '')
  }
  return values
}

/** The field that an error stands at. */
const fieldOf = (name: string) => name.replace(/\[\]$/, '').slice(0, 100)

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

function readAs(text: string, reading: Reading | undefined): unknown {
  if (reading === undefined || reading === 'list') return text
  const trimmed = text.trim()
  if (reading === 'flag') return trimmed === 'on' || trimmed === 'true' || trimmed === 'yes'
  if (trimmed === '') return null
  if (reading === 'text' || trimmed.length > LONGEST_FIGURE) return trimmed
  const value =
    reading === 'money'
      ? parseMoney(trimmed)
      : reading === 'yuan'
        ? parseMoney(trimmed, '元')
        : reading === 'rate'
          ? parseRate(trimmed)
          : reading === 'months'
            ? parseMonths(trimmed)
            : parseWhole(trimmed)
  return value ?? trimmed
}

const step =
  /^([\p{L}_$][\p{L}\w$-]*)|^\[(\d{1,3})\]|^\[([\p{L}_$][\p{L}\w$-]*)\]|^\.([\p{L}\w$-]+)/u

/** Names become keys, figures in brackets become places in a list. Null where it is not such a name. */
function pathOf(name: string): (string | number)[] | null {
  let rest = name.replace(/\[\]$/, '')
  if (rest === '' || rest.length > 200) return null
  const path: (string | number)[] = []
  while (rest !== '') {
    const found = step.exec(rest)
    if (!found || (found[1] !== undefined && path.length > 0)) return null
    const key = found[1] ?? found[3] ?? found[4]
    if (key === undefined ? path.length === 0 : forbidden.has(key)) return null
    path.push(key ?? Number(found[2]))
    rest = rest.slice(found[0].length)
  }
  return path
}

/** False where the path runs through something that is not a branch. */
function place(root: Record<string, unknown>, path: (string | number)[], value: unknown): boolean {
  let branch: Record<string | number, unknown> = root
  for (const [index, step] of path.entries()) {
    if (index === path.length - 1) {
      branch[step] = value
      return true
    }
    if (!Object.hasOwn(branch, step)) branch[step] = typeof path[index + 1] === 'number' ? [] : {}
    const next = branch[step]
    if (typeof next !== 'object' || next === null || next instanceof Blob) return false
    branch = next as Record<string | number, unknown>
  }
  return true
}

/** One code a field: the noun's own where it gave one, else the kind of trouble. */
function errorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) {
    const name = issue.path
      .map((step, index) =>
        typeof step === 'number' ? `[${step}]` : `${index ? '.' : ''}${String(step)}`,
      )
      .join('')
    errors[name] ??= codeOf(issue)
  }
  return errors
}

function codeOf(issue: z.core.$ZodIssue): string {
  const empty = issue.input === null || issue.input === '' || issue.input === undefined
  const own = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(issue.message) ? issue.message : null
  // An empty field lacks an answer, whatever kind of answer the noun wants.
  if (
    empty &&
    (issue.code === 'invalid_type' ||
      issue.code === 'invalid_value' ||
      issue.code === 'invalid_union')
  )
    return 'required'
  if (own) return own
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.includes('received undefined') || issue.message.includes('received null')
        ? 'required'
        : issue.expected === 'number' || issue.expected === 'int'
          ? 'number'
          : 'invalid'
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'required' : 'too-small'
    case 'too_big':
      return issue.origin === 'string'
        ? 'too-long'
        : issue.origin === 'array'
          ? 'too-many'
          : 'too-large'
    default:
      return 'invalid'
  }
}
