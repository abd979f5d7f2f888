import { BlockList, isIP } from 'node:net'

const familyOf = (address) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')
const isIn = (list, address) => isIP(address) !== 0 && list.check(address, familyOf(address))

/** An address as the limits count it: IPv4 as itself, IPv6 by its /64, since one customer has a whole one. */
function counted(address) {
  if (isIP(address) !== 6) return address
  const [head, tail] = address.split('%')[0].split('::')
  const parts = head === '' ? [] : head.split(':')
  const missing = tail === undefined ? 0 : 8 - parts.length - (tail ? tail.split(':').length : 0)
  const all = [...parts, ...Array(Math.max(0, missing)).fill('0'), ...(tail ? tail.split(':') : [])]
  return all
    .slice(0, 4)
    .map((part) => parseInt(part, 16).toString(16))
    .join(':')
}

const plain = (address) => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')

/**
 * TRUSTED_PROXIES: how many proxies of ours stand before the server, or their addresses and networks with commas between
 * them. Null where it says nothing.
 * @throws a sentence where it can be neither.
 */
export function readTrusted(text) {
  const given = text?.trim() ?? ''
  if (given === '') return null
  if (/^\d{1,2}$/.test(given)) return Number(given)
  const list = new BlockList()
  for (const entry of given.split(',').map((one) => one.trim())) {
    const [address, bits] = entry.split('/')
    const most = isIP(address) === 6 ? 128 : 32
    if (isIP(address) === 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && bits <= most)))
      throw new Error(
        `TRUSTED_PROXIES has ${entry}, which is no address and no network: give how many proxies stand before Kerong, or their addresses, for example TRUSTED_PROXIES=10.0.0.0/8.`,
      )
    list.addSubnet(address, Number(bits ?? most), familyOf(address))
  }
  return list
}

/**
 * Where a request comes from: the last hop of X-Forwarded-For beyond our own proxies, else the socket's own address, whatever
 * the request claims. Null where neither is an address.
 */
export function addressOf(socketAddress, forwardedFor, trusted) {
  if (!socketAddress) return null
  const socket = plain(socketAddress)
  const named = [forwardedFor ?? []].flat().join(',')
  if (named.length > 2000) return counted(socket)
  const hops = named.split(',').map(plain).filter(Boolean)
  if (trusted === null) return isIP(socket) === 0 ? null : counted(socket)
  const way = [...hops, socket]
  let at = way.length - 1
  if (typeof trusted === 'number') at = Math.max(0, at - trusted)
  else while (at > 0 && isIn(trusted, way[at])) at -= 1
  return isIP(way[at]) === 0 ? null : counted(way[at])
}
