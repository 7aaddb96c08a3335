/**
 * The rooms of src, from the ground up. A file imports from its own room and from those before it, types too. What is
 * named earlier stands apart from the folder it is in: core/cache.ts is below everything but core/issue.
 */
const ROOMS = [
  'core/zod',
  'core/frozen',
  'core/issue',
  'core/cache',
  'core/calendar',
  'core/snapshot',
  'core/case',
  'core/rules/parameter',
  'core/rules/policy',
  'core/advice',
  'core/diagram',
  'core/facts',
  'core/rules',
  'core/evaluate/outcome',
  'core/time',
  'core/evaluate',
  'core/decide',
  'core/explain',
  'core/audience',
  'core/[^/]+',
  'forms',
  'interop',
  'reports',
  'authoring',
  '(index|sync)',
  'cli',
  'testing',
]

const pathOf = (room) => `^src/${room}(/|[.]ts$)`
const belongsTo = (at) => ({ path: pathOf(ROOMS[at]), pathNot: ROOMS.slice(0, at).map(pathOf) })

const importsGoDown = ROOMS.slice(0, -1).map((room, at) => ({
  name: `${room.replaceAll(/[^a-z/]+/g, '')}-imports-from-above`,
  comment: `${room} imports only from the rooms before it in the list of .dependency-cruiser.cjs.`,
  severity: 'error',
  from: belongsTo(at),
  to: {
    path: ROOMS.slice(at + 1).map(pathOf),
    pathNot: ROOMS.slice(0, at + 1).map(pathOf),
  },
}))

module.exports = {
  forbidden: importsGoDown,
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
