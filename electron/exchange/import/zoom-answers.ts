/** Words for the room in which people wait, as Zoom's headings have them in its languages. */
const WAITING =
  /wait|wart|wacht|espera|attesa|attente|poczekal|oczek|vänt|vente|odotus|ожид|очік|bekle|tunggu|chờ|等候|等待|待機|대기/i
/** Words for the recording: whether a person agreed to it says nothing of where they were. */
const RECORDING =
  /record|aufn|aufz|enregistr|grab|grava|registraz|opname|nagr|inspel|optag|запис|kayıt|kaydı|rekam|ghi (?:âm|hình)|録|錄|录|녹/i

/**
 * Where the columns of yes and no stand that later years added behind the minutes: guest, consent to a recording, waiting
 * room. Those known by a word count as what they say; the rest stand in Zoom's order.
 */
export function answerColumns(
  header: readonly string[],
  from: number,
  hasEmail: boolean,
): { guest: number | undefined; waiting: number | undefined } {
  const all = header.flatMap((text, at) => (at < from ? [] : [{ text, at }]))
  const others = all.filter(({ text }) => !RECORDING.test(text))
  const said = others.find(({ text }) => WAITING.test(text))
  // Where the consent is not known by its word, it stands between the two.
  const waiting = said ?? others[others.length === all.length && others.length > 2 ? 2 : 1]
  // A single column more without an e-mail is the attentiveness score of 2020.
  const mayHaveGuest = all.length > 1 || hasEmail
  const [guest] = mayHaveGuest ? others.filter((column) => column !== waiting) : []
  return { guest: guest?.at, waiting: waiting?.at }
}
