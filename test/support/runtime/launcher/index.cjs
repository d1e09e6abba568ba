// Stands in for Electron's own default app, which the carried Electron lacks: starts the app whose folder (or app.asar)
// is named on the command line, and understands `-r file` in front of it. Copied into the carried Electron by
// carried-electron.ts; the app itself knows nothing of it.
'use strict'

const Module = require('node:module')
const path = require('node:path')
const { app } = require('electron')

try {
  const { preloads, appPath } = readCommandLine(process.argv.slice(1))
  if (!appPath) throw new Error('The command line names no app to start.')
  redirectSqlite()
  startApp(path.resolve(appPath), preloads)
} catch (error) {
  // Electron itself would wait in a dialog box, which nobody sees on an invisible display.
  console.error(error)
  app.exit(1)
}

/** As Electron's default app reads it: switches are Chromium's, the first other word is the app, the rest is the app's. */
function readCommandLine(words) {
  const found = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (word === '-r' || word === '--require') found.push(path.resolve(words[(at += 1)] ?? ''))
    else if (!word.startsWith('-')) return { preloads: found, appPath: word }
  }
  return { preloads: found, appPath: undefined }
}

/** The project's better-sqlite3 needs a newer Node-API than this Electron has: its bare name leads to the copy kept here. */
function redirectSqlite() {
  const builtIn = require.resolve('better-sqlite3')
  const resolveFilename = Module._resolveFilename
  Module._resolveFilename = function (request, ...rest) {
    return request === 'better-sqlite3' ? builtIn : resolveFilename.call(this, request, ...rest)
  }
}

function startApp(folder, modules) {
  const description = require(path.join(folder, 'package.json'))
  const name = description.productName ?? description.name
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  app.setVersion(description.version)
  app.setName(name)
  app.setDesktopName?.(description.desktopName ?? `${name}.desktop`)
  app.setAppPath(folder)
  for (const module of modules) require(module)
  require(path.join(folder, description.main))
}
