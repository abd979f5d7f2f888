import { PlainBar } from '@/components/shell/plain-bar'
import { Trouble } from '@/components/shell/trouble'

export default function Forbidden() {
  return (
    <>
      <PlainBar />
      <Trouble kind="forbidden" />
    </>
  )
}
