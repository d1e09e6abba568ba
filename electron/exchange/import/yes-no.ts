/** Yes and no as the meeting programs write them in their languages. */
const YES = words(
  'yes, y, true, ja, oui, sí, si, sim, sì, da, да, tak, evet, có, ya, ano, igen, kyllä, ναι, כן, نعم, 是, はい, 예, 네',
)
const NO = words(
  'no, n, false, nein, nee, nej, nei, non, não, nao, nu, нет, nie, hayır, không, tidak, ne, nem, ei, όχι, לא, لا, 否, 不是, いいえ, 아니요, 아니오, -',
)

/** What a cell says, in whichever language; null when it is blank or neither. */
export function readYesNo(cell: string): boolean | null {
  // Nearly every cell.
  if (cell === 'No') return false
  if (cell === 'Yes') return true
  if (cell === '') return null
  const word = cell.trim().toLowerCase()
  if (YES.has(word)) return true
  return NO.has(word) ? false : null
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(', '))
}
