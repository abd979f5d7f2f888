/** Of a request's body. Every form fits many times over; what is larger is no form. */
export const MOST_BODY_BYTES = 1_000_000
/** Of a spreadsheet that is uploaded, with the form around it; domain/import-run/import-run.ts says how large the file may be. */
const MOST_UPLOAD_BYTES = 10_200_000

const upload = /^\/(?:zh|en)\/(?:official|financier)\/imports\/new(?:\?|$)/

/** How large the body of a request may be. */
export const mostBytesOf = ({ method, url }) =>
  method === 'POST' && upload.test(url) ? MOST_UPLOAD_BYTES : MOST_BODY_BYTES

const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i

/**
 * Holds back the body of a request until it is there whole, so that a slow or a broken one never reaches Next. Answers it with
 * `release`, which gives it on as if it came now; null once it is larger than `most`.
 */
export function holdBody(request, most = MOST_BODY_BYTES) {
  const { push } = request
  const chunks = []
  let bytes = 0
  return new Promise((held) => {
    // What Node reads of a message it pushes: this is before any reader, and however it is framed.
    request.push = (chunk) => {
      if (chunk === null) {
        request.push = push
        const release = () => [...chunks, null].forEach((one) => push.call(request, one))
        held({ body: Buffer.concat(chunks), release })
        return false
      }
      bytes += chunk.length
      if (bytes <= most) chunks.push(chunk)
      else held(null)
      return bytes <= most
    }
  })
}

/** A field of a server action: `:0` says which action it is and where its arguments stand, the others hold them. */
const actionField = /^(\$ACTION_\w+:)(\w+)$/

function isReadableField(form, name, value) {
  const [, prefix, place] = actionField.exec(name) ?? []
  if (prefix === undefined) return true
  const read = JSON.parse(value)
  if (place !== '0') return true
  if (typeof read?.id !== 'string') return false
  const bound = /^\$@(\w+)$/.exec(read.bound)?.[1]
  return bound === undefined || form.has(prefix + bound)
}

/** Whether Next can read a body as the form that its headers say it is; it answers 500 where it cannot. */
export async function isReadableForm(body, contentType = '') {
  if (!isForm.test(contentType)) return true
  try {
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData()
    return [...form].every(([name, value]) => isReadableField(form, name, value))
  } catch {
    return false
  }
}
