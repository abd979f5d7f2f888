import { languageOf } from '@/app/export-language'
import { answerJson } from '../answer'
import { documentIn } from '../document'

/** The public interface in OpenAPI 3.1, its words in the `language` that is asked for. */
export async function GET(request: Request) {
  const asked = new URL(request.url).searchParams.get('language') ?? undefined
  return answerJson(request, await documentIn(languageOf(asked)))
}
