import { PlainBar } from '@/components/shell/plain-bar'
import { Trouble } from '@/components/shell/trouble'

export default function NotFound() {
  return (
    <>
      <PlainBar />
      <Trouble kind="notFound" />
    </>
  )
}
