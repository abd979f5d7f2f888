import type { Page } from '@playwright/test'

/** What nobody types and somebody sends. */
export const naughtyTexts: Record<string, string> = {
  'a NUL': 'a\0b',
  'an address without end': `a@${'.'.repeat(19_000)}@`,
  'a number without end': '9'.repeat(20_000),
  'too much': 'x'.repeat(30_000),
  'a name of every object': 'hasOwnProperty',
  'another of them': '__proto__',
  'and another': 'constructor',
  'less than nothing': '-1',
  'more than a number holds': '1e999',
  'no number': 'NaN',
  'signs of other worlds': '\u202E\uFFFF\u{1F469}\u200D\u{1F4BB}ﷺ',
  'an id of nothing': '00000000-0000-0000-0000-000000000000',
  'the end of a statement': `'; drop table member; --`,
  'a day that is none': '2024-02-31',
  nothing: '',
}

/** As part of a path or of a query, encoded as they would come. */
export const naughtyParts: string[] = [
  ...Object.values(naughtyTexts)
    .filter((text) => text !== '' && text.length < 10_000)
    .map(encodeURIComponent),
  'x'.repeat(4000),
  '%ff',
  '%',
  '%c0%80',
  '..%2f..%2fetc',
  'a%0d%0ab',
]

export interface FoundForm {
  /** Where it is sent to. */
  action: string
  method: 'get' | 'post'
  fields: [name: string, value: string][]
}

/** The forms and links of a page, as a browser without scripts would send them. */
export async function formsIn(
  reader: Page,
  html: string,
  address: string,
): Promise<{ forms: FoundForm[]; links: string[] }> {
  return reader.evaluate(
    ([text, at]) => {
      const page = new DOMParser().parseFromString(text, 'text/html')
      const absolute = (path: string | null) => new URL(path || at, at).href
      const valueOf = (field: Element): [string, string][] => {
        if (field instanceof HTMLSelectElement) {
          const chosen = [...field.options].filter((one) => one.selected)
          return chosen.map((one) => [field.name, one.value])
        }
        if (field instanceof HTMLTextAreaElement) return [[field.name, field.value]]
        if (field instanceof HTMLInputElement) {
          const value = field.type === 'checkbox' && field.value === '' ? 'on' : field.value
          return [[field.name, value]]
        }
        return field instanceof HTMLButtonElement ? [[field.name, field.value]] : []
      }
      const forms = [...page.forms].map((form) => ({
        action: absolute(form.getAttribute('action')),
        method: form.getAttribute('method')?.toLowerCase() === 'post' ? 'post' : 'get',
        fields: [...form.elements].flatMap(valueOf).filter(([name]) => name !== ''),
      }))
      const links = [...page.querySelectorAll('a[href]')].map((one) =>
        absolute(one.getAttribute('href')),
      )
      return { forms: forms as FoundForm[], links }
    },
    [html, address] as const,
  )
}
