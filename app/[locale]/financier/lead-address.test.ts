import { describe, expect, it } from 'vitest'
import { leadsHref, placeAmong, readLeadAddress, withConditions } from './lead-address'

const id = '01900000-0000-7000-8000-000000000001'
const queryOf = (href: string) =>
  Object.fromEntries(new URLSearchParams(href.split('?')[1] ?? '').entries())

describe('the address of the list of leads', () => {
  it('says the same filter, page and lead when it is read again', () => {
    const filter = {
      class: 'credit-loan',
      productId: id,
      zone: 'high-tech',
      chain: 'photonics',
      qualification: 'little-giant',
      amountFromFen: 100_000_000,
      amountToFen: 1_050_000_000,
      whiteListed: true,
      free: true,
    } as const
    const href = leadsHref(filter, { after: { fit: 81, id }, lead: id })
    expect(href).toContain('from=100&to=1050')
    const read = readLeadAddress(queryOf(href))
    expect(read).toMatchObject({ after: { fit: 81, id }, lead: id, done: null })
    expect(leadsHref(read.filter)).toBe(leadsHref(filter))
  })

  it('drops what it does not know, and keeps the list', () => {
    const read = readLeadAddress({
      class: 'gift',
      product: 'x',
      from: '一点',
      after: '81.x',
      lead: "' or 1=1",
      zone: ['high-tech', 'economic'],
      white: 'no',
    })
    expect(leadsHref(read.filter)).toBe('/financier')
    expect(read.filter.today).toBe(true)
    expect(read).toMatchObject({ after: null, lead: null, done: null })
  })

  it('reads amounts as people type them', () => {
    expect(readLeadAddress({ from: '１，２００万', to: '1.2亿' }).filter).toMatchObject({
      amountFromFen: 1_200_000_000,
      amountToFen: 12_000_000_000,
    })
  })

  it('names a view alone while its conditions stand, and says when they were changed', () => {
    const views = [{ id, filter: { chain: 'photonics' } as const, opensFirst: false }]
    const at = (href: string) => placeAmong(readLeadAddress(queryOf(href)).filter, views)
    const { place, view } = at(`/financier?view=${id}`)
    expect(view?.id).toBe(id)
    expect(place.chain).toBe('photonics')
    expect(leadsHref(place)).toBe(`/financier?view=${id}`)
    const emptied = leadsHref(withConditions(place, { chain: undefined }))
    expect(emptied).toBe(`/financier?view=${id}&changed=yes`)
    expect(at(emptied).place).toMatchObject({ view: { changed: true } })
    expect(at(emptied).place.chain).toBeUndefined()
    const back = leadsHref(withConditions(at(emptied).place, { chain: 'photonics' }))
    expect(leadsHref(at(back).place)).toBe(`/financier?view=${id}`)
  })

  it('keeps the whole list apart from the view that opens first', () => {
    const views = [{ id, filter: { chain: 'photonics' } as const, opensFirst: true }]
    const { place } = placeAmong(readLeadAddress({ class: 'credit-loan' }).filter, views)
    expect(leadsHref(place)).toBe('/financier?class=credit-loan')
    expect(leadsHref(withConditions(place, { class: undefined }))).toBe('/financier?view=none')
    const gone = `/financier?view=01900000-0000-7000-8000-000000000009`
    expect(placeAmong(readLeadAddress(queryOf(gone)).filter, []).view).toBeNull()
  })

  it('is what to see today unless it names a list, and the whole list says so', () => {
    const read = (href: string) => readLeadAddress(queryOf(href)).filter
    expect(read('/financier?chain=photonics')).toMatchObject({ today: true })
    for (const place of [{}, { chain: 'photonics', free: true }, { view: 'none' }] as const) {
      const whole = leadsHref(place)
      expect(read(whole).today).toBeUndefined()
      expect(leadsHref(read(whole))).toBe(whole)
    }
    for (const query of [`product=${id}`, 'white=yes', 'passed=yes', `view=${id}`])
      expect(read(`/financier?${query}`).today).toBeUndefined()
  })
})
