import { execFileSync } from 'node:child_process'

/** The words of each page of a PDF, laid out as on paper, by Debian's pdftotext. */
export const pagesOf = (pdf: string): string[] =>
  execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
    .split('\f')
    .filter((page) => page.trim() !== '')

/** What Debian's pdfinfo says of a PDF, by its own words: `Tagged`, `Pages`, `Title`. */
export const factsOf = (pdf: string): Record<string, string> =>
  Object.fromEntries(
    execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )

/** Draws each page in shades of grey, as a black-and-white printer would: `<folder>/<name>-1.png`. */
export const drawInGrey = (pdf: string, folder: string, name: string): void => {
  execFileSync('pdftoppm', ['-gray', '-r', '60', '-png', pdf, `${folder}/${name}`])
}
