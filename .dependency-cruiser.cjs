// Who may import whom. Dependencies point one way, towards lib; type-only imports count as well.

// Packages that belong to the page. `next` is listed apart: one server file may host it.
const pageOnly =
  '(^|node_modules/)(react|react-dom|tldraw|@tldraw/(editor|tldraw|sync|assets)|y-websocket|y-indexeddb)(/|$)'
const canvasOnly = '(^|node_modules/)(tldraw|@tldraw/(editor|tldraw|assets))(/|$)'
const next = '(^|node_modules/)next(/|$)'
const serverOnlyMarker = '(^|node_modules/)server-only(/|$)'
const testTools =
  '(^|node_modules/)(vitest|@playwright|playwright|playwright-core|fast-check|fake-indexeddb)(/|$)'
const storageAdapters = { path: '^server/storage/', pathNot: '^server/storage/board-storage\\.ts$' }

const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    error('no-circular', 'A cycle has no order in which it can be read.', {}, { circular: true }),
    error('resolvable', 'An import that leads nowhere.', {}, { couldNotResolve: true }),

    error(
      'lib-is-the-floor',
      'lib knows nobody.',
      { path: '^lib/' },
      { path: '^(app|components|server|tests)/' },
    ),
    error('lib-runs-anywhere', 'lib has no Node.', { path: '^lib/' }, { dependencyTypes: ['core'] }),
    error('lib-has-no-ui', 'lib has no page.', { path: '^lib/' }, { path: `${pageOnly}|${next}` }),

    error(
      'components-stay-in-the-browser',
      'Components reach the server over the network, not by import.',
      { path: '^components/' },
      { path: '^(app|server|tests)/' },
    ),
    error(
      'components-have-no-node',
      'A browser has no Node.',
      { path: '^components/' },
      { dependencyTypes: ['core'] },
    ),
    error(
      'components-barely-know-next',
      'Only links, navigation and dynamic import come from Next.',
      { path: '^components/' },
      { path: next, pathNot: 'node_modules/next/(link|navigation|dynamic)\\.' },
    ),
    error(
      'features-do-not-cross',
      'The page puts one feature inside another; only board and ui are shared.',
      { path: '^components/([^/]+)/' },
      { path: '^components/', pathNot: '^components/($1|board|ui)/' },
    ),
    error(
      'ui-kit-knows-no-domain',
      'ui has looks only.',
      { path: '^components/ui/' },
      { path: '^(lib|components/(?!ui/))' },
    ),
    error(
      'only-the-canvas-knows-tldraw',
      'One folder to change when tldraw changes; the schema packages are free.',
      { path: '^(app|components|lib|server)/', pathNot: '^components/canvas/' },
      { path: canvasOnly },
    ),

    error(
      'server-has-no-ui',
      'The server has no page.',
      { path: '^server/' },
      { path: `^(app|components|tests)/|${pageOnly}` },
    ),
    error(
      'only-main-hosts-next',
      'One server file knows Next.',
      { path: '^(server|lib)/', pathNot: '^server/main\\.ts$' },
      { path: next },
    ),
    error(
      'marker-would-crash-the-sync-process',
      'Plain Node throws on this marker; only the door that Next builds carries it.',
      { path: '^(server|lib)/', pathNot: '^server/web\\.ts$' },
      { path: serverOnlyMarker },
    ),
    error(
      'only-roots-pick-a-storage-adapter',
      'Everybody else sees the port.',
      { path: '^(app|server)/', pathNot: '^server/((main|web)\\.ts|storage/)' },
      storageAdapters,
    ),
    error(
      'storage-knows-nobody',
      'Storage keeps bytes.',
      { path: '^server/storage/' },
      { path: '^server/(sync|http|access)/' },
    ),

    error(
      'app-enters-server-by-one-door',
      'server/web.ts is the door.',
      { path: '^app/' },
      { path: '^server/', pathNot: '^server/web\\.ts$' },
    ),
    error(
      'app-does-not-reach-live-rooms',
      'Next loads its own copy of modules: its rooms would be others, and empty.',
      { path: '^app/' },
      { path: '^server/sync/', reachable: true },
    ),
    error('nobody-imports-app', 'Routes are ends.', { pathNot: '^(app|tests)/' }, { path: '^app/' }),
    error(
      'only-app-imports-web',
      'A door has one side.',
      { pathNot: '^(app|tests)/' },
      { path: '^server/web\\.ts$' },
    ),
    error('nobody-imports-main', 'Importing it would start a server.', {}, { path: '^server/main\\.ts$' }),
    error('nobody-imports-tests', 'Tests are ends.', { pathNot: '^tests/' }, { path: '^tests/' }),
    error('no-test-tools-in-product', 'They are not shipped.', { pathNot: '^tests/' }, { path: testTools }),

    error(
      'no-orphans',
      'A file that nobody imports and that imports nobody is forgotten.',
      { orphan: true, pathNot: ['\\.d\\.ts$', '^(app|tests)/', '^server/main\\.ts$'] },
      {},
    ),
  ],
  required: [
    {
      name: 'web-door-carries-the-marker',
      comment: 'The marker keeps the door out of browser bundles.',
      severity: 'error',
      module: { path: '^server/web\\.ts$' },
      to: { path: serverOnlyMarker },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.module\\.css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
