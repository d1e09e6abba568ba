/** The house's walls (docs/architecture.md): who may import whom. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    rule('no-cycles', 'A cycle means that two things are one.', {}, { circular: true }),
    rule(
      'shared-stands-alone',
      'shared is used by both sides and knows neither, nor Node, nor the DOM.',
      { path: '^shared/' },
      { path: '^(electron|renderer|assets|test)/' },
    ),
    rule('shared-without-node', 'Rules are pure.', { path: '^shared/' }, { dependencyTypes: ['core'] }),
    rule(
      'electron-not-renderer',
      'Main knows nothing of how it is drawn.',
      { path: '^electron/' },
      { path: '^renderer/' },
    ),
    rule(
      'renderer-not-electron',
      'Windows reach main only through the contract.',
      { path: '^renderer/' },
      { path: '^(electron/|node_modules/(electron|better-sqlite3)/)' },
    ),
    rule(
      'renderer-without-node',
      'Windows are sandboxed.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'sqlite-only-in-store',
      'SQL has one room.',
      { path: '^electron/', pathNot: '^electron/store/' },
      { path: 'node_modules/(@types/)?better-sqlite3' },
    ),
    rule(
      'ipc-main-only-in-register',
      'One door between the processes: only what needs Electron itself imports it.',
      { path: '^electron/(store|exchange|ipc)/', pathNot: '^electron/ipc/register.ts$' },
      { path: '^(electron$|node_modules/electron/)', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'features-do-not-import-each-other',
      'Features meet in app, or share through lib, components and shared/domain.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    rule(
      'features-not-app',
      'app composes features, not the other way round.',
      { path: '^renderer/(features|components|lib)/' },
      { path: '^renderer/app/' },
    ),
    rule(
      'components-take-props',
      'Components know nothing of features or stores.',
      { path: '^renderer/components/' },
      { path: '^renderer/(features|lib)/' },
    ),
    rule(
      'product-not-tests',
      'The product knows nothing of its tests.',
      { path: '^(electron|renderer|shared)/' },
      { path: '^test/' },
    ),
    rule('resolvable', 'What is imported is there.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$|\\.woff2$|^virtual:' },
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
