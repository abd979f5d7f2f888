import { createServer, type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { mailer } from './mail'

afterEach(() => {
  delete process.env.SMTP_URL
  delete process.env.MAIL_FROM
})

const mail = {
  id: '01900000-0000-7000-8000-000000000001',
  to: 'linlan@yaoxin.example',
  subject: '科融：3 条新通知',
  text: 'text',
  html: '<p>html</p>',
}

/** A mail server that says `answer` to a recipient, and keeps what it was told. */
async function serve(answer: string) {
  const heard: string[] = []
  const server = createServer((socket) => {
    let inMail = false
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 test')
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        heard.push(line)
        if (inMail) {
          if (line !== '.') continue
          inMail = false
          say('250 taken')
        } else if (/^RCPT/i.test(line)) say(answer)
        else if (/^DATA/i.test(line)) {
          inMail = true
          say('354 go on')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else say('250 ok')
      }
    })
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
  process.env.MAIL_FROM = 'Kerong <noreply@kerong.example>'
  return { heard, close: () => new Promise((resolve) => server.close(resolve)) }
}

test('without an address of a server there is no mailer; one without a sender says so', () => {
  expect(mailer()).toBeNull()
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  expect(() => mailer()).toThrow('MAIL_FROM')
})

test('a mail is given to the server, under an id of its own', async () => {
  const { heard, close } = await serve('250 ok')
  expect(await mailer()?.send(mail)).toBeNull()
  expect(heard).toContain('RCPT TO:<linlan@yaoxin.example>')
  expect(heard).toContain(`Message-ID: <${mail.id}@kerong.example>`)
  expect(heard).toContain('From: Kerong <noreply@kerong.example>')
  await close()
})

test('a refusal is its code, and so is a server that is not there', async () => {
  const { close } = await serve('550 unknown')
  expect(await mailer()?.send(mail)).toBe('550')
  await close()
  expect(await mailer()?.send(mail)).toBe('ESOCKET')
})
