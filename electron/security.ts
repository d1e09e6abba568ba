import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { app, protocol, session, type WebContents } from 'electron'
import type { CameraPermission } from './camera-permission.ts'

export const ORIGIN = 'app://session'

/** The app's own scheme has to be known before Electron is ready. Standard and secure, with code caching. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Styles need a nonce because the component library writes its theme into one style element. */
const policyFor = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const refuse = (status: number): Response => new Response(null, { status })

/** How long a script takes from here into the window; main must be free meanwhile to pass it on. */
const SCRIPT_ON_ITS_WAY_MS = 15

/** `onScript` is called each time a window has been given a script and is busy running it. */
type Renderer = { handleRequests(onScript: () => void): void }

/**
 * Serves the built renderer, and nothing outside its folder, under `app://session/`. What a start needs is read at
 * once, while Electron gets ready, so that the first window waits for no disk.
 */
export function serveRenderer(folder: string): Renderer {
  const early = readEarly(folder)
  const read = async (file: string) => (await early).get(file) ?? readFile(file)
  return {
    handleRequests: (onScript) =>
      protocol.handle('app', async (request) => {
        const url = new URL(request.url)
        if (request.method !== 'GET' || url.host !== 'session') return refuse(404)
        const file = normalize(join(folder, decodeURIComponent(url.pathname)))
        const type = mediaTypes[extname(file)]
        if (!file.startsWith(folder + sep) || !type) return refuse(404)
        return read(file).then(
          (bytes) => {
            if (extname(file) === '.html') return page(bytes)
            if (extname(file) === '.js') setTimeout(onScript, SCRIPT_ON_ITS_WAY_MS)
            return asset(bytes, type)
          },
          () => refuse(404),
        )
      }),
  }
}

/** The page and its first script and styles, by path. */
async function readEarly(folder: string): Promise<Map<string, Buffer>> {
  const assets = join(folder, 'assets')
  const names = await readdir(assets).catch(() => [])
  const files = [
    join(folder, 'index.html'),
    ...names.filter((name) => name.startsWith('index-')).map((name) => join(assets, name)),
  ]
  const read = files.map(async (file) => [file, await readFile(file)] as const)
  return new Map(await Promise.all(read).catch(() => []))
}

/** Names of assets change with their content, so a compiled script may be kept. */
const asset = (bytes: Buffer, type: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' },
  })

function page(bytes: Buffer): Response {
  const nonce = randomBytes(16).toString('base64')
  return new Response(bytes.toString('utf8').replace('%NONCE%', nonce), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyFor(nonce),
      'x-content-type-options': 'nosniff',
    },
  })
}

/**
 * Every permission is refused, asked or checked, but the camera's picture while `camera` gives it; no page goes
 * elsewhere, opens a window or embeds another.
 */
export function denyByDefault(camera: CameraPermission): void {
  // Without a language there is no dictionary to fetch: Chromium asks Google's servers for one even where no page uses it.
  session.defaultSession.setSpellCheckerLanguages([])
  session.defaultSession.setPermissionRequestHandler((contents, permission, decide, details) => {
    const media = permission === 'media' && 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    decide(details.isMainFrame && isPictureOnly(media) && mayUse(camera, contents))
  })
  session.defaultSession.setPermissionCheckHandler(
    (contents, permission, _origin, { mediaType, isMainFrame }) =>
      permission === 'media' && isMainFrame && isPictureOnly([mediaType]) && mayUse(camera, contents),
  )
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => {
      const isReload = event.url === contents.getURL() && event.url.startsWith(`${ORIGIN}/`)
      if (!isReload) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

/** The camera and nothing with it: never a microphone. */
const isPictureOnly = (media: readonly (string | undefined)[]): boolean =>
  media.length === 1 && media[0] === 'video'

const mayUse = (camera: CameraPermission, contents: WebContents | null): boolean =>
  contents !== null && isOwnPage(contents.mainFrame) && camera.isGivenTo(contents)

/** Only a whole window showing the app's own pages may call main. */
export function isOwnPage(frame: { url: string; parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${ORIGIN}/`)
}
