import { execFileSync } from 'node:child_process'

/** The words of each page of a PDF, laid out as on paper, by Debian's pdftotext. */
export const pagesOf = (pdf: string): string[] =>
  execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
    .split('\f')
    .filter((page) => page.trim() !== '')
