import { contextForMember, currentActor, sessionEnd } from '@/app/session'

const headers = { 'cache-control': 'private, no-store' }

async function answer(prolong: boolean): Promise<Response> {
  return Response.json({ endsAt: (await sessionEnd({ prolong }))?.getTime() ?? null }, { headers })
}

/** When the session of a page that stays open ends; asking does not prolong it. */
export async function GET(): Promise<Response> {
  if (!(await currentActor())) return new Response(null, { status: 401, headers })
  await contextForMember()
  return answer(false)
}

/** Its member is there: the session goes on from now. */
export async function POST(): Promise<Response> {
  if (!(await currentActor())) return new Response(null, { status: 401, headers })
  await contextForMember()
  return answer(true)
}
