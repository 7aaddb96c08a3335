import { createRequire } from 'node:module'

// For the CommonJS modules among what is bundled into the command line: imported first, before they ask for Node's own.
globalThis.require ??= createRequire(import.meta.url)
