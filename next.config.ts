import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  poweredByHeader: false,
  agentRules: false,
  reactStrictMode: true,
  experimental: {
    authInterrupts: true,
    // server/gate.mjs counts every body as it comes, and lets one so large pass to an upload alone.
    serverActions: { bodySizeLimit: '11mb' },
    proxyClientMaxBodySize: '11mb',
  },
  // npm test checks the types; whoever starts the server need not wait for it.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // Asked for by browsers whenever a page is left before its own icon has come.
  rewrites: () => Promise.resolve([{ source: '/favicon.ico', destination: '/icon.svg' }]),
  serverExternalPackages: [
    '@e965/xlsx',
    '@myriaddreamin/typst-ts-node-compiler',
    '@node-rs/argon2',
    'pg',
    'pg-boss',
  ],
}

export default createNextIntlPlugin('./messages/request.ts')(config)
