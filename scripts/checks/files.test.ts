import { expect, test } from 'vitest'
import { faultsOf as faultsOfFile } from './files.mjs'
import { faultsOf as faultsOfLock } from './lockfile.mjs'

const faults = (path: string, text: string) => faultsOfFile(path, text).length

test('client files and their names go together', () => {
  expect(faults('components/ui/menu.client.tsx', "'use client'\nexport {}\n")).toBe(0)
  expect(faults('components/ui/menu.tsx', "// why\n'use client'\nexport {}\n")).toBe(1)
  expect(faults('components/ui/menu.client.tsx', 'export {}\n')).toBe(1)
  expect(faults('app/error.tsx', "'use client'\nexport {}\n")).toBe(0)
})

test('long files and names that name nothing are found', () => {
  expect(faults('domain/need/need.ts', 'x\n'.repeat(300))).toBe(0)
  expect(faults('domain/need/need.ts', 'x\n'.repeat(301))).toBe(1)
  expect(faults('domain/need/needHelper.ts', '')).toBe(1)
  expect(faults('domain/need/need-utils.ts', '')).toBe(1)
})

test('a lockfile without another platform, or with the address of a registry, is found', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { optionalDependencies: { 'a-linux': '1', 'a-mac': '1' } },
      'node_modules/a-linux': { resolved: 'https://registry.example/a-linux.tgz' },
      'node_modules/b': { optionalDependencies: { c: '1' } },
      'node_modules/b/node_modules/c': {},
    },
  }
  expect(faultsOfLock(lock)).toEqual([
    'node_modules/a wants a-mac on some platform, and the lock has no entry for it',
    'node_modules/a-linux is bound to one registry: https://registry.example/a-linux.tgz',
  ])
})
