/** Text as a CSV has it, so that no spreadsheet runs it whatever it takes for the end of a cell (docs/formats.md). */
export const guardedText = (text: string): string =>
  (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text).replaceAll(/([;\t|\r\n])([=+\-@])/g, "$1'$2")
