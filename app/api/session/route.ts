import { contextForMember, currentActor, prolongSession, sessionEndsAt } from '@/app/session'

const headers = { 'cache-control': 'private, no-store' }

const answer = async () =>
  Response.json({ endsAt: (await sessionEndsAt())?.getTime() ?? null }, { headers })

/** When the session of a page that stays open ends; asking does not prolong it. */
export async function GET(): Promise<Response> {
  if (!(await currentActor())) return new Response(null, { status: 401, headers })
  await contextForMember()
  return answer()
}

/** Its member is there: the session goes on from now. */
export async function POST(): Promise<Response> {
  if (!(await currentActor())) return new Response(null, { status: 401, headers })
  await contextForMember()
  await prolongSession()
  return answer()
}
