/** How many rows of certificates a form shows; the hidden field of that name says so. */
export const ROWS = 'rows'
const FIELDS = ['kind', 'level', 'number', 'issuer', 'validFrom', 'validTo'] as const
export const MOST_ROWS = 30

/** A row without a kind is no certificate: it is left out, and those behind it move up. */
export function dropEmptyCertificates(form: FormData): void {
  let kept = 0
  for (let row = 0; row < MOST_ROWS; row++) {
    const values = FIELDS.map((field) => form.get(`qualifications[${row}].${field}`))
    for (const field of FIELDS) form.delete(`qualifications[${row}].${field}`)
    if (!values[0]) continue
    FIELDS.forEach((field, index) =>
      form.set(`qualifications[${kept}].${field}`, String(values[index] ?? '')),
    )
    kept++
  }
  form.set(ROWS, String(kept))
}
