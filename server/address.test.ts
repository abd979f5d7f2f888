import { describe, expect, test } from 'vitest'
import { addressOf, readTrusted } from './address.mjs'

const of = (socket: string, forwarded?: string, trusted?: string) =>
  addressOf(socket, forwarded, readTrusted(trusted))

describe('where a request comes from', () => {
  test.each([
    [
      'the socket, whatever a stranger claims',
      '203.0.113.9',
      '198.51.100.1',
      undefined,
      '203.0.113.9',
    ],
    ['the socket where nothing stands between', '127.0.0.1', undefined, undefined, '127.0.0.1'],
    ['the proxy itself, where nobody named it', '10.0.0.2', '198.51.100.1', undefined, '10.0.0.2'],
    ['the hop before the one proxy', '10.0.0.2', '198.51.100.1', '1', '198.51.100.1'],
    ['not what the client put in front', '10.0.0.2', '1.1.1.1, 198.51.100.1', '1', '198.51.100.1'],
    ['beyond two proxies', '10.0.0.2', '1.1.1.1, 198.51.100.1, 10.0.0.3', '2', '198.51.100.1'],
    [
      'beyond the named',
      '10.0.0.2',
      '1.1.1.1, 198.51.100.1, 10.0.0.3',
      '10.0.0.0/8',
      '198.51.100.1',
    ],
    ['a stranger beside the proxy', '203.0.113.9', '198.51.100.1', '10.0.0.0/8', '203.0.113.9'],
    ['the first where all are named', '10.0.0.2', '10.0.0.7, 10.0.0.3', '10.0.0.0/8', '10.0.0.7'],
    ['nothing where the hop is no address', '10.0.0.2', 'unknown', '1', null],
    ['IPv4 in the clothes of IPv6', '::ffff:203.0.113.9', undefined, undefined, '203.0.113.9'],
    [
      'a customer’s whole IPv6 network',
      '2001:db8:1:2:aaaa::1',
      undefined,
      undefined,
      '2001:db8:1:2',
    ],
    ['short IPv6', '2001:db8::1', undefined, undefined, '2001:db8:0:0'],
  ])('%s', (_, socket, forwarded, trusted, wanted) => {
    expect(of(socket, forwarded, trusted)).toBe(wanted)
  })

  test('two addresses of one network are one', () => {
    expect(of('2001:db8:1:2::9')).toBe(of('2001:DB8:1:2:ffff:0:0:1'))
  })

  test.each(['ten', '10.0.0.0/33', '10.0.0', '1,2'])('TRUSTED_PROXIES=%s is told off', (text) => {
    expect(() => readTrusted(text)).toThrow(/TRUSTED_PROXIES/)
  })
})
