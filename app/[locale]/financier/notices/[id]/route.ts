import { openNotice } from '@/app/open-notice'
import { contextFor } from '@/app/session'

export async function GET(
  _: Request,
  { params }: RouteContext<'/[locale]/financier/notices/[id]'>,
): Promise<Response> {
  const context = await contextFor('financier')
  return openNotice(context, await params)
}
