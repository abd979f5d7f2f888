import { openNotice } from '@/app/open-notice'
import { contextFor } from '@/app/session'

export async function GET(
  _: Request,
  { params }: RouteContext<'/[locale]/official/notices/[id]'>,
): Promise<Response> {
  const context = await contextFor('official')
  return openNotice(context, await params)
}
