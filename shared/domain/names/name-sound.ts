/** How a letter of another script, or a Latin one that shares its sound, counts; vowels and breathings count as nothing. */
const SOUNDS = new Map(
  [
    'b бבب',
    'd дδדدضذ',
    'f фφفף',
    'g гγגغگ',
    'j جжژ',
    'k cqкκكقخکכקχхךچ',
    'l лλלل',
    'm мμמمם',
    'n нνנنן',
    'p пπפپ',
    'r рρרر',
    's zсзσςζסשسشصزظцщшץצ',
    't тτθטתطثت',
    'v вβו',
    'ks xξ',
    'ps ψ',
    'k ч',
  ].flatMap((line) => {
    const [sound = '', letters = ''] = line.split(' ')
    return Array.from(letters, (letter): [string, string] => [letter, sound])
  }),
)
const SILENT = /[aeiouywhаеёиоуыэюяйъьіїєαεηιουωאהעיاأإآىيوهةعحءئؤ\u064a\u06cc\u06be]/gu
/** Fewer consonants than this are shared by too many names. */
const FEWEST = 3

/**
 * The consonants of a folded name, whatever script it is written in, so that فاطمة meets Fatima and Дмитрий Dmitri. Empty
 * when there are too few to tell names apart. Good for a question, never for an answer.
 */
export function soundOf(folded: string): string {
  const plain = folded.replace(/ph/g, 'f').replace(/(.)\1/gu, '$1').replace(SILENT, '')
  const sounds = Array.from(plain, (letter) => SOUNDS.get(letter) ?? letter).join('')
  const spoken = sounds.replace(/ss+/g, 's')
  return spoken.length >= FEWEST ? spoken : ''
}
