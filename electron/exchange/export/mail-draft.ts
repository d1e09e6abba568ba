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
 * A message that is not sent yet (RFC 5322, MIME of RFC 2045 to 2047): mail programs that know `X-Unsent` open it to be
 * sent, the others show it. Every line is ASCII, ends with CRLF and keeps under 998 characters.
 */
export function mailDraft({ from, to, subject, text, attachment, at, boundary }: MailDraft): Uint8Array {
  const name = attachment.name.replaceAll(/[^\w .-]/g, '_')
  const lines = [
    `Date: ${mailDate(at)}`,
    `From: ${address(from)}`,
    `To: ${address(to)}`,
    `Subject: ${headerText(subject)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed;\r\n boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...base64Lines(new TextEncoder().encode(text.replaceAll(/\r?\n/g, '\r\n'))),
    `--${boundary}`,
    `Content-Type: application/zip;\r\n name="${name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment;\r\n filename="${name}"`,
    '',
    ...base64Lines(attachment.content),
    `--${boundary}--`,
    '',
  ]
  return new TextEncoder().encode(lines.join('\r\n'))
}

/** `Mon, 18 Jan 2021 15:45:00 +0000`. */
const mailDate = (at: number): string => new Date(at).toUTCString().replace(/GMT$/, '+0000')

/** Whatever is in an address, it is one: nothing in it ends the line or begins another header. */
const address = (text: string): string => `<${text.replaceAll(/[^\x21-\x7e]|[<>]/g, '')}>`

/** So many bytes give an encoded word of no more than 75 characters (RFC 2047). */
const WORD_BYTES = 42

/** Text of a header: as it is where it is ASCII and short, else as encoded words, no character cut in two. */
function headerText(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
  if (/^[\x20-\x7e]{0,60}$/.test(plain) && !plain.includes('=?')) return plain
  const words: string[] = []
  let word = ''
  for (const letter of plain) {
    if (Buffer.byteLength(word + letter) > WORD_BYTES) {
      words.push(word)
      word = ''
    }
    word += letter
  }
  return [...words, word].map((one) => `=?utf-8?B?${Buffer.from(one).toString('base64')}?=`).join('\r\n ')
}

const base64Lines = (bytes: Uint8Array): string[] =>
  Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,76}/g) ?? []

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
