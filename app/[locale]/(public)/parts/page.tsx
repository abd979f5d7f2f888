export default function Page() {
  return (
    <main id="main" className="page py-8">
      <h1 className="text-h1">科融 Kerong 320 家</h1>
    </main>
  )
}
