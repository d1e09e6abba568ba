import { randomUUID } from 'node:crypto'
import latinExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?inline'
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline'
import { BrowserWindow, protocol } from 'electron'

/** The app's own typeface travels with the page, so that it prints the same on every computer. */
const typeface = `<style>
@font-face { font-family: Inter; font-weight: 100 900; src: url(${latinExtended}) format('woff2');
  unicode-range: U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20C0; }
@font-face { font-family: Inter; font-weight: 100 900; src: url(${latin}) format('woff2'); unicode-range: U+0000-00FF, U+2000-206F, U+20AC, U+2122; }
</style>`

/** How long a window stands by for the next page, ms: a class's notes are thirty pages one after the other. */
const STANDS_BY_MS = 2000

let standingBy: { window: BrowserWindow; leave: NodeJS.Timeout } | null = null

/** Prints a document of our own making to a tagged PDF in a hidden window that runs no script and loads nothing. */
export async function printPdf(html: string): Promise<Uint8Array> {
  const window = takeWindow()
  try {
    await window.loadURL(offer(html.replace('<head>', `<head>${typeface}`)))
    const pdf = await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    })
    // Nothing of a page stays in it: the next may be another's, and one holds the office's key.
    await window.loadURL('about:blank')
    window.webContents.navigationHistory.clear()
    standBy(window)
    return pdf
  } catch (error) {
    window.destroy()
    throw error
  }
}

const SCHEME = 'printed-page'

/** Pages on their way into a window, by address. */
const offered = new Map<string, string>()

/**
 * Gives a document an address that it can be loaded from once. Not `data:`, which ends at 2 MB, a whole school's day of
 * about 140 lessons; and no file, so that no name lies unsealed on the disk.
 */
function offer(html: string): string {
  if (!protocol.isProtocolHandled(SCHEME)) protocol.handle(SCHEME, handOut)
  const url = `${SCHEME}:${randomUUID()}`
  offered.set(url, html)
  return url
}

function handOut({ url }: Request): Response {
  const html = offered.get(url)
  offered.delete(url)
  if (html === undefined) return new Response(null, { status: 404 })
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:",
    },
  })
}

function takeWindow(): BrowserWindow {
  const waiting = standingBy
  standingBy = null
  if (waiting) clearTimeout(waiting.leave)
  if (waiting && !waiting.window.isDestroyed()) return waiting.window
  return new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  })
}

function standBy(window: BrowserWindow): void {
  if (standingBy) {
    window.destroy()
    return
  }
  const leave = setTimeout(() => {
    standingBy = null
    if (!window.isDestroyed()) window.destroy()
  }, STANDS_BY_MS)
  standingBy = { window, leave }
}
