import { Form } from '@/components/ui/form'
import { passOver } from './actions'
import { BackFields, type LeadBack } from './back-fields'

/** What the key x sends: which lead and which is next is filled in by `LeadKeys`. Nothing of it is seen but a refusal. */
export function PassByKey({ back }: { back: LeadBack }) {
  return (
    <div id="pass-by-key">
      <Form action={passOver}>
        <BackFields {...back} />
        <input type="hidden" name="lead" defaultValue="" />
        <input type="hidden" name="next" defaultValue="" />
        <input type="hidden" name="code" defaultValue="" />
      </Form>
    </div>
  )
}
