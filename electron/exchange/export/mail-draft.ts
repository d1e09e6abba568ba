import MimeNode from 'nodemailer/lib/mime-node'
import { fullDate } from '../../../shared/domain/times.ts'

export type MailDraft = {
  from: string
  to: string
  subject: string
  text: string
  attachment: { name: string; content: Uint8Array }
  /** UTC ms. */
  at: number
  /** Random, of letters and digits; parts the message. */
  boundary: string
}

/**
 * A message that is not sent yet (RFC 5322, MIME): mail programs that know `X-Unsent` open it to be sent, the others show
 * it. Nothing is looked up for it, neither on the disk nor on a network.
 */
export function mailDraft({
  from,
  to,
  subject,
  text,
  attachment,
  at,
  boundary,
}: MailDraft): Promise<Uint8Array> {
  const mail = new MimeNode('multipart/mixed', {
    baseBoundary: boundary,
    newline: 'win',
    textEncoding: 'B',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  mail.setHeader({
    Date: new Date(at),
    From: { address: from },
    To: { address: to },
    Subject: subject,
    'X-Unsent': '1',
  })
  mail
    .createChild('text/plain; charset=utf-8')
    .setHeader('Content-Transfer-Encoding', 'base64')
    .setContent(Buffer.from(text.replaceAll(/\r?\n/g, '\r\n')))
  mail
    .createChild('application/zip', { filename: attachment.name })
    .setContent(Buffer.from(attachment.content))
  return mail.build()
}

/** What the message says; nothing of a child, and never the password. */
export function mailWords(one: {
  teacherName: string
  schoolName: string
  notTheRegister: string
  isExample: boolean
  /** UTC ms. */
  day: number
}): { subject: string; text: string } {
  const example = one.isExample ? 'Example school: everything in it is invented.\n\n' : ''
  return {
    subject: `Live online lessons of ${fullDate(one.day)}, ${one.teacherName}`,
    text: `${example}Attached are the records of ${one.teacherName}’s live online lessons on ${fullDate(one.day)}, ${one.schoolName}.

${one.notTheRegister}

The zip is locked with AES-256. It opens with a password that you are told another way, by telephone or in person; it is never in an e-mail.
On Windows, open it with 7-Zip or WinZip: “Extract all” of Windows itself cannot. On a Mac, use Keka or another program that knows AES-256.
`,
  }
}
