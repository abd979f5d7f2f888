import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { emptyPage, listRoutes, routeOf, type Route } from './routes'

const route = (pattern: string): Route => ({
  pattern,
  audience: 'company',
  isDynamic: pattern.includes('['),
})
const routes = [
  '/company',
  '/company/needs/[id]',
  '/company/needs/new',
  '/company/needs/[id]/offers',
].map(route)

test.each([
  ['/company', '/company'],
  ['/company/needs/new', '/company/needs/new'],
  ['/company/needs/018f', '/company/needs/[id]'],
  ['/company/needs/018f/offers', '/company/needs/[id]/offers'],
  ['/company/needs', undefined],
])('the address %s belongs to the page %s', (path, pattern) => {
  expect(routeOf(routes, path)?.pattern).toBe(pattern)
})

test.each<[pattern: string, Omit<Route, 'pattern'>]>([
  ['/', { audience: 'public', isDynamic: false }],
  ['/sign-in', { audience: 'public', isDynamic: false }],
  ['/account/password', { audience: 'company', isDynamic: false }],
  ['/company/needs/[id]/edit/[step]', { audience: 'company', isDynamic: true }],
  ['/financier/leads/[id]/claim', { audience: 'financier', isDynamic: true }],
  ['/official', { audience: 'official', isDynamic: false }],
])('%s is a page that its audience looks at', (pattern, route) => {
  expect(listRoutes()).toContainEqual({ pattern, ...route })
})

test('what answers every address that is nowhere is no page', () => {
  expect(listRoutes().filter(({ pattern }) => pattern.includes('...'))).toEqual([])
})

test('the empty page that the bench compares with is none of them', () => {
  expect(existsSync(`app/[locale]${emptyPage}/page.tsx`)).toBe(true)
  expect(listRoutes().map(({ pattern }) => pattern)).not.toContain(emptyPage)
})
