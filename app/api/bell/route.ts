import { bellOf } from '@/app/bell'
import { languageOf } from '@/app/export-language'
import { contextForMember, currentActor } from '@/app/session'

/** The bell of whoever is signed in, for a page that stays open: one read of an index. */
export async function GET(request: Request): Promise<Response> {
  const headers = { 'cache-control': 'private, no-store' }
  if (!(await currentActor())) return new Response(null, { status: 401, headers })
  const locale = languageOf(new URL(request.url).searchParams.get('language') ?? undefined)
  const { name, shown, at } = await bellOf(await contextForMember(), locale)
  return Response.json({ name, shown, at }, { headers })
}
