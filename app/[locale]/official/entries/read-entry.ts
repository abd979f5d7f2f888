/** A form of an entry through the schema of its register. */
import { parseForm, refusedForm, typedIn } from '@/app/forms'
import type { FormState } from '@/components/ui/form-state'
import { chains, type Chain } from '@/domain/chain/chain'
import {
  articleSchema,
  chainGroupsSchema,
  indicatorSchema,
  type EntryInput,
  type Register,
} from '@/domain/register/register'

export const GROUPS_AT_MOST = 12
const HUNDREDTHS = 100

const source = { publisherZh: 'text', publisherEn: 'text', on: 'text', address: 'text' } as const

type Read = { ok: true; input: EntryInput } | { ok: false; state: FormState }

const refused = async (parsed: Parameters<typeof refusedForm>[0]): Promise<Read> => ({
  ok: false,
  state: await refusedForm(parsed, 'registers'),
})

async function readArticle(form: FormData): Promise<Read> {
  const words = { titleZh: 'text', titleEn: 'text', textZh: 'text', textEn: 'text' } as const
  const parsed = parseForm(articleSchema, form, { register: 'text', ...words, ...source })
  if (!parsed.ok) return refused(parsed)
  return { ok: true, input: { register: parsed.data.register, body: parsed.data } }
}

/** A figure is read by its unit: money as yuan, a share as a rate, all else as a whole number; each in hundredths. */
async function readIndicator(form: FormData): Promise<Read> {
  const unit = form.get('unit')
  const reading = unit === 'cny' ? 'yuan' : unit === 'percent' ? 'rate' : 'whole'
  const sent = new FormData()
  for (const [name, value] of form.entries())
    sent.append(
      name,
      name === 'growthBp' && typeof value === 'string' ? value.trim().replace(/^[+＋]/, '') : value,
    )
  const parsed = parseForm(indicatorSchema, sent, {
    ...{ nameZh: 'text', nameEn: 'text', unit: 'text', value: reading, growthBp: 'rate' },
    ...{ year: 'whole', month: 'whole' },
    ...source,
  })
  if (!parsed.ok) return refused(parsed)
  const body = parsed.data
  const value = reading === 'whole' ? body.value * HUNDREDTHS : body.value
  return { ok: true, input: { register: 'indicator', body: { ...body, value } } }
}

/** Groups are named in lines; each chain says the line of its group, or none. */
async function readChainGroups(form: FormData): Promise<Read> {
  const nameOf = (field: string) => {
    const sent = form.get(field)
    return typeof sent === 'string' ? sent.trim() : ''
  }
  const chainsOf = (line: number): Chain[] =>
    chains.filter((chain) => nameOf(`group-${chain}`) === String(line))
  const lines = Array.from({ length: GROUPS_AT_MOST }, (_, index) => ({
    nameZh: nameOf(`nameZh-${index + 1}`),
    nameEn: nameOf(`nameEn-${index + 1}`),
    chains: chainsOf(index + 1),
  }))
  const groups = lines.filter((one) => one.nameZh || one.nameEn || one.chains.length > 0)
  const whole = chainGroupsSchema.safeParse({
    groups,
    ...Object.fromEntries(Object.keys(source).map((name) => [name, nameOf(name)])),
  })
  if (whole.success) return { ok: true, input: { register: 'chain-groups', body: whole.data } }
  const errors: Record<string, string> = {}
  for (const issue of whole.error.issues) {
    const [field = '', at, name] = issue.path
    const line = typeof at === 'number' ? lines.indexOf(groups[at] as (typeof lines)[number]) : -1
    const key =
      field === 'groups' && line >= 0 ? `${String(name ?? 'nameZh')}-${line + 1}` : String(field)
    errors[key === 'groups' ? 'nameZh-1' : key] ??= issue.message
  }
  return refused({ errors, values: typedIn(form) })
}

export function readEntry(register: Register, form: FormData): Promise<Read> {
  if (register === 'indicator') return readIndicator(form)
  return register === 'chain-groups' ? readChainGroups(form) : readArticle(form)
}
